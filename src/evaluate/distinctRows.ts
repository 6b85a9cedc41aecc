import type { Matrix } from '../core/matrix';

/** How many different rows there are, counted no further than `enough`. Cost: O(enough · d) on most tables. */
export function countDistinctRows(X: Matrix, enough: number): number {
  const seen = new Set<string>();
  for (let i = 0; i < X.rows && seen.size < enough; i++) seen.add(X.row(i).join());
  return seen.size;
}
