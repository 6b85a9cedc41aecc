import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { checkInteger } from '../../core/options';
import { phrase } from '../../core/phrase';

const DEFAULT_MOST = 10;

/** Where rows are repeated so often on average, those that are equal may make a cluster each. */
const REPEATS = 2;

/** `kMax`, or its default, 10. @throws InputError when it is more than the rows allow (see `mostClusters`). */
export function checkLargestK(X: Matrix, kMax: number | undefined, kMin = 1): number {
  if (kMax !== undefined) checkInteger('kMax', kMax, { min: kMin });
  const most = mostClusters(X, kMax ?? DEFAULT_MOST);
  const largest = kMax ?? most;
  if (largest > most || largest < kMin) {
    const distinct = countDistinctRows(X, largest + 1);
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'kMax' }} is ${{ value: Math.max(largest, kMin) }} but the table has ${distinct} distinct ${distinct === 1 ? 'row' : 'rows'}`,
      { remedy: most < kMin ? 'there is nothing to cluster' : `ask for at most ${most}` },
    );
  }
  return largest;
}

/**
 * The most clusters that leave something to measure, counted no further than `enough`: as many as distinct rows where
 * these are repeated, otherwise one less.
 */
export function mostClusters(X: Matrix, enough = DEFAULT_MOST): number {
  const distinct = countDistinctRows(X, enough + 1);
  return Math.min(enough, distinct > 1 && distinct * REPEATS <= X.rows ? distinct : distinct - 1);
}

/** The integers from `first` to `last`, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
