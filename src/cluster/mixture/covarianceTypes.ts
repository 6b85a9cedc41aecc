/**
 * Which shapes the components of a mixture may take: `full`, an ellipsoid each; `tied`, one ellipsoid for all;
 * `diagonal`, an ellipsoid each along the columns; `spherical`, a ball each.
 */
export type CovarianceType = 'full' | 'tied' | 'diagonal' | 'spherical';

/** Every type there is; the default first. Apart from what computes them, so that the dashboard's page need not hold that. */
export const COVARIANCE_TYPES: readonly CovarianceType[] = ['full', 'tied', 'diagonal', 'spherical'];
