import { formatCount, formatShare } from '../../../core/format';
import type { TableData } from '../../../table/tableData';

/** Of fewer customers one may well have bought most. */
const MIN_CUSTOMERS = 10;
/** Who made so large a share of all purchases … */
const SHARE = 0.2;
/** … and so many times as many as the next, is hardly one person. */
const TIMES = 5;

/** What to know where one customer bought so often that it may be a name for many; else nothing. */
export function outsized({ frequency }: TableData): string[] {
  let [total, first, second] = [0, 0, 0];
  for (const cell of frequency) {
    const count = Number(cell);
    total += count;
    if (count > first) [first, second] = [count, first];
    else if (count > second) second = count;
  }
  return outsizedAmong({ customers: frequency.length, total, first, second });
}

/** Who bought how often: all purchases, and those of the first and the second by them. */
export interface Purchasers {
  customers: number;
  total: number;
  first: number;
  second: number;
}

/** The same of customers that were counted. */
export function outsizedAmong({ customers, total, first, second }: Purchasers): string[] {
  if (customers < MIN_CUSTOMERS) return [];
  if (first < SHARE * total || first < TIMES * second) return [];
  return [
    `one customer made ${formatCount(first)} of ${formatCount(total)} purchases (${formatShare(first / total)}), the next ${formatCount(second)}: if the name stands for everybody without one, such as walk-ins, leave these cells empty, and nobody is scored for them`,
  ];
}
