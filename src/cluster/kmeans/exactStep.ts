import { Matrix } from '../../core/matrix';
import { sumByCluster } from '../shared/clusterSums';
import { type KMeansTable, nearestCentres } from './kMeansTable';
import { moveEmptyClusters } from './moveEmptyClusters';

/**
 * Lloyd's step in float64: every row to its nearest centre, then every centre to the mean of its rows. A centre
 * that no row is nearest to moves to a row that is badly served. Returns new centres.
 * Cost: O(n·k·d), of which the comparisons run on tensors.
 */
export function exactStep(table: KMeansTable, centres: Matrix): Matrix {
  const labels = nearestCentres(table, centres);
  const sums = sumByCluster(table, centres, labels);
  moveEmptyClusters(table, centres, labels, sums);
  const moved = Matrix.zeros(centres.rows, centres.cols, centres.columns);
  for (let cluster = 0; cluster < centres.rows; cluster++) {
    for (let j = 0; j < centres.cols; j++) {
      const at = cluster * centres.cols + j;
      moved.data[at] = centres.data[at] + sums.deviations.data[at] / sums.weights[cluster];
    }
  }
  return moved;
}
