import { InputError } from '../../../core/errors';
import { type Phrase, phrase } from '../../../core/phrase';
import { isMissingText } from '../../../table/missing';
import { DateReader } from '../../../table/recognize/dateFormat';
import type { OrderShown } from '../../../table/recognize/dateOrder';
import { type DatesFound, describeDates, recognizeDates } from '../../../table/recognize/dates';
import type { ColumnReading, RoleColumn } from './columnReading';
import { dateExpression } from './dateExpression';
import { noDates } from './dateMistakes';
import { type DistinctTexts, distinctDates } from './distinctTexts';
import { firstRow } from './firstRow';
import { missingWordsSentences, unlessOneOf } from './missingWords';
import { orderShownByOthers } from './orderOfDays';
import type { RawTransactions } from './rawTransactions';
import { valueTable } from './valueTable';

/**
 * Reads a column of dates written as text as TIMESTAMP. How they are written is recognized as `readTable` does, from
 * the different texts: times may be missing from some rows, days may be numbers of a spreadsheet, and time zones are
 * left off, so that a purchase belongs to the day that the file shows.
 * @param table of the different texts of the column, as `distinctTable` makes it.
 * @param format in date-fns's tokens, e.g. 'M/d/yyyy H:mm'; default: the only one that all values allow.
 * @throws InputError naming row and value of the first that is no date, or both ways where two are possible.
 * Cost: about 1 µs for each of the different texts.
 */
export async function readDates(
  log: RawTransactions,
  column: RoleColumn,
  table: string,
  format: string | undefined,
): Promise<ColumnReading> {
  const reader = format === undefined ? undefined : new DateReader(format);
  const all = await distinctDates(log, table);
  const missing = partOf(all, isMissingText);
  const { texts } = partOf(all, (text) => !isMissingText(text));
  const found = datesAmong(texts, reader);
  if (found === undefined) throw await noDates(log, column, texts, reader);
  if (reader === undefined && found.differsAt >= 0) {
    const shown = await orderShownByOthers(log, column, found.formats);
    if (shown !== undefined) return shownBy(column, shown, await readDates(log, column, table, shown.format));
  }
  if (reader === undefined) await checkOneReading(log, column, texts, found);
  const read = { log, column, table, words: missing.texts };
  const reading = (await byExpression(read, found)) ?? (await byTable(read, reader));
  const said = format === undefined || found.zones.length > 0;
  return {
    ...reading,
    detected: [
      ...(said
        ? [
            `dates in '${column.name}' are ${found.formats.length > 0 ? '' : 'read '}${describeDates(found)}${whyThisOrder(texts, found)}`,
          ]
        : []),
      ...missingWordsSentences(
        column.name,
        missing.texts,
        missing.rows.reduce((sum, rows) => sum + rows, 0),
      ),
    ],
  };
}

function shownBy({ name }: RoleColumn, { format, by }: OrderShown, reading: ColumnReading): ColumnReading {
  return {
    ...reading,
    detected: [
      `dates in '${name}' are read ${format}: those in '${by}' can be written in this order alone`,
      ...reading.detected,
    ],
  };
}

function datesAmong(texts: readonly string[], reader: DateReader | undefined): DatesFound | undefined {
  if (texts.length === 0) return undefined;
  return recognizeDates(
    texts.map((text) => text.trim()),
    { reader, expected: true },
  );
}

/** What settled the order of day, month and year, where single dates leave it open. */
function whyThisOrder(texts: readonly string[], { formats: [format] }: DatesFound): string {
  const step = Math.ceil(texts.length / MAX_TRIED);
  const open = texts.some((text, i) => {
    if (i % step > 0) return false;
    const formats = datesAmong([text], undefined)?.formats ?? [];
    return formats.length > 1 && formats.some((other) => other !== format);
  });
  return open ? ': no other order of day, month and year fits every row' : '';
}

/** So many texts show whether single dates leave the order open. */
const MAX_TRIED = 1000;

function partOf({ texts, rows }: DistinctTexts, isWanted: (text: string) => boolean) {
  const wanted = texts.flatMap((text, i) => (isWanted(text) ? [i] : []));
  return { texts: wanted.map((i) => texts[i]), rows: wanted.map((i) => rows[i]) };
}

/** @throws InputError where texts can be read in two ways, or a year has two digits. */
async function checkOneReading(
  log: RawTransactions,
  column: RoleColumn,
  texts: readonly string[],
  { formats, differsAt, numbers }: DatesFound,
): Promise<void> {
  const shortYears = numbers === undefined && !formats[0].includes('yyyy');
  if (differsAt < 0 && !shortYears) return;
  const value =
    differsAt < 0 ? (await firstRow(log, column.text, 'value IS NOT NULL')).value : texts[differsAt];
  const dates = phrase`${{ file: log.file }}: dates in column ${{ column: column.name }}`;
  const problem: Phrase =
    differsAt < 0
      ? phrase`${dates} have years of two digits, such as ${{ value }} (which would be 1969 to 2068)`
      : phrase`${dates} can be read in ${formats.length} ways, such as ${{ value }}`;
  const choices = formats.map((format) => `'${format}'`).join(' or ');
  throw new InputError('ambiguous', problem, {
    remedy: phrase`give ${{ option: 'dateFormat' }}: ${choices}`,
    option: 'dateFormat',
    allowed: formats,
  });
}

/** A column of dates that is to be read. */
interface DateColumn {
  log: RawTransactions;
  column: RoleColumn;
  /** Its different texts. */
  table: string;
  /** Those of them that stand for no date. */
  words: readonly string[];
}

/** Undefined where the engine has no expression that reads every text of the column. */
async function byExpression(
  { log, column, table, words }: DateColumn,
  found: DatesFound,
): Promise<Omit<ColumnReading, 'detected'> | undefined> {
  const { dialect } = log.engine;
  const attempt = dateExpression(dialect, 'value', found, 'orNull');
  if (attempt === undefined) return undefined;
  const { n } = await log.engine.query(`SELECT count(*) AS n
FROM (SELECT ${unlessOneOf(dialect, 'value', words)} AS value FROM ${table}) AS texts
WHERE value IS NOT NULL AND ${attempt} IS NULL`);
  if (n[0] !== 0) return undefined;
  return { expression: dateExpression(dialect, unlessOneOf(dialect, column.text, words), found)! };
}

/** @throws InputError for a text that is no date after all: where there are very many, not all were looked at. */
async function byTable(
  { log, column, table, words }: DateColumn,
  reader: DateReader | undefined,
): Promise<Omit<ColumnReading, 'detected'>> {
  const all = await log.engine.query(`SELECT value FROM ${table}`);
  const texts = all.value.map(String).filter((text) => !words.includes(text));
  const known = { ...column, text: unlessOneOf(log.engine.dialect, column.text, words) };
  const found = datesAmong(texts, reader);
  if (found === undefined) throw await noDates(log, known, texts, reader);
  const { value, join } = await valueTable(log, known, texts, found.dates.map(asTimestamp));
  return { expression: `CAST(${value} AS TIMESTAMP)`, join };
}

/** '2024-05-31T08:30:15' as SQL writes it. */
function asTimestamp(date: string): string {
  return date.length > 10 ? date.replace('T', ' ') : `${date} 00:00:00`;
}
