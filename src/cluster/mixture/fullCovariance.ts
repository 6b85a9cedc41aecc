import { type CovarianceKind, MIN_SIZE } from './covarianceKind';
import { addScatter, toCovariance } from './scatter';
import { whiteningMatrix } from './whitening';

/** An ellipsoid for each component: k × d × d. */
export const fullCovariance: CovarianceKind = {
  isShared: false,
  shape: (k, d) => [k, d, d],
  freeParameters: (k, d) => (k * d * (d + 1)) / 2,

  estimate({ X, means, shares, sizes }, regCovar, covariances) {
    const { rows, cols } = X;
    sizes.forEach((size, c) => {
      if (size < MIN_SIZE) return;
      const covariance = covariances.subarray(c * cols * cols, (c + 1) * cols * cols).fill(0);
      addScatter(X, shares.subarray(c * rows, (c + 1) * rows), means.row(c), covariance);
      toCovariance(covariance, cols, size, regCovar);
    });
  },

  whiten(covariances, k, d) {
    const matrices: Float64Array[] = [];
    for (let c = 0; c < k; c++) {
      const matrix = whiteningMatrix(covariances.subarray(c * d * d, (c + 1) * d * d), d);
      if (!matrix) return undefined;
      matrices.push(matrix);
    }
    return matrices;
  },
};
