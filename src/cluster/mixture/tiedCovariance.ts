import type { CovarianceKind } from './covarianceKind';
import { addScatter, toCovariance } from './scatter';
import { whiteningMatrix } from './whitening';

/** One ellipsoid for all components: d × d. */
export const tiedCovariance: CovarianceKind = {
  isShared: true,
  shape: (_k, d) => [d, d],
  freeParameters: (_k, d) => (d * (d + 1)) / 2,

  estimate({ X, means, shares }, regCovar, covariances) {
    const { rows, cols } = X;
    covariances.fill(0);
    for (let c = 0; c < means.rows; c++) {
      addScatter(X, shares.subarray(c * rows, (c + 1) * rows), means.row(c), covariances);
    }
    toCovariance(covariances, cols, rows, regCovar);
  },

  whiten(covariances, k, d) {
    const matrix = whiteningMatrix(covariances, d);
    return matrix && Array.from({ length: k }, () => matrix);
  },
};
