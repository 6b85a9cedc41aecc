import type { NumberFormat, TableCell } from '../core/table';

/** What stands where a value is missing. */
const MISSING = '—';

const FORMATS: Record<Exclude<NumberFormat, 'general'>, Intl.NumberFormat> = {
  integer: new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }),
  decimal: new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  percent: new Intl.NumberFormat('en-US', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }),
  currency: new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }),
};

/**
 * A table value as a person reads it: `integer` 2,212; `decimal` 0.55; `percent` 24.0% (of a share from 0 to 1);
 * `currency` 52,247 (the unit stands in the heading); `general` to 4 significant digits without rounding a whole
 * digit away, thousands marked from 10,000 on (a year keeps its look). Missing values and NaN are a dash.
 */
export function formatCell(value: TableCell, format: NumberFormat = 'general'): string {
  if (value === null || Number.isNaN(value)) return MISSING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return format === 'general'
    ? general(value)
    : FORMATS[format].format(value).replace(/^-(0(\.0+)?%?)$/, '$1');
}

function general(value: number): string {
  if (Math.abs(value) >= 10_000) return FORMATS.integer.format(value);
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(4)));
}
