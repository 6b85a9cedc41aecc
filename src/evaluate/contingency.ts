import { checkLabels } from './labelling';

/**
 * How many rows carry each pair of labels: `counts[i + 1][j + 1]` rows have label i in `a` and j in `b`; row 0 and
 * column 0 are noise (−1). Cost: O(n + clusters of a × clusters of b).
 */
export function contingency(a: ArrayLike<number>, b: ArrayLike<number>): number[][] {
  const [first, second] = [checkLabels(a, a.length, 'a'), checkLabels(b, a.length, 'b')];
  const counts = Array.from({ length: first.nClusters + 1 }, () =>
    new Array<number>(second.nClusters + 1).fill(0),
  );
  first.labels.forEach((label, i) => {
    counts[label + 1][second.labels[i] + 1]++;
  });
  return counts;
}
