import type { GivenColumn, OtherRow } from './otherRow';
import { plainOtherRows } from './plainRows';
import { totalRows } from './totalRows';

/** Which rows of a table are no customers. */
export interface OtherRows {
  /** In order. */
  others: readonly OtherRow[];
  /** Rows that may be none, and count as customers. */
  doubtful: readonly OtherRow[];
}

/**
 * The rows of a table of customers that are none: totals and averages, the header again, blank rows, and remarks of the
 * program that wrote the file. They may stand anywhere. Cost: O(n · columns).
 */
export function findOtherRows(columns: readonly GivenColumn[], rows: number): OtherRows {
  const plain = plainOtherRows(columns, rows);
  const taken = new Set(plain.map(({ row }) => row));
  const { totals, doubtful } = totalRows(columns, rows, (row) => taken.has(row));
  const others = [...plain, ...totals].sort((one, other) => one.row - other.row);
  return others.length < rows ? { others, doubtful } : { others: [], doubtful: [] };
}

/** The cells without those of some rows. */
export function maskedCells(cells: ArrayLike<unknown>, others: readonly OtherRow[]): ArrayLike<unknown> {
  if (others.length === 0) return cells;
  const masked = Array.from(cells);
  for (const { row } of others) masked[row] = null;
  return masked;
}
