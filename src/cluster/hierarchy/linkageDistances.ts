import { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { Linkage } from './linkages';

/** What a linkage without centroids needs to place a new row: the rows it was fitted on, and their labels. */
export interface LabeledRows {
  rows: Matrix;
  /** 0 … nClusters − 1, each of them at least once. */
  labels: Int32Array;
  nClusters: number;
}

/**
 * How far each row of `X` is from joining each cluster: its mean distance to the cluster's rows (`average`), or that to
 * the farthest (`complete`) or the nearest (`single`) of them. m × nClusters.
 *
 * Cost: O(m·n·d).
 */
export function linkageDistances(
  linkage: Exclude<Linkage, 'ward'>,
  { rows, labels, nClusters }: LabeledRows,
  X: Matrix,
): Matrix {
  const distances = Matrix.zeros(X.rows, nClusters);
  const sizes = sizesOf(labels, nClusters);
  for (let i = 0; i < X.rows; i++) {
    const own = distances.row(i).fill(linkage === 'single' ? Infinity : 0);
    for (let row = 0; row < rows.rows; row++) {
      const label = labels[row];
      const distance = Math.sqrt(squaredDistance(X.data, i * X.cols, rows.data, row * X.cols, X.cols));
      if (linkage === 'single') own[label] = Math.min(own[label], distance);
      else if (linkage === 'complete') own[label] = Math.max(own[label], distance);
      else own[label] += distance;
    }
    if (linkage === 'average') for (let c = 0; c < nClusters; c++) own[c] /= sizes[c];
  }
  return distances;
}

function sizesOf(labels: Int32Array, nClusters: number): Int32Array {
  const sizes = new Int32Array(nClusters);
  for (const label of labels) sizes[label]++;
  return sizes;
}
