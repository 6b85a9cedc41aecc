import { type CovarianceKind, MIN_SIZE } from './covarianceKind';
import { addSpread } from './scatter';
import { whiteningDiagonal } from './whitening';

/** A variance for each component, the same along every column: k. */
export const sphericalCovariance: CovarianceKind = {
  isShared: false,
  shape: (k) => [k],
  freeParameters: (k) => k,

  estimate({ X, means, shares, sizes }, regCovar, covariances) {
    const { rows, cols } = X;
    const spread = new Float64Array(cols);
    sizes.forEach((size, c) => {
      if (size < MIN_SIZE) return;
      addSpread(X, shares.subarray(c * rows, (c + 1) * rows), means.row(c), spread.fill(0));
      covariances[c] = spread.reduce((sum, value) => sum + value, 0) / (size * cols) + regCovar;
    });
  },

  whiten(covariances, k, d) {
    const all = whiteningDiagonal(covariances);
    return all && Array.from({ length: k }, (_, c) => new Float64Array(d).fill(all[c]));
  },
};
