import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { checkInteger } from '../../core/options';
import { phrase } from '../../core/phrase';

/**
 * `kMax`, or its default, when the table has more distinct rows than that: with as many clusters as distinct rows
 * nothing is left to measure.
 */
export function checkLargestK(X: Matrix, kMax: number | undefined, kMin = 1): number {
  if (kMax !== undefined) checkInteger('kMax', kMax, { min: kMin });
  const most = countDistinctRows(X, (kMax ?? 10) + 1) - 1;
  const largest = kMax ?? Math.min(10, most);
  if (largest > most || largest < kMin) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'kMax' }} is ${{ value: Math.max(largest, kMin) }} but the table has ${most + 1} distinct rows`,
      { remedy: most < kMin ? 'there is nothing to cluster' : `ask for at most ${most}` },
    );
  }
  return largest;
}

/** The integers from `first` to `last`, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
