import { highestLabel } from '../../core/labels';

/**
 * How many rows carry each pair of labels: `counts[i + 1][j + 1]` rows have label i in `a` and j in `b`; row 0 and
 * column 0 are noise (−1). Cost: O(n + clusters of a × clusters of b).
 */
export function contingency(a: Int32Array, b: Int32Array): number[][] {
  const counts = Array.from({ length: highestLabel(a) + 2 }, () =>
    new Array<number>(highestLabel(b) + 2).fill(0),
  );
  a.forEach((label, i) => {
    counts[label + 1][b[i] + 1]++;
  });
  return counts;
}
