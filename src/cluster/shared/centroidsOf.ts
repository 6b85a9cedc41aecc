import { Matrix } from '../../core/matrix';

/**
 * The mean row of each cluster, nClusters × d, in float64. Rows labeled −1 (noise) belong to none; a cluster
 * without rows has a centroid of NaN.
 *
 * Cost: O(n·d).
 */
export function centroidsOf(X: Matrix, labels: ArrayLike<number>, nClusters: number): Matrix {
  const centroids = Matrix.zeros(nClusters, X.cols, X.columns);
  const sizes = new Float64Array(nClusters);
  for (let i = 0; i < X.rows; i++) {
    const label = labels[i];
    if (label < 0) continue;
    sizes[label]++;
    for (let j = 0; j < X.cols; j++) centroids.data[label * X.cols + j] += X.data[i * X.cols + j];
  }
  for (let at = 0; at < centroids.data.length; at++) centroids.data[at] /= sizes[Math.floor(at / X.cols)];
  return centroids;
}
