import { DistanceMatrix } from '../../cluster/shared/distanceMatrix';
import type { Matrix } from '../../core/matrix';
import { engineFor } from '../../tensor/chooseEngine';
import type { DistanceSums, Distances } from '../../tensor/distanceSums';
import type { ClusterLabels } from '../clusterLabels';

/** Sums of distances, worked out or looked up, from every row to every cluster of every labeling. */
export function distanceSums(X: Matrix | DistanceMatrix, labelings: readonly ClusterLabels[]): DistanceSums {
  const distances: Distances =
    X instanceof DistanceMatrix
      ? { rows: X.rows, data: X.data, cols: X.rows, known: true }
      : { rows: X.rows, data: X.data, cols: X.cols, known: false };
  const multiplications = distances.known ? 0 : X.rows * X.rows * distances.cols;
  return engineFor({ kernel: 'distanceSums', multiplications }).distanceSums(distances, labelings);
}
