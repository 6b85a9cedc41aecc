import { Matrix } from '../../core/matrix';
import { sumByCluster } from '../shared/clusterSums';
import type { KMeansTable } from './kMeansTable';
import { relocateEmptyClusters } from './relocateEmptyClusters';

/**
 * Lloyd's step in float64: every row to its nearest center, then every center to the mean of its rows. A center
 * that no row is nearest to moves to a row that is badly served. Returns new centers.
 * Cost: O(n·k·d), of which the comparisons run on the table's engine.
 */
export function exactStep(table: KMeansTable, centers: Matrix): Matrix {
  const labels = table.held.nearest(centers);
  const sums = sumByCluster(table, centers, labels);
  relocateEmptyClusters(table, centers, labels, sums);
  const moved = Matrix.zeros(centers.rows, centers.cols, centers.columns);
  for (let cluster = 0; cluster < centers.rows; cluster++) {
    for (let j = 0; j < centers.cols; j++) {
      const at = cluster * centers.cols + j;
      moved.data[at] = centers.data[at] + sums.deviations.data[at] / sums.weights[cluster];
    }
  }
  return moved;
}
