import { InputError } from '../../core/errors';
import { checkNumber } from '../../core/options';
import { phrase } from '../../core/phrase';
import type { ClusterIndex } from './clusterIndex';

/** The bend of a falling curve. */
export interface Elbow {
  /** Where the curve bends most; null when it nowhere lies below the straight line between its ends, or does not fall. */
  k: number | null;
  /** How far it bends there: 0 for a straight line, toward 1 for a sharp corner. */
  strength: number;
  /** How far the curve lies below that line at each k, on a scale where both axes run from 0 to 1. */
  bends: Float64Array;
}

/**
 * The elbow of an inertia curve: with both axes scaled to 0 … 1, the k where the curve lies farthest below the
 * straight line between its ends. The answer depends on the range of k: begin at 1, so that an elbow at 2 can show.
 *
 * @param ks rising, at least 3.
 * @param inertias one for each k, as a rule falling.
 * @throws InputError when there are fewer than three points, lengths differ, a value is not finite, or `ks` does
 * not rise.
 * Cost: O(number of ks).
 * Source: Satopää et al., "Finding a 'Kneedle' in a haystack" (2011), for a convex falling curve, without smoothing.
 *
 * @example
 * findElbow([1, 2, 3, 4, 5], [100, 40, 10, 8, 6]).k; // 3
 */
export function findElbow(ks: readonly number[], inertias: ArrayLike<number>): Elbow {
  checkCurve(ks, inertias);
  const values = Array.from(inertias);
  const drop = values[0] - values[values.length - 1];
  const width = ks[ks.length - 1] - ks[0];
  const bends = Float64Array.from(values, (value, i) =>
    drop > 0 ? (values[0] - value) / drop - (ks[i] - ks[0]) / width : 0,
  );
  const strength = bends.reduce((most, bend) => Math.max(most, bend), 0);
  return { k: strength > 1e-12 ? ks[bends.indexOf(strength)] : null, strength, bends };
}

function checkCurve(ks: readonly number[], inertias: ArrayLike<number>): void {
  if (!(ks?.length >= 3 && ks.length === inertias?.length)) {
    throw new InputError(
      'no-data',
      `there are ${ks?.length ?? 'no'} ks and ${inertias?.length ?? 'no'} inertias`,
      { remedy: 'an elbow needs at least 3 of each, as many' },
    );
  }
  ks.forEach((k, i) => {
    checkNumber('ks', k, i > 0 ? { min: ks[i - 1] } : {});
    if (i > 0 && k === ks[i - 1])
      throw new InputError('duplicate', phrase`${{ option: 'ks' }} holds ${k} twice`, {
        remedy: 'it must rise',
      });
    checkNumber('inertias', inertias[i]);
  });
}

/** It reads the inertia, which every row has. */
export const elbowIndex: ClusterIndex<'elbow', object, number | null> = {
  key: 'elbow',
  name: 'elbow',
  title: 'Inertia',
  field: 'inertia',
  better: 'neither',
  rule: 'where the inertia bends most',
  help: 'Sum of squared distances to the nearest centroid. More segments always reduce it: from the elbow on, hardly.',
  columns: [],
  measureKs: ({ clusterings }) => clusterings.map(() => ({})),
  preferredK: (rows) => {
    if (rows.length < 3) return null;
    return findElbow(
      rows.map(({ k }) => k),
      rows.map(({ inertia }) => inertia),
    ).k;
  },
};
