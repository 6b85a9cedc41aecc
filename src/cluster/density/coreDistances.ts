import { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import { KdTree } from './kdTree';
import { nearestWithin } from './nearestWithin';

/** Core rows and their clusters. */
export interface LabeledCores {
  rows: Matrix;
  /** 0 … nClusters − 1, each of them at least once. */
  labels: Int32Array;
  nClusters: number;
}

/**
 * Gets ready to measure how far rows are from the nearest core row of each cluster: m × nClusters. One tree for each
 * cluster, so that the second nearest cluster is found as fast as the nearest.
 *
 * Cost: O(n·log n) to get ready; then as a rule O(nClusters·log n) a row.
 */
export function coreDistances({ rows, labels, nClusters }: LabeledCores): (X: Matrix) => Matrix {
  const clusters = Array.from({ length: nClusters }, (_, c) => {
    const own = rows.selectRows(Array.from(labels.keys()).filter((row) => labels[row] === c));
    return { own, tree: new KdTree(own) };
  });
  return ({ data, rows: m, cols }) => {
    const distances = Matrix.zeros(m, nClusters);
    for (let i = 0, at = 0; i < m; i++) {
      for (let c = 0; c < nClusters; c++, at++) {
        const { own, tree } = clusters[c];
        const nearest = nearestWithin(tree, data, i * cols, Infinity);
        distances.data[at] = Math.sqrt(squaredDistance(data, i * cols, own.data, nearest * cols, cols));
      }
    }
    return distances;
  };
}
