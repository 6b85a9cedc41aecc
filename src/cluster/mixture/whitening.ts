/** A pivot below this fraction of its variance is rounding, not spread. */
const MIN_PIVOT = Number.EPSILON;

/**
 * The inverse of the Cholesky factor of a covariance (d × d): lower triangular, zeros above; undefined where the
 * covariance is not positive definite.
 * Cost: O(d³).
 */
export function whiteningMatrix(covariance: Float64Array, d: number): Float64Array | undefined {
  const factor = choleskyFactor(covariance, d);
  return factor && invertLower(factor, d);
}

/** One over each standard deviation; undefined where a variance is not positive. */
export function whiteningDiagonal(variances: Float64Array): Float64Array | undefined {
  return variances.every((variance) => variance > 0 && variance < Infinity)
    ? variances.map((variance) => 1 / Math.sqrt(variance))
    : undefined;
}

function choleskyFactor(covariance: Float64Array, d: number): Float64Array | undefined {
  const factor = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    for (let l = 0; l <= j; l++) {
      let rest = covariance[j * d + l];
      for (let m = 0; m < l; m++) rest -= factor[j * d + m] * factor[l * d + m];
      if (l < j) factor[j * d + l] = rest / factor[l * d + l];
      else if (rest > MIN_PIVOT * covariance[j * d + j] && rest < Infinity)
        factor[j * d + j] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return factor;
}

function invertLower(factor: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d * d);
  for (let column = 0; column < d; column++) {
    for (let j = column; j < d; j++) {
      let rest = j === column ? 1 : 0;
      for (let m = column; m < j; m++) rest -= factor[j * d + m] * inverse[m * d + column];
      inverse[j * d + column] = rest / factor[j * d + j];
    }
  }
  return inverse;
}
