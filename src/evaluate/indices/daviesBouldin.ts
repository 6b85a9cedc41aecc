import { checkSquares } from '../../core/checkSquares';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import { type Clustering, clusteringOf } from '../clustering';
import { checkTwoClusters } from '../clusterLabels';
import { internalIndex } from './clusterIndex';

/**
 * Davies and Bouldin's index: for each cluster its worst neighbor, judged by the rows' mean distances to their two
 * centroids against the distance between these; averaged over clusters. Lower is better, 0 the least. Noise (−1) is
 * left out.
 *
 * @param X n × d. @param labels length n.
 * @returns Infinity when two clusters that spread have the same centroid.
 * @throws InputError when lengths differ or there are fewer than two clusters.
 * Cost: O(n·d + k²·d).
 * Source: Davies & Bouldin, "A cluster separation measure" (1979); Euclidean, as in scikit-learn.
 *
 * @example
 * daviesBouldin([[0], [1], [10], [11]], [0, 0, 1, 1]); // 0.1
 */
export function daviesBouldin(X: MatrixLike, labels: ArrayLike<number>): number {
  const matrix = toMatrix(X);
  checkSquares(matrix);
  return measure(clusteringOf(matrix, checkTwoClusters(labels, matrix.rows, 'the Davies–Bouldin index')));
}

function measure(clustering: Clustering): number {
  const { sizes } = clustering;
  const { centroids, distances } = clustering.scatter();
  const present = Array.from(sizes.keys()).filter((label) => sizes[label] > 0);
  const spread = distances.map((sum, label) => sum / sizes[label]);
  const worst = present.map((a) =>
    Math.max(
      ...present.filter((b) => b !== a).map((b) => similarity(spread, between(centroids, a, b), a, b)),
    ),
  );
  return worst.reduce((sum, value) => sum + value, 0) / worst.length;
}

function between({ data, cols }: { data: Float64Array; cols: number }, a: number, b: number): number {
  return Math.sqrt(squaredDistance(data, a * cols, data, b * cols, cols));
}

function similarity(spread: Float64Array, distance: number, a: number, b: number): number {
  const spreads = spread[a] + spread[b];
  return spreads === 0 ? 0 : spreads / distance;
}

export const daviesBouldinIndex = internalIndex({
  key: 'daviesBouldin',
  title: 'Davies–Bouldin',
  better: 'lower',
  help: 'How similar each cluster is to its closest one.',
  measure,
});
