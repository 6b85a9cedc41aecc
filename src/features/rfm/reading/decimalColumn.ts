import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { quoteText } from '../../../datasets/sql/identifiers';
import { isMissingText } from '../../../table/missing';
import {
  describeNumbers,
  type NumbersFound,
  numbersIn,
  recognizeNumbers,
} from '../../../table/recognize/numbers';
import type { DecimalMark, NumberStyle } from '../../../table/recognize/numberText';
import { firstRow } from './firstRow';
import type { UntypedLog } from './untypedLog';

/** How a column of text becomes exact decimals. */
export interface DecimalReading {
  /** SQL that gives DECIMAL, NULL where the text is empty. */
  expression: string;
  recognized: string[];
}

/** Digits of a DECIMAL that is one machine word; the product of two still has room. */
const DIGITS = 18;

/** Amounts from here on are no money: they cannot even be told apart to the unit, as the answers are float64. */
const TOO_LARGE = 1e15;

/** Decimals kept; what follows is the dust of binary fractions. */
const MOST_DECIMALS = 9;

/**
 * Reads a column of numbers written as text as DECIMAL with as many decimals as occur, so that sums of money are exact.
 * Marks between thousands and a sign of currency that every value carries are recognized as `readTable` does.
 * @param text SQL for the column without blanks around its values.
 * @param given the mark before decimals; default: the only one that all values allow.
 * @throws InputError naming row and value of the first that is no number or has over 15 digits before its decimals, or
 * both readings where two are possible.
 * Cost: one pass for the different values, and some µs for each of these.
 */
export async function decimalColumn(
  raw: UntypedLog,
  column: string,
  text: string,
  given: DecimalMark | undefined,
): Promise<DecimalReading> {
  const texts = await distinctTexts(raw, text);
  const known = texts.filter((one) => !isMissingText(one));
  if (known.length === 0) throw new InputError(`${raw.file}: column '${column}' holds no number at all`);
  const finding = recognizeNumbers(known, { decimal: given });
  if (finding === undefined || finding.negatives.length > 0)
    throw await noNumbers(raw, column, text, known, given);
  const style = theStyle(raw, column, known, finding);
  const missing = texts.filter(isMissingText);
  const numbers = numbersIn(finding, style);
  const large = numbers.findIndex((value) => Math.abs(value) >= TOO_LARGE);
  if (large >= 0) throw await refused(raw, column, text, known[large], TOO_MANY_DIGITS);
  const decimals = decimalsFor(numbers, finding.bodies, style.decimal);
  return {
    expression: `CAST(${plainText(text, style, missing)} AS DECIMAL(${DIGITS}, ${decimals}))`,
    recognized: describe(column, finding, style),
  };
}

async function distinctTexts(raw: UntypedLog, text: string): Promise<string[]> {
  const { value } = await raw.engine.query(
    `WITH texts AS (SELECT DISTINCT ${text} AS value FROM ${raw.table})
SELECT value FROM texts WHERE value IS NOT NULL ORDER BY value`,
  );
  return value as string[];
}

/** Where two marks are possible, a file separated by commas has decimal points, as everywhere in this toolkit. */
function theStyle(
  raw: UntypedLog,
  column: string,
  texts: readonly string[],
  { styles }: NumbersFound,
): NumberStyle {
  const style = styles.length === 1 ? styles[0] : styles.find(({ decimal }) => decimal === raw.usualDecimal);
  if (style !== undefined) return style;
  const example = texts.find((one) => /[.,]/.test(one));
  throw new InputError(
    `${raw.file}: numbers in column '${column}' can be read in two ways, such as ${display(example)}; give \`decimal\`, '.' or ','`,
  );
}

/** As many decimals as occur, and as there is room for beside the digits before them. */
function decimalsFor(numbers: readonly number[], bodies: readonly string[], mark: DecimalMark): number {
  let [whole, decimals] = [0, 0];
  bodies.forEach((body, i) => {
    const [, after = ''] = body.split(mark);
    whole = Math.max(whole, String(Math.trunc(Math.abs(numbers[i]))).length);
    decimals = Math.max(decimals, /e/i.test(body) ? MOST_DECIMALS : after.length);
  });
  return Math.min(MOST_DECIMALS, decimals, DIGITS - whole);
}

/** SQL that leaves of a text only what a number is written with. */
function plainText(
  text: string,
  { decimal, thousands, unit }: NumberStyle,
  missing: readonly string[],
): string {
  let plain = text;
  for (const none of missing) plain = `nullif(${plain}, ${quoteText(none)})`;
  if (unit !== '') plain = `trim(replace(${plain}, ${quoteText(unit)}, ''))`;
  if (thousands === ' ') plain = `regexp_replace(${plain}, '[ \\x{A0}\\x{2009}\\x{202F}]', '', 'g')`;
  else if (thousands !== '') plain = `replace(${plain}, ${quoteText(thousands)}, '')`;
  return decimal === ',' ? `replace(${plain}, ',', '.')` : plain;
}

function describe(column: string, finding: NumbersFound, style: NumberStyle): string[] {
  const how = describeNumbers(finding, style);
  return how === '' ? [] : [`numbers in '${column}' are written with ${how}`];
}

async function noNumbers(
  raw: UntypedLog,
  column: string,
  text: string,
  texts: readonly string[],
  given: DecimalMark | undefined,
): Promise<InputError> {
  const bad = texts.find((one) => recognizeNumbers([one], { decimal: given }) === undefined);
  if (bad === undefined) {
    return new InputError(
      `${raw.file}: numbers in column '${column}' are not all written in one way, such as ${display(texts[0])} and ${display(texts[texts.length - 1])}; write them alike`,
    );
  }
  const digits = bad.replace(/[,.'’ \u00A0\u2009\u202F](?=\d{3})/g, '');
  return refused(raw, column, text, bad, /\d{16}/.test(digits) ? TOO_MANY_DIGITS : 'which is no number');
}

const TOO_MANY_DIGITS =
  'which has over 15 digits before its decimals: too large for a price, a quantity or an amount; correct it or take the row out';

async function refused(
  raw: UntypedLog,
  column: string,
  text: string,
  bad: string,
  why: string,
): Promise<InputError> {
  const { row, value } = await firstRow(raw, text, 'value = $bad', { bad });
  return new InputError(
    `${raw.file}: column '${column}' holds ${display(value)} in row ${row} (the header not counted), ${why}`,
  );
}
