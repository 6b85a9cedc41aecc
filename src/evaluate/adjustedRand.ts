import { InputError } from '../core/errors';
import { contingency } from './contingency';

/**
 * The adjusted Rand index of two clusterings of the same rows: 1 when they are the same but for numbering, about 0
 * when they agree no more than chance would have it, negative when less. Noise (−1) is treated as one more cluster.
 *
 * @param a length n. @param b length n.
 * @throws InputError when lengths differ or are 0.
 * Cost: O(n + clusters of a × clusters of b).
 * Source: Hubert & Arabie, "Comparing partitions" (1985); scikit-learn's `adjusted_rand_score`.
 *
 * @example
 * adjustedRand([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 * adjustedRand([0, 0, 1, 1], [0, 1, 0, 1]); // -0.5
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length || a.length === 0) {
    throw new InputError(
      `the clusterings have ${a.length} and ${b.length} labels; they must label the same rows, at least one`,
    );
  }
  const rows = contingency(a, b);
  const together = pairs(rows.flat());
  const inA = pairs(rows.map(total));
  const inB = pairs(rows[0].map((_, j) => total(rows.map((row) => row[j]))));
  const all = (a.length * (a.length - 1)) / 2;
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairs(counts: number[]): number {
  return counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
