import { centroidsOf } from '../cluster/shared/centroidsOf';
import type { Matrix } from '../core/matrix';
import { squaredDistance } from '../core/squaredDistance';
import type { ClusterLabels } from './clusterLabels';

/** How rows lie about their clusters' centroids. Noise is left out. */
export interface Scatter {
  /** nClusters × d; NaN where a label does not occur. */
  centroids: Matrix;
  /** Squared Euclidean distances of a cluster's rows to its centroid, summed. Length nClusters. */
  squares: Float64Array;
  /** The distances themselves, summed. Length nClusters. */
  distances: Float64Array;
}

/** Cost: O(n·d). */
export function scatter(X: Matrix, { labels, nClusters }: ClusterLabels): Scatter {
  const centroids = centroidsOf(X, labels, nClusters);
  const squares = new Float64Array(nClusters);
  const distances = new Float64Array(nClusters);
  labels.forEach((label, i) => {
    if (label < 0) return;
    const square = squaredDistance(X.data, i * X.cols, centroids.data, label * X.cols, X.cols);
    squares[label] += square;
    distances[label] += Math.sqrt(square);
  });
  return { centroids, squares, distances };
}
