import type { Matrix } from '../core/matrix';
import type { ClusterNumbers, DistanceSums, Distances } from './distanceSums';

/** Every engine there is: typed arrays with WebAssembly, and TensorFlow's native library. */
export const ENGINES = ['plain', 'native'] as const;

/** 'plain' arrays or the 'native' library. */
export type EngineName = (typeof ENGINES)[number];

/**
 * The heavy arithmetic that estimators share. All engines give the same answers: equal labels, and sums that differ
 * by rounding only. Which one serves a table is chosen by `engineFor`.
 */
export interface Engine {
  readonly name: EngineName;
  /** A table made ready for many passes of k-means; free it with `dispose`. */
  holdRows(X: Matrix, options: HoldOptions): HeldRows;
  /** Σ (x − mean)(x − mean)ᵀ over the rows of `X`: d × d, symmetric, in float64. Cost: O(n·d²). */
  gramMatrix(X: Matrix, mean: Float64Array): Matrix;
  /** Of every row, the sum of its distances to the rows of each cluster of each labeling. Cost: O(n²·d). */
  distanceSums(distances: Distances, labelings: readonly ClusterNumbers[]): DistanceSums;
}

/** What `holdRows` is told beside the table. */
export interface HoldOptions {
  /** With how many centers of all runs a pass compares each row. */
  centers: number;
  /** One per row, none negative; absent, every row weighs 1. */
  weights?: Float64Array;
}

/**
 * One clustering on its way. An engine may remember by the object what the last pass over it found, so keep one
 * object for each run and change its centers.
 */
export interface Run {
  /** k × d. */
  readonly centers: Matrix;
}

/** Sums over the rows nearest to each center of one run. */
export interface AssignedSums {
  /** [k, d], row-major: Σ w·(x − offset). */
  sums: Float64Array;
  /** Σ w. Length k. */
  weights: Float64Array;
}

/** A table that an engine holds. */
export interface HeldRows {
  /** A point amid the rows, which sums are relative to. Length d. */
  readonly offset: Float64Array;
  /** Length of the longest row, relative to the offset; Infinity where float32 cannot hold its square. */
  readonly longest: number;
  /** Lloyd's step of each run: rows to their nearest center (the first of several), added up. O(n · centers · d). */
  assignAndSum(runs: readonly Run[]): AssignedSums[];
  /** Weighted squared distances to the nearest center, summed: of each run, to six digits at least. */
  inertias(runs: readonly Run[]): Float64Array;
  /** The nearest center of every row, exact in float64; the first of several equally near. */
  nearest(centers: Matrix): Int32Array;
  dispose(): void;
}
