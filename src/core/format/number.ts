import { MISSING } from './missing';

/** How a number is written; give either `digits` or `decimals`. */
export interface NumberOptions {
  /** Significant digits, default 3. No whole digit is rounded away. */
  digits?: number;
  /** Exactly so many decimals, e.g. 2 for a silhouette. */
  decimals?: number;
  /** Whether thousands are marked; default true, or 'min2': from 10,000 on, so that a year keeps its look. */
  grouping?: boolean | 'min2';
}

/**
 * A number as people read it, in American English: thousands are grouped, the minus is a real one, a whole number is
 * written in full and any other to three significant digits without rounding a whole digit away. From 1e15 on, and
 * below 1e-6, numbers are written in powers of ten; below 1e-9 they are the dust that arithmetic leaves of a zero.
 * NaN is a dash.
 *
 * @example
 * formatNumber(58138);                    // '58,138'
 * formatNumber(1234.5);                   // '1,235'
 * formatNumber(-12.345);                  // '−12.3'
 * formatNumber(0.00423);                  // '0.00423'
 * formatNumber(0.5, { decimals: 2 });     // '0.50'
 */
export function formatNumber(value: number, options: NumberOptions = {}): string {
  if (Number.isNaN(value)) return MISSING;
  const { digits = 3, decimals, grouping = true } = options;
  const size = Math.abs(value);
  if (Number.isFinite(value) && size >= 1e15) return withMinus(powerOfTen(value, digits));
  if (decimals !== undefined) return written(value, { minimumFractionDigits: decimals }, decimals, grouping);
  if (size < 1e-9) return '0';
  if (size < 1e-6) return withMinus(powerOfTen(value, digits));
  if (Number.isInteger(value) || size >= 10 ** digits) return written(value, {}, 0, grouping);
  return withMinus(formatter({ maximumSignificantDigits: digits, useGrouping: grouping }).format(value));
}

/**
 * A number as the others of its column are written: with decimals by the column's size (see `decimalsFor`), and
 * without a thousands mark where the column holds years.
 *
 * @example
 * formatLike(30, [30, 12.5, 8]);    // '30.00'
 * formatLike(1957, [1957, 1990]);   // '1957'
 */
export function formatLike(value: number, column: ArrayLike<number>): string {
  return areYears(column)
    ? formatNumber(Math.round(value), { grouping: false })
    : formatNumber(value, { decimals: decimalsFor(column) });
}

/**
 * How many decimals the numbers of a column deserve: none for whole numbers; otherwise so many that the largest has
 * about four significant digits, since the smaller ones have fewer.
 */
export function decimalsFor(column: ArrayLike<number>): number {
  let largest = 0;
  let whole = true;
  for (let i = 0; i < column.length; i++) {
    if (!Number.isFinite(column[i])) continue;
    largest = Math.max(largest, Math.abs(column[i]));
    whole &&= Number.isInteger(column[i]);
  }
  if (whole || largest >= 1000) return 0;
  return largest >= 100 ? 1 : largest >= 1 ? 2 : 3;
}

/** Whole numbers that all lie where only calendar years do. */
export function areYears(column: ArrayLike<number>): boolean {
  for (let i = 0; i < column.length; i++) {
    if (Number.isFinite(column[i]) && !(Number.isInteger(column[i]) && column[i] >= 1800 && column[i] < 2100))
      return false;
  }
  return true;
}

/**
 * A large number in little room.
 *
 * @example
 * formatCompact(1_163_000);  // '1.16M'
 * formatCompact(950);        // '950'
 */
export function formatCompact(value: number): string {
  if (Number.isNaN(value)) return MISSING;
  return withMinus(formatter({ notation: 'compact', maximumSignificantDigits: 3 }).format(value));
}

type Grouping = NonNullable<NumberOptions['grouping']>;

function written(value: number, limits: object, decimals: number, useGrouping: Grouping): string {
  return withMinus(formatter({ ...limits, maximumFractionDigits: decimals, useGrouping }).format(value));
}

function powerOfTen(value: number, digits: number): string {
  const [written, power] = value.toExponential(digits - 1).split('e');
  return `${Number(written)}e${power}`;
}

/** A real minus sign, and none before a number that is rounded to 0. */
function withMinus(text: string): string {
  return (/[1-9∞]/.test(text) ? text : text.replace('-', '')).replaceAll('-', '−');
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes longer than a thousand uses of it. */
function formatter(
  options: Omit<Intl.NumberFormatOptions, 'useGrouping'> & { useGrouping?: Grouping },
): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.NumberFormat('en-US', options as Intl.NumberFormatOptions);
    formatters.set(key, made);
  }
  return made;
}
