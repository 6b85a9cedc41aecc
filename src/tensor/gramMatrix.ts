import { Matrix } from '../core/matrix';
import { tensorflow } from './tensorflow';
import { uploadRows } from './tensorRows';

/** Up to this many multiplications plain float64 loops take under half a second: exactness is worth that. */
const PLAIN_WORK = 200_000_000;

/** Float32 sums of many equal squares (of a yes/no column, say) drift by up to a 2⁻²⁵th a row: keep them short. */
const BATCH_ROWS = 256;

/**
 * The Gram matrix of the centered table, Σ (x − mean)(x − mean)ᵀ over rows: d × d, symmetric.
 *
 * Exact in float64 up to n·d² = 2·10⁸ (1,000,000 × 14, or 2,000 × 300). Beyond, tensors take batches of at most
 * 256 rows in float32 and the batches are added in float64: six to eight digits, relative to √(Gᵢᵢ·Gⱼⱼ).
 *
 * @param mean of each column, length d.
 * Cost: O(n·d²).
 */
export function gramMatrix(X: Matrix, mean: Float64Array): Matrix {
  return X.rows * X.cols * X.cols <= PLAIN_WORK ? plainGram(X, mean) : tensorGram(X, mean);
}

/** In float64, on one thread. */
export function plainGram(X: Matrix, mean: Float64Array): Matrix {
  const d = X.cols;
  const gram = Matrix.zeros(d, d);
  const row = new Float64Array(d);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < d; j++) row[j] = X.data[i * d + j] - mean[j];
    for (let a = 0; a < d; a++) {
      const value = row[a];
      for (let b = a, at = a * d + a; b < d; b++, at++) gram.data[at] += value * row[b];
    }
  }
  for (let a = 1; a < d; a++) for (let b = 0; b < a; b++) gram.data[a * d + b] = gram.data[b * d + a];
  return gram;
}

/** In float32 batches on tensors, about a nearby point; moved to the mean in float64. */
export function tensorGram(X: Matrix, mean: Float64Array): Matrix {
  const tf = tensorflow();
  const d = X.cols;
  const table = uploadRows(X, d, { batchRows: BATCH_ROWS });
  const gram = Matrix.zeros(d, d);
  for (const { rows } of table.groups) {
    const products = tf.matMul(rows, rows, true, false); // [batches, d + 1, d + 1]
    const values = products.dataSync();
    products.dispose();
    for (let batch = 0; batch < values.length; batch += (d + 1) ** 2) {
      for (let a = 0; a < d; a++) {
        for (let b = 0; b < d; b++) gram.data[a * d + b] += values[batch + a * (d + 1) + b];
      }
    }
  }
  const apart = mean.map((value, j) => value - table.offset[j]);
  table.dispose();
  for (let at = 0; at < gram.data.length; at++) {
    gram.data[at] -= X.rows * apart[Math.floor(at / d)] * apart[at % d];
  }
  return gram;
}
