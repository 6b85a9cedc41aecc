import { Matrix } from '../core/matrix';
import type { KMeansTable } from './kMeansTable';

/** Σ w·(x − old centre) and Σ w of each cluster. */
export interface ClusterSums {
  /** k × d, relative to the old centres, so that sums stay small far from the origin. */
  deviations: Matrix;
  weights: Float64Array;
  /** Rows with a weight above zero. */
  counts: Int32Array;
}

/** Adds up the rows of each cluster. Cost: O(n·d). */
export function sumByCluster({ X, weights }: KMeansTable, centres: Matrix, labels: Int32Array): ClusterSums {
  const { data, cols } = X;
  const from = centres.data;
  const deviations = Matrix.zeros(centres.rows, cols);
  const sums = deviations.data;
  const clusterWeights = new Float64Array(centres.rows);
  const counts = new Int32Array(centres.rows);
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? weights[i] : 1;
    const start = labels[i] * cols;
    for (let j = 0; j < cols; j++) sums[start + j] += weight * (data[i * cols + j] - from[start + j]);
    clusterWeights[labels[i]] += weight;
    if (weight > 0) counts[labels[i]]++;
  }
  return { deviations, weights: clusterWeights, counts };
}
