import { formatList, plural } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { isMissingText } from '../../../table/missing';
import {
  decimalShown,
  describeNumbers,
  firstDifference,
  type NumbersFound,
  numbersIn,
  plainNumbersIn,
  recognizeNumbers,
} from '../../../table/recognize/numbers';
import type { DecimalMark, NumberStyle } from '../../../table/recognize/numberText';
import type { ColumnReading, RoleColumn } from './columnReading';
import { allTexts, type DistinctTexts, numberShapes } from './distinctTexts';
import { missingWordsSentences, unlessOneOf } from './missingWords';
import { editedText, editsFor, editsInSql } from './numberEdits';
import { mistake, noNumbers, numberTooLarge } from './numberMistakes';
import { quantityUnits, sizesOfOne } from './quantityUnits';
import type { RawTransactions } from './rawTransactions';
import { valueTable } from './valueTable';

/** Digits of a DECIMAL that is one machine word; the product of two still has room. */
const DIGITS = 18;

/** Amounts from here on aren't money: float64 doesn't even distinguish them to the unit. */
const TOO_LARGE = 1e15;

/** Decimals kept; what follows is the dust of binary fractions. */
const MAX_DECIMALS = 9;

/** A column of numbers: its known texts, one or two for each way of writing, and what they can be. */
interface NumberColumn extends RoleColumn {
  texts: string[];
  missing: Pick<DistinctTexts, 'texts' | 'rows'>;
  found: NumbersFound;
  /** Units of measure that were left off, and the texts without them. */
  units: readonly string[];
  bodyOf: (text: string) => string;
}

/**
 * Reads columns of numbers written as text as DECIMAL with as many decimals as occur, so that sums of money are exact.
 * What is a number, and how it is written, is recognized as `readTable` does: the decimal separator that one column
 * shows holds for the others.
 * @param given the decimal separator; default: the only one that all values allow.
 * @throws InputError naming row and value of the first that isn't a number or has over 15 digits before its decimals, or
 * both readings where two are possible.
 * Cost: one pass for the different values, and some µs for each way of writing.
 */
export async function readNumbers(
  log: RawTransactions,
  columns: readonly RoleColumn[],
  given: DecimalMark | undefined,
): Promise<Map<string, ColumnReading>> {
  const found: NumberColumn[] = [];
  for (const column of columns) found.push(await numberColumn(log, column, given));
  checkSizes(log, found);
  const shown = new Set(
    found.map((column) => decimalShown(column.found)).filter((mark) => mark !== undefined),
  );
  const usual = shown.size === 0 ? log.usualDecimal : shown.size === 1 ? [...shown][0] : undefined;
  const readings = new Map<string, ColumnReading>();
  for (const column of found) {
    readings.set(column.role, await readingOf(log, column, styleOf(log, column, usual)));
  }
  return readings;
}

async function numberColumn(
  log: RawTransactions,
  column: RoleColumn,
  decimal: DecimalMark | undefined,
): Promise<NumberColumn> {
  const all = await numberShapes(log, column.text);
  const at = (isKnown: boolean) =>
    all.texts.flatMap((text, i) => (isMissingText(text) === isKnown ? [] : [{ text, rows: all.rows[i] }]));
  const [known, missing] = [at(true), at(false)];
  const texts = known.map(({ text }) => text);
  const trimmed = texts.map((text) => text.trim());
  const plain = texts.length === 0 ? undefined : recognizeNumbers(trimmed, { decimal });
  const measured = plain === undefined && column.role === 'quantity' ? quantityUnits(trimmed) : undefined;
  const found = plain ?? (measured && recognizeNumbers(trimmed.map(measured.bodyOf), { decimal }));
  if (found === undefined) {
    checkOneUnit(log, column, known);
    throw await noNumbers(log, column, texts, decimal);
  }
  return {
    ...column,
    texts,
    missing: { texts: missing.map(({ text }) => text), rows: missing.map(({ rows }) => rows) },
    found,
    units: measured?.units ?? [],
    bodyOf: measured?.bodyOf ?? ((text) => text),
  };
}

/** @throws InputError where quantities in kg and g are to be multiplied by prices: nobody knows of which they are. */
function checkSizes(log: RawTransactions, columns: readonly NumberColumn[]): void {
  const quantity = columns.find(({ role }) => role === 'quantity');
  if (quantity === undefined || columns.some(({ role }) => role === 'amount')) return;
  const sizes = sizesOfOne(quantity.units);
  if (sizes === undefined) return;
  throw mistake(
    'ambiguous',
    log,
    quantity,
    phrase`column ${{ column: quantity.name }} holds quantities in ${sizes}, and a price can be that of one of them only`,
    phrase`write them in one unit, or give what was paid as ${{ option: 'amount' }}`,
  );
}

/** @throws InputError where amounts stand in several currencies, naming them with their rows. */
function checkOneUnit(
  log: RawTransactions,
  column: RoleColumn,
  known: readonly { text: string; rows: number }[],
): void {
  const rowsOf = new Map<string, number>();
  for (const { text, rows } of known) {
    const unit = recognizeNumbers([text.trim()])?.styles[0].unit ?? '';
    if (unit !== '' && unit !== '%') rowsOf.set(unit, (rowsOf.get(unit) ?? 0) + Number(rows));
  }
  if (rowsOf.size < 2) return;
  const list = formatList(
    [...rowsOf].sort(([, a], [, b]) => b - a).map(([unit, rows]) => `${unit} (${plural(rows, 'row')})`),
  );
  throw mistake(
    'ambiguous',
    log,
    column,
    phrase`column ${{ column: column.name }} holds amounts in ${rowsOf.size} currencies, which cannot be added up: ${list}`,
    'keep the rows of one currency, or convert the others',
  );
}

/** @throws InputError where two styles are possible and neither the log nor its format tells which. */
function styleOf(log: RawTransactions, column: NumberColumn, usual: DecimalMark | undefined): NumberStyle {
  const { styles } = column.found;
  const style = styles.length === 1 ? styles[0] : styles.find(({ decimal }) => decimal === usual);
  if (style !== undefined) return style;
  throw mistake(
    'ambiguous',
    log,
    column,
    phrase`numbers in column ${{ column: column.name }} can be read in two ways, such as ${{ value: column.texts[firstDifference(column.found)] }}`,
    phrase`give ${{ option: 'decimal' }}, '.' or ','`,
  );
}

async function readingOf(
  log: RawTransactions,
  column: NumberColumn,
  style: NumberStyle,
): Promise<ColumnReading> {
  const { found, name, texts, missing } = column;
  const large = numbersIn(found, style).findIndex((value) => Math.abs(value) >= TOO_LARGE);
  if (large >= 0) throw await numberTooLarge(log, column, texts[large]);
  const plain = plainNumbersIn(found, style);
  const type = `DECIMAL(${DIGITS}, ${decimalsFor(plain)})`;
  const known = unlessOneOf(log.engine.dialect, column.text, missing.texts);
  const edits = editsFor(texts, style);
  const byEdits = texts.every((text, i) => editedText(text, edits) === plain[i]);
  const { value, join } = byEdits
    ? { value: editsInSql(log.engine.dialect, known, edits), join: undefined }
    : await numberTable(log, column, style);
  const how = describeNumbers(found, style);
  const rows = missing.rows.reduce((sum, count) => sum + count, 0);
  return {
    expression: `CAST(${value} AS ${type})`,
    ...(join !== undefined && { join }),
    ...(style.unit !== '' && { unit: style.unit }),
    detected: [
      ...(how === '' ? [] : [`numbers in '${name}' are written with ${how}`]),
      ...(column.units.length === 0
        ? []
        : [`'${name}' is read without its units (${column.units.join(', ')}): a price is that of one`]),
      ...missingWordsSentences(name, missing.texts, rows),
    ],
  };
}

/** What each text of the column is as a plain number, for ways of writing that replacing characters cannot undo. */
async function numberTable(log: RawTransactions, column: NumberColumn, style: NumberStyle) {
  const texts = (await allTexts(log, column.text)).filter((text) => !isMissingText(text));
  const found = recognizeNumbers(
    texts.map((text) => column.bodyOf(text.trim())),
    style,
  )!;
  return valueTable(log, column, texts, plainNumbersIn(found, style));
}

/** As many decimals as occur, and as there is room for beside the digits before them. */
function decimalsFor(plain: readonly string[]): number {
  let [whole, decimals] = [0, 0];
  for (const text of plain) {
    const [, after = ''] = text.split('.');
    whole = Math.max(whole, String(Math.trunc(Math.abs(Number(text)))).length);
    decimals = Math.max(decimals, /e/i.test(text) ? MAX_DECIMALS : after.length);
  }
  return Math.min(MAX_DECIMALS, decimals, DIGITS - whole);
}
