import type { NumberFormat, TableCell } from '../table';
import { MISSING } from './missing';
import { formatNumber } from './number';
import { formatShare } from './share';

/**
 * A value of a `Table` as people read it: `integer` 2,212; `decimal` 0.55; `percent` 24.0% (of a share from 0 to 1);
 * `currency` 52,247 (the unit stands in the heading); `general` to 4 significant digits, thousands grouped from 10,000
 * on, so that a year keeps its look. Missing values and NaN are a dash.
 */
export function formatCell(value: TableCell, format: NumberFormat = 'general'): string {
  if (value === null) return MISSING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : WRITE[format](value);
}

const WRITE: Record<NumberFormat, (value: number) => string> = {
  integer: (value) => formatNumber(value, { decimals: 0 }),
  decimal: (value) => formatNumber(value, { decimals: 2 }),
  percent: (value) => formatShare(value, { decimals: 1 }),
  currency: (value) => formatNumber(value, { decimals: 0 }),
  general: (value) => formatNumber(value, { digits: 4, grouping: 'min2' }),
};
