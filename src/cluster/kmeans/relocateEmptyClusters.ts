import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { ClusterSums } from '../shared/clusterSums';
import type { KMeansTable } from './kMeansTable';

/**
 * Gives each empty cluster the row that is farthest from its own center, as scikit-learn does, taking it out of
 * the cluster it was in; rows that weigh nothing, or are all that their cluster has, stay. Changes `sums`.
 * Cost: O(empty · n·d), nothing when no cluster is empty.
 */
export function relocateEmptyClusters(
  table: KMeansTable,
  centers: Matrix,
  labels: Int32Array,
  sums: ClusterSums,
): void {
  sums.counts.forEach((count, empty) => {
    if (count > 0) return;
    const row = farthestRow(table, centers, labels, sums.counts);
    if (row >= 0) moveRow(table, centers, labels, sums, row, empty);
    else sums.weights[empty] = 1; // nowhere to go: stays where it was
  });
}

function farthestRow({ X, weights }: KMeansTable, centers: Matrix, labels: Int32Array, counts: Int32Array) {
  let farthest = -1;
  let most = 0;
  for (let i = 0; i < X.rows; i++) {
    if (counts[labels[i]] < 2 || weights?.[i] === 0) continue;
    const distance = squaredDistance(X.data, i * X.cols, centers.data, labels[i] * X.cols, X.cols);
    if (distance > most) {
      most = distance;
      farthest = i;
    }
  }
  return farthest;
}

function moveRow(
  { X, weights }: KMeansTable,
  centers: Matrix,
  labels: Int32Array,
  { deviations, weights: clusterWeights, counts }: ClusterSums,
  row: number,
  to: number,
): void {
  const from = labels[row];
  const weight = weights ? weights[row] : 1;
  for (let j = 0; j < X.cols; j++) {
    const value = X.get(row, j);
    deviations.row(from)[j] -= weight * (value - centers.get(from, j));
    deviations.row(to)[j] = weight * (value - centers.get(to, j));
  }
  clusterWeights[from] -= weight;
  clusterWeights[to] = weight;
  counts[from]--;
  counts[to]++;
  labels[row] = to;
}
