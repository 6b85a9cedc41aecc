import type { CovarianceKind } from './covarianceKind';
import type { CovarianceType } from './covarianceTypes';
import { diagonalCovariance } from './diagonalCovariance';
import { fullCovariance } from './fullCovariance';
import { sphericalCovariance } from './sphericalCovariance';
import { tiedCovariance } from './tiedCovariance';

/** What computes each type of covariance. */
export const COVARIANCE_KINDS: Record<CovarianceType, CovarianceKind> = {
  full: fullCovariance,
  tied: tiedCovariance,
  diagonal: diagonalCovariance,
  spherical: sphericalCovariance,
};
