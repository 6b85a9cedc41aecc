import { isMissing } from '../../table/missing';
import type { GivenColumn, OtherRow } from '../../table/rows/otherRow';

/**
 * Rows that repeat an earlier one in every column, the identifier among them: the same customer again. Without an
 * identifier none do, since two customers may well be alike.
 * Cost: O(n · columns) at most.
 */
export function repeatedRows(columns: readonly GivenColumn[], id: string | null): OtherRow[] {
  const ids = columns.find(({ name }) => name === id)?.cells;
  if (id === null || ids === undefined) return [];
  const different = new Map<unknown, number[]>();
  const repeated: OtherRow[] = [];
  for (let row = 0; row < ids.length; row++) {
    if (isMissing(ids[row])) continue;
    const earlier = different.get(ids[row]);
    if (earlier === undefined) different.set(ids[row], [row]);
    else if (earlier.some((other) => columns.every(({ cells }) => isSame(cells[row], cells[other]))))
      repeated.push({ row, kind: 'repeat', column: id, label: '', reason: 'the same as an earlier row' });
    else if (earlier.length < MANY) earlier.push(row);
  }
  return repeated;
}

/** A customer with more rows than this has others than slips. */
const MANY = 20;

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (isMissing(a) && isMissing(b));
}
