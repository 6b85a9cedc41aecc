import { InputError } from '../../core/errors';
import { checkLabels } from '../../core/labels';

/**
 * The adjusted Rand index of two clusterings of the same rows: 1 when they are the same but for numbering, about 0
 * when they agree no more than chance would have it, negative when less. Noise (−1) is treated as one more cluster.
 *
 * @param a length n. @param b length n.
 * @throws InputError when lengths differ or are 0.
 * Cost: O(n).
 * Source: Hubert & Arabie, "Comparing partitions" (1985); scikit-learn's `adjusted_rand_score`.
 *
 * @example
 * adjustedRand([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 * adjustedRand([0, 0, 1, 1], [0, 1, 0, 1]); // -0.5
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const first = checkLabels(a, a?.length ?? 0, 'a');
  const second = checkLabels(b, first.length, 'b');
  const n = first.length;
  if (n === 0)
    throw new InputError('no-data', 'the clusterings label no row', {
      remedy: 'they must label at least one',
    });
  const together = pairs(Float64Array.from(first, (label, i) => label * 2 ** 20 + second[i]));
  const [inA, inB] = [pairs(first), pairs(second)];
  const all = (n * (n - 1)) / 2;
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** How many pairs of rows have the same key. */
function pairs(keys: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  let found = 0;
  for (let i = 0; i < keys.length; i++) {
    const before = counts.get(keys[i]) ?? 0;
    found += before;
    counts.set(keys[i], before + 1);
  }
  return found;
}
