import { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';

/** The Euclidean distance of each row of `X` to each center: m × k, in float64. Cost: O(m·k·d). */
export function centerDistances(centers: Matrix, { data, rows, cols }: Matrix): Matrix {
  const distances = Matrix.zeros(rows, centers.rows);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let c = 0; c < centers.rows; c++, at++)
      distances.data[at] = Math.sqrt(squaredDistance(data, i * cols, centers.data, c * cols, cols));
  }
  return distances;
}
