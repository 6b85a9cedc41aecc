import { centroidsOf } from '../../cluster/shared/centroidsOf';
import { checkSquares } from '../../core/checkSquares';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import { type Clustering, clusteringOf, inertiaOf } from '../clustering';
import { checkTwoClusters, countClusters } from '../clusterLabels';
import { internalIndex } from './clusterIndex';

/**
 * Calinski and Harabasz's variance ratio: the spread of the centroids about the overall mean, against the spread of
 * rows about their centroids, each per degree of freedom. Higher is better; no upper bound. 1 when rows do not
 * spread about their centroids at all, as in scikit-learn. Noise (−1) is left out.
 *
 * @param X n × d. @param labels length n.
 * @throws InputError when lengths differ or there are fewer than two clusters.
 * Cost: O(n·d).
 * Source: Calinski & Harabasz, "A dendrite method for cluster analysis" (1974).
 *
 * @example
 * calinskiHarabasz([[0], [1], [10], [11]], [0, 0, 1, 1]); // 200
 */
export function calinskiHarabasz(X: MatrixLike, labels: ArrayLike<number>): number {
  const matrix = toMatrix(X);
  checkSquares(matrix);
  return measure(clusteringOf(matrix, checkTwoClusters(labels, matrix.rows, 'the Calinski–Harabasz index')));
}

function measure(clustering: Clustering): number {
  const { X, labels, sizes } = clustering;
  const { centroids } = clustering.scatter();
  const overall = centroidsOf(
    X,
    labels.map((label) => Math.min(label, 0)),
    1,
  );
  let between = 0;
  sizes.forEach((size, label) => {
    if (size === 0) return;
    between += size * squaredDistance(centroids.data, label * X.cols, overall.data, 0, X.cols);
  });
  const within = inertiaOf(clustering);
  const clusters = countClusters(clustering);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  return within === 0 ? 1 : (between * (rows - clusters)) / (within * (clusters - 1));
}

export const calinskiHarabaszIndex = internalIndex({
  key: 'calinskiHarabasz',
  title: 'Calinski–Harabasz',
  better: 'higher',
  format: 'general',
  help: 'How far clusters are spread, compared with the spread inside them.',
  measure,
});
