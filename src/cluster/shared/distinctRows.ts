import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';

/**
 * Refuses more clusters than the table has distinct rows (of those that weigh something).
 * @throws InputError naming both numbers.
 * Cost: O(k·d) on most tables, since it stops at k distinct rows; at worst, with many duplicates, O(n·d) hashing.
 */
export function checkDistinctRows(X: Matrix, nClusters: number, weights?: Float64Array): void {
  if (X.rows < nClusters) throw tooMany(nClusters, X.rows, X.rows === 1 ? 'row' : 'rows');
  const found = countDistinctRows(X, nClusters, weights);
  if (found === 0)
    throw new InputError('out-of-range', phrase`every ${{ option: 'sampleWeight' }} is 0`, {
      remedy: 'at least one row must weigh something',
    });
  if (found < nClusters) throw tooMany(nClusters, found, distinct(found, weights));
}

/** How many different rows (that weigh something) there are, counted no further than `enough`. */
export function countDistinctRows(X: Matrix, enough: number, weights?: Float64Array): number {
  const seen = new Set<string>();
  for (let i = 0; i < X.rows && seen.size < enough; i++) {
    if (weights?.[i] !== 0) seen.add(X.row(i).join());
  }
  return seen.size;
}

function distinct(count: number, weights?: Float64Array): string {
  return `distinct ${count === 1 ? 'row' : 'rows'}${weights ? ' of weight above 0' : ''}`;
}

function tooMany(nClusters: number, has: number, what: string): InputError {
  return new InputError(
    'out-of-range',
    phrase`${{ option: 'nClusters' }} is ${{ value: nClusters }} but the table has ${has} ${what}`,
    { remedy: `ask for at most ${has}` },
  );
}
