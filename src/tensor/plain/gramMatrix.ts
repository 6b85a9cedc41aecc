import { Matrix } from '../../core/matrix';

/** See `Engine.gramMatrix`; on one thread. */
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
