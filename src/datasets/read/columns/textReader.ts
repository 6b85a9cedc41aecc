import { InputError } from '../../../core/errors';
import { formatCount, formatList } from '../../../core/format';
import { display } from '../../../core/options';
import { type Phrase, phrase } from '../../../core/phrase';
import { roundDigits } from '../../../core/round';
import type { Cell } from '../../../table/cell';
import { namesCustomer } from '../../../table/customerNames';
import { dateRole } from '../../../table/dateNames';
import { namesSomebody } from '../../../table/identifiers';
import { isMissingText } from '../../../table/missing';
import { recognizeScale, SCALE_UNIT } from '../../../table/recognize/answerScales';
import { DateReader } from '../../../table/recognize/dateFormat';
import { formatShown, orderShownBy } from '../../../table/recognize/dateOrder';
import { type DatesFound, describeDates, mismatches, recognizeDates } from '../../../table/recognize/dates';
import { DURATION_UNIT, durationLayout, recognizeDurations } from '../../../table/recognize/durations';
import {
  decimalShown,
  describeNumbers,
  firstDifference,
  type NumbersFound,
  numbersIn,
  recognizeNumbers,
} from '../../../table/recognize/numbers';
import {
  type DecimalMark,
  type GivenMarks,
  type NumberStyle,
  numberIn,
} from '../../../table/recognize/numberText';
import { recognizeScores } from '../../../table/recognize/outOf';
import { areMostlyNumbers } from '../../../table/typedColumn';
import type { TextColumn, TextTable } from '../textTable';
import type { Understood } from './applySchema';
import { Recognition } from './recognition';

/** What the caller says of how values are written; what is not given is recognized. */
export interface GivenStyle extends GivenMarks {
  /** Of all columns of dates, or by column; in date-fns's tokens. */
  dateFormat?: string | Readonly<Record<string, string>>;
}

/** A column's known texts, trimmed, and the rows they are from. */
interface Texts {
  texts: string[];
  rows: number[];
}

/**
 * Understands the texts of a table, column by column: numbers, dates, or texts. What all values of a column allow in
 * exactly one way is read so, and said; what they allow in several ways is asked for.
 */
export class TextReader {
  readonly recognition = new Recognition();
  private readonly dateReader: DateReader | undefined;
  private dateReaderFits = false;
  private decimalsOfFile: Set<DecimalMark> | undefined;
  private ordersOfFile: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly raw: TextTable,
    private readonly given: GivenStyle,
  ) {
    const { dateFormat } = given;
    if (typeof dateFormat === 'string') this.dateReader = new DateReader(dateFormat);
  }

  /** The cells of a column of texts, each a number, an ISO date, a text or missing, and the unit that was removed. */
  read(column: TextColumn): Understood {
    const found = knownTexts(column);
    if (found.texts.length === 0) return { cells: column.cells.map((cell) => (cell === '' ? null : cell)) };
    return (
      this.givenDates(column, found) ??
      this.numbers(column, found) ??
      this.durations(column, found) ??
      this.dates(column, found) ??
      this.answers(column, found) ??
      this.scores(column, found) ??
      this.numbersAmongWords(column, found) ??
      this.readTexts(column, found)
    );
  }

  /** @throws InputError when a format was given for all dates and there were none. */
  finish(): void {
    if (this.dateReader === undefined || this.dateReaderFits) return;
    throw new InputError(
      'unreadable-value',
      phrase`no column of ${{ file: this.raw.file }} holds dates written ${this.dateReader.format}`,
    );
  }

  private numbers(column: TextColumn, found: Texts): Understood | undefined {
    const finding = recognizeNumbers(found.texts, { ...this.given, measures: !namesCustomer(column.name) });
    if (finding === undefined) return undefined;
    const style = finding.styles.length === 1 ? finding.styles[0] : this.toldByFile(column, found, finding);
    const values = numbersIn(finding, style);
    const how = describeNumbers(finding, style);
    if (how !== '') {
      const at = Math.max(
        0,
        finding.powers?.findIndex((power) => power !== 0) ??
          finding.bodies.findIndex((body) => /\D/.test(body)),
      );
      this.recognition.add(column.name, `numbers with ${how}`, found.texts[at], values[at]);
    }
    return { cells: spread(column, found, values), ...(style.unit !== '' && { unit: style.unit }) };
  }

  private durations(column: TextColumn, found: Texts): Understood | undefined {
    const finding = recognizeDurations(column.name, found.texts);
    if (finding === undefined) return undefined;
    const { minutes, mayBeTimes } = finding;
    if (mayBeTimes) {
      this.recognition.remark(
        `column ${display(column.name)} stays text: its values may be times of the day or durations (${this.raw.place(found.rows[0])} holds ${display(found.texts[0])}); write durations as numbers to use them`,
      );
      return { cells: column.cells };
    }
    const what = `durations ${durationLayout(column.name, found.texts[0])}, in ${DURATION_UNIT},`;
    this.recognition.add(column.name, what, found.texts[0], roundDigits(minutes[0], 6));
    return { cells: spread(column, found, minutes), unit: DURATION_UNIT };
  }

  private answers(column: TextColumn, found: Texts): Understood | undefined {
    const finding = recognizeScale(found.texts);
    if (finding === undefined) return undefined;
    const { values, least, greatest } = finding;
    const what = `answers as numbers on a scale from 1 to 5, up to ${display(greatest)},`;
    this.recognition.add(column.name, what, least, values[found.texts.indexOf(least)]);
    return { cells: spread(column, found, values), unit: SCALE_UNIT };
  }

  private scores(column: TextColumn, found: Texts): Understood | undefined {
    const finding = recognizeScores(found.texts);
    if (finding === undefined) return undefined;
    const { values, unit } = finding;
    this.recognition.add(column.name, `scores out ${unit}`, found.texts[0], values[0]);
    return { cells: spread(column, found, values), unit };
  }

  /** Numbers among which a few words say that there is no answer: 'NSP', 'k. A.', 'refused'. */
  private numbersAmongWords(column: TextColumn, found: Texts): Understood | undefined {
    const words = namesCustomer(column.name) ? undefined : wordsAmongNumbers(found.texts);
    if (words === undefined) return undefined;
    const at = found.texts.flatMap((text, i) => (words.has(text) ? [] : [i]));
    const numbers = { texts: at.map((i) => found.texts[i]), rows: at.map((i) => found.rows[i]) };
    const understood = this.numbers(column, numbers);
    if (understood === undefined) return undefined;
    const counts = Array.from(words, ([word, count]) => `${display(word)} × ${formatCount(count)}`);
    const rows = found.texts.length - at.length;
    this.recognition.remark(
      `column ${display(column.name)} holds numbers; ${formatList(counts)} ${rows === 1 ? "isn't a number and counts" : "aren't numbers and count"} as missing`,
    );
    return understood;
  }

  /** One file writes decimals in one way: what other columns show holds for this one; then what its format does. */
  private toldByFile(column: TextColumn, found: Texts, finding: NumbersFound): NumberStyle {
    this.decimalsOfFile ??= this.decimalsShown();
    const shown = [...this.decimalsOfFile];
    const decimal = shown.length === 0 ? this.raw.usualDecimal : shown[0];
    const style = finding.styles.find((one) => one.decimal === decimal);
    if (style !== undefined && shown.length <= 1) return style;
    const at = firstDifference(finding);
    const [one, other] = finding.styles.map((each) => numberIn(finding.bodies[at], each));
    throw this.unclear(
      column,
      found,
      at,
      `may be ${one} or ${other}`,
      phrase`set the decimal separator: ${{ option: 'decimal' }} '${finding.styles[0].decimal}' or '${finding.styles[1].decimal}'`,
    );
  }

  private decimalsShown(): Set<DecimalMark> {
    const shown = this.raw.columns
      .filter(isTextColumn)
      .map((column) => knownTexts(column).texts)
      .filter((texts) => texts.length > 0)
      .map((texts) => recognizeNumbers(texts, { ...this.given, measures: true }))
      .map((finding) => finding && decimalShown(finding));
    return new Set(shown.filter((mark) => mark !== undefined));
  }

  private givenDates(column: TextColumn, found: Texts): Understood | undefined {
    const { dateFormat } = this.given;
    const own = typeof dateFormat === 'object' && Object.hasOwn(dateFormat, column.name);
    const reader = own ? new DateReader(dateFormat[column.name]) : this.dateReader;
    if (reader === undefined) return undefined;
    const finding = recognizeDates(found.texts, { reader });
    if (finding) {
      this.dateReaderFits = true;
      const isShort = !/yyyy/.test(reader.format);
      return {
        cells: spread(column, found, isShort ? withPastBirths(column.name, finding.dates) : finding.dates),
      };
    }
    const { count, first } = mismatches(found.texts, reader);
    if (!own && count > found.texts.length / 2) return undefined;
    throw this.unclear(column, found, first, `isn't a date in the format ${reader.format}`);
  }

  private dates(column: TextColumn, found: Texts): Understood | undefined {
    const several = recognizeDates(found.texts);
    if (several === undefined) return undefined;
    const finding = this.inOrderShown(column, found, several);
    this.checkOneReading(column, found, finding);
    this.recognition.add(column.name, `dates ${describeDates(finding)}`, found.texts[0], finding.dates[0]);
    return { cells: spread(column, found, finding.dates) };
  }

  /** The dates in the order that other columns of the file show, where their own allow several that differ. */
  private inOrderShown({ name }: TextColumn, { texts }: Texts, several: DatesFound): DatesFound {
    if (several.differsAt < 0) return several;
    this.ordersOfFile ??= this.ordersShown();
    const shown = formatShown(several.formats, this.ordersOfFile);
    if (shown === undefined) return several;
    const finding = recognizeDates(texts, { reader: new DateReader(shown.format) });
    if (finding === undefined) return several;
    this.recognition.remark(
      `dates in ${display(name)} are read ${shown.format}: those in ${display(shown.by)} can be written in this order alone`,
    );
    return { ...several, ...finding, formats: [shown.format] };
  }

  /** Columns whose dates can be read in one order of day, month and year alone, the first for each order. */
  private ordersShown(): ReadonlyMap<string, string> {
    const shown = new Map<string, string>();
    for (const column of this.raw.columns.filter(isTextColumn)) {
      const order = orderShownBy(knownTexts(column).texts);
      if (order !== undefined && !shown.has(order)) shown.set(order, column.name);
    }
    return shown;
  }

  private checkOneReading(column: TextColumn, found: Texts, { formats, differsAt }: DatesFound): void {
    const choices = formats.map((format) => `'${format}'`).join(' or ');
    const remedy = phrase`say how dates are written: ${{ option: 'dateFormat' }} ${choices}`;
    if (differsAt >= 0) {
      throw this.unclear(column, found, differsAt, `may be read in ${formats.length} ways`, remedy);
    }
    if (!formats[0].includes('yyyy')) {
      throw this.unclear(
        column,
        found,
        0,
        'has a year of two digits',
        phrase`${remedy} (years are then ${isOfBirths(column.name) ? '1930 to 2029' : '1969 to 2068'})`,
      );
    }
  }

  /** Where nearly all texts are numbers, or dates, a reader should know what is in the way. */
  private readTexts(column: TextColumn, found: Texts): Understood {
    const obstacle = obstacleAmong(found.texts);
    if (obstacle) {
      const { kind, at } = obstacle;
      const where = at.map((i) => `${this.raw.place(found.rows[i])} holds ${display(found.texts[i])}`);
      const reason = at.length === 1 ? where[0] : `they are not all in the same format (${where.join(', ')})`;
      const isNumbers = kind === 'numbers' && !namesSomebody(column.name) && areMostlyNumbers(found.texts);
      this.recognition.remark(
        isNumbers
          ? `column ${display(column.name)} holds numbers; values that aren't numbers count as missing: ${reason}`
          : `column ${display(column.name)} stays text, though most of its values are ${kind}: ${reason}`,
      );
    }
    return { cells: column.cells.map((cell) => (cell === '' ? null : cell)) };
  }

  private unclear(
    column: TextColumn,
    { texts, rows }: Texts,
    at: number,
    what: string,
    remedy?: Phrase,
  ): InputError {
    return new InputError(
      remedy === undefined ? 'unreadable-value' : 'ambiguous',
      phrase`${{ file: this.raw.file }}, ${this.raw.place(rows[at])}, column ${{ column: column.name }}: ${{ value: texts[at] }} ${what}`,
      { remedy },
    );
  }
}

/** Whether every known cell is a text. */
export function isTextColumn({ cells }: TextColumn): boolean {
  return cells.every((cell) => cell === null || typeof cell === 'string');
}

/** Nobody is born in the years to come: of births, years of two digits are 1930 to 2029. */
function withPastBirths(name: string, dates: readonly string[]): string[] {
  if (!isOfBirths(name)) return dates.slice();
  return dates.map((date) => (date < FIRST_UNBORN ? date : `19${date.slice(2)}`));
}

const FIRST_UNBORN = '2030';

function isOfBirths(name: string): boolean {
  return dateRole(name) === 'birth';
}

function knownTexts({ cells }: TextColumn): Texts {
  const texts: string[] = [];
  const rows: number[] = [];
  cells.forEach((cell, row) => {
    if (cell === null) return;
    const text = (cell as string).trim();
    if (isMissingText(text)) return;
    texts.push(text);
    rows.push(row);
  });
  return { texts, rows };
}

/** The values back in the rows they are from. */
function spread({ cells }: TextColumn, { rows }: Texts, values: readonly Cell[]): Cell[] {
  const all: Cell[] = new Array(cells.length).fill(null);
  rows.forEach((row, at) => {
    all[row] = values[at];
  });
  return all;
}

/** A word that a few numbers stand beside may be a level of its own: shoe sizes 38, 39 and 'other'. */
const ENOUGH_NUMBERS = 12;
const MAX_WORDS = 3;
const MAX_OF_THEM = 0.3;

/**
 * Words without a digit among many different numbers, and how often they come; undefined where there are none, or so
 * many that they are what the column is about.
 */
function wordsAmongNumbers(texts: readonly string[]): ReadonlyMap<string, number> | undefined {
  const words = new Map<string, number>();
  const others = new Set<string>();
  let count = 0;
  for (const text of texts) {
    if (/\p{N}/u.test(text)) {
      others.add(text);
      continue;
    }
    count++;
    words.set(text, (words.get(text) ?? 0) + 1);
    if (words.size > MAX_WORDS) return undefined;
  }
  const isFew = count > 0 && count <= MAX_OF_THEM * texts.length;
  return isFew && others.size >= ENOUGH_NUMBERS ? words : undefined;
}

const MOST = 0.8;
const LOOKED_AT = 500;

const KINDS: Readonly<Record<string, (texts: readonly string[]) => unknown>> = {
  numbers: (texts) => recognizeNumbers(texts, { measures: true }),
  dates: (texts) => recognizeDates(texts),
};

/**
 * What keeps texts from being numbers or dates: the first that is none, or two in different formats. Judged by
 * the first few hundred.
 */
function obstacleAmong(texts: readonly string[]): { kind: string; at: number[] } | undefined {
  const looked = texts.slice(0, LOOKED_AT);
  for (const [kind, find] of Object.entries(KINDS)) {
    const fits = (text: string) => find([text]) !== undefined;
    if (looked.filter(fits).length < MOST * looked.length) continue;
    const other = texts.findIndex((text) => !fits(text));
    if (other >= 0) return { kind, at: [other] };
    const unlike = texts.findIndex((text) => find([texts[0], text]) === undefined);
    return { kind, at: unlike < 0 ? [0] : [0, unlike] };
  }
  return undefined;
}
