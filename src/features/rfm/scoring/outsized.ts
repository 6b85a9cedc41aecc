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
  if (frequency.length < MIN_CUSTOMERS) return [];
  let [total, first, second] = [0, 0, 0];
  for (const cell of frequency) {
    const count = Number(cell);
    total += count;
    if (count > first) [first, second] = [count, first];
    else if (count > second) second = count;
  }
  if (first < SHARE * total || first < TIMES * second) return [];
  return [
    `one customer made ${formatCount(first)} of ${formatCount(total)} purchases (${formatShare(first / total)}), the next ${formatCount(second)}: if the name stands for everybody without one, such as walk-ins, leave these cells empty, and nobody is scored for them`,
  ];
}
