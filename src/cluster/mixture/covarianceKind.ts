import type { Matrix } from '../../core/matrix';

/** All that differs between types of covariance. Covariances are flat and row-major, in scikit-learn's shapes. */
export interface CovarianceKind {
  /** Whether all k components have the same covariance. */
  readonly isShared: boolean;
  /** Length along each dimension, for k components of d columns. */
  shape(k: number, d: number): number[];
  /** How many of these numbers are free to vary. */
  freeParameters(k: number, d: number): number;
  /** Writes the covariances of rows that components share, `regCovar` added to every variance. */
  estimate(rows: SharedRows, regCovar: number, covariances: Float64Array): void;
  /**
   * For each component the W that makes W·(x − mean) uncorrelated with variance 1: d × d and lower triangular, or the
   * d entries of a diagonal; undefined where a covariance is not positive definite.
   */
  whiten(covariances: Float64Array, k: number, d: number): Float64Array[] | undefined;
}

/** Rows, and how much of each belongs to which component. */
export interface SharedRows {
  /** n × d. */
  X: Matrix;
  /** k × d. */
  means: Matrix;
  /** k × n; each row's shares add up to 1. */
  shares: Float64Array;
  /** What each component's shares add up to. Length k. */
  sizes: Float64Array;
}

/** A component with less than this much of a row is empty: it keeps its mean and covariance. */
export const MIN_SIZE = 10 * Number.EPSILON;
