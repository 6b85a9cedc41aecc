import type { Matrix } from '../../core/matrix';
import type { ColumnGroups } from '../structure/columnGroups';
import { peakedness } from '../structure/columnShape';
import { namesOf, SEVERAL_PEAKS, type TableCore, takeColumns } from './coreOf';

/**
 * The columns of a table that are no categories: its levels, and yes or no, are groups by themselves, which say no more than
 * the category does, and drown those of the numbers. Null where there are no categories, or no numbers that could show groups.
 *
 * Cost: O(n·d).
 */
export function numbersOf({ X, columnGroups, leftOut }: TableCore): TableCore | null {
  const columns = Array.from({ length: X.cols }, (_, column) => column);
  const numbers = numberColumns(X, columnGroups);
  if (numbers.length === 0 || numbers.length === X.cols) return null;
  if (numbers.length === 1 && peakedness(X.column(numbers[0])) <= SEVERAL_PEAKS) return null;
  const categories = columns.filter((column) => !numbers.includes(column));
  return {
    X: takeColumns(X, numbers),
    columnGroups: [],
    leftOut: { ...leftOut, categoryNames: namesOf(X, categories, columnGroups) },
  };
}

/** Columns that are neither part of a category, nor yes or no. */
export function numberColumns(X: Matrix, columnGroups: ColumnGroups): number[] {
  const grouped = new Set(columnGroups.flat());
  const columns = Array.from({ length: X.cols }, (_, column) => column);
  return columns.filter((column) => !grouped.has(column) && !isYesOrNo(X, column));
}

/** Whether a column holds two different values at most. */
function isYesOrNo(X: Matrix, column: number): boolean {
  const values = new Set<number>();
  for (let row = 0; row < X.rows && values.size <= 2; row++) values.add(X.get(row, column));
  return values.size <= 2;
}
