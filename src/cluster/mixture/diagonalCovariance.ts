import { type CovarianceKind, MIN_SIZE } from './covarianceKind';
import { addSpread } from './scatter';
import { whiteningDiagonal } from './whitening';

/** A variance for each column and component: k × d. */
export const diagonalCovariance: CovarianceKind = {
  isShared: false,
  shape: (k, d) => [k, d],
  freeParameters: (k, d) => k * d,

  estimate({ X, means, shares, sizes }, regCovar, covariances) {
    const { rows, cols } = X;
    sizes.forEach((size, c) => {
      if (size < MIN_SIZE) return;
      const variances = covariances.subarray(c * cols, (c + 1) * cols).fill(0);
      addSpread(X, shares.subarray(c * rows, (c + 1) * rows), means.row(c), variances);
      for (let j = 0; j < cols; j++) variances[j] = variances[j] / size + regCovar;
    });
  },

  whiten(covariances, k, d) {
    const all = whiteningDiagonal(covariances);
    return all && Array.from({ length: k }, (_, c) => all.subarray(c * d, (c + 1) * d));
  },
};
