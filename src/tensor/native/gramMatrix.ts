import { Matrix } from '../../core/matrix';
import { Doubles } from './doubles';

/** Numbers of one batch of rows: 2 MB, so that what one op writes is in the cache when the next reads it. */
const BATCH_NUMBERS = 2 ** 18;

/** See `Engine.gramMatrix`; batches of rows are centered and multiplied by TensorFlow in float64, and added here. */
export function nativeGram(X: Matrix, mean: Float64Array): Matrix {
  const d = X.cols;
  const gram = Matrix.zeros(d, d);
  const batchRows = Math.max(d, Math.ceil(BATCH_NUMBERS / d));
  const doubles = new Doubles();
  try {
    const middle = doubles.tensor(mean, [1, d]);
    for (let start = 0; start < X.rows; start += batchRows) {
      const count = Math.min(batchRows, X.rows - start);
      const rows = doubles.tensor(X.data.subarray(start * d, (start + count) * d), [count, d]);
      const centered = doubles.each('Sub', rows, middle);
      const product = doubles.product(centered, centered, { transposeA: true });
      doubles.read(product).forEach((value, at) => {
        gram.data[at] += value;
      });
      doubles.free(rows, centered, product);
    }
  } finally {
    doubles.dispose();
  }
  for (let a = 1; a < d; a++) for (let b = 0; b < a; b++) gram.data[a * d + b] = gram.data[b * d + a];
  return gram;
}
