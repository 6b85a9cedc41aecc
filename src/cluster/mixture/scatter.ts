import type { Matrix } from '../../core/matrix';

/**
 * Adds up share · (x − mean)(x − mean)ᵀ over rows, into the lower triangle of `scatter` (d × d). Taken from the mean,
 * so that far from zero nothing cancels.
 * @param shares length n.
 * Cost: O(n·d²).
 */
export function addScatter(X: Matrix, shares: Float64Array, mean: Float64Array, scatter: Float64Array): void {
  const { data, rows, cols } = X;
  const difference = new Float64Array(cols);
  for (let i = 0, at = 0; i < rows; i++, at += cols) {
    const share = shares[i];
    if (share === 0) continue;
    for (let j = 0; j < cols; j++) difference[j] = data[at + j] - mean[j];
    for (let j = 0, to = 0; j < cols; j++, to += cols) {
      const scaled = share * difference[j];
      for (let l = 0; l <= j; l++) scatter[to + l] += scaled * difference[l];
    }
  }
}

/**
 * The diagonal of `addScatter` alone: d numbers.
 * Cost: O(n·d).
 */
export function addSpread(X: Matrix, shares: Float64Array, mean: Float64Array, spread: Float64Array): void {
  const { data, rows, cols } = X;
  for (let i = 0, at = 0; i < rows; i++, at += cols) {
    const share = shares[i];
    if (share === 0) continue;
    for (let j = 0; j < cols; j++) {
      const difference = data[at + j] - mean[j];
      spread[j] += share * difference * difference;
    }
  }
}

/** Makes a covariance of the lower triangle of a scatter: divided, `regCovar` added to the diagonal, mirrored. */
export function toCovariance(scatter: Float64Array, cols: number, size: number, regCovar: number): void {
  for (let j = 0; j < cols; j++) {
    for (let l = 0; l <= j; l++) {
      const covariance = scatter[j * cols + l] / size + (l === j ? regCovar : 0);
      scatter[j * cols + l] = covariance;
      scatter[l * cols + j] = covariance;
    }
  }
}
