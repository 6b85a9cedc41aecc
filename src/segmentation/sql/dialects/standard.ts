import { quoteIdentifier, quoteText } from '../../../datasets/sql/identifiers';
import type { InlineTable, ScoringDialect } from './scoringDialect';

/** What most databases share, as DuckDB and Trino write it; the others replace what they write differently. */
export const standard: Omit<ScoringDialect, 'name'> = {
  quote: '"',
  fence: '',
  quoteName: quoteIdentifier,
  quoteText,
  double: (value) => inParentheses(withExponent(value)),
  text: (value) => `CAST(${value} AS VARCHAR)`,
  number: (value) => `TRY_CAST(${value} AS DOUBLE)`,
  date: (text) => `TRY_CAST(${text} AS DATE)`,
  day: (iso) => `DATE '${iso}'`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  log1p: (value) => log1p(value, standard.double),
  extreme: (which, values) => (values.length === 1 ? values[0] : `${which}(${values.join(', ')})`),
  sum: (value, by) => `sum(${value} ORDER BY ${by})`,
  rows: (table) => values(table, standard.double),
};

/**
 * A number with an exponent, which makes it float64 where 1.5 is a decimal; as many digits as tell it from its
 * neighbors.
 */
export function withExponent(value: number): string {
  const digits = String(value);
  return digits.includes('e') ? digits.replace('+', '') : `${digits}e0`;
}

/** A minus after another begins a comment. */
export function inParentheses(number: string): string {
  return number.startsWith('-') ? `(${number})` : number;
}

/** Kahan's way, since ln(1 + value) loses the digits of a value near 0. */
export function log1p(value: string, double: (value: number) => string): string {
  const one = double(1);
  const sum = `${one} + ${value}`;
  return `CASE WHEN ${sum} = ${one} THEN ${value} ELSE ln(${sum}) * (${value} / ((${sum}) - ${one})) END`;
}

/** `VALUES` with names. */
export function values({ columns, rows }: InlineTable, double: (value: number) => string): string {
  const lines = rows.map((row) => `(${cells(columns, row, double).join(', ')})`);
  return `(VALUES\n    ${lines.join(',\n    ')}\n  ) AS fitted (${columns.map(({ name }) => name).join(', ')})`;
}

/** A row's numbers as they stand in a statement. */
export function cells(
  columns: InlineTable['columns'],
  row: readonly number[],
  double: (value: number) => string,
): string[] {
  return row.map((value, at) => (columns[at].type === 'integer' ? String(value) : double(value)));
}

/** The least or greatest of many where a function takes two. */
export function byPairs(which: 'least' | 'greatest', values: readonly string[]): string {
  return values.reduce((most, value) => `${which}(${most}, ${value})`);
}
