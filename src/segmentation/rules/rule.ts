import type { SegmentDistances } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { TSchema } from '../../core/schema';
import type { SqlMeasure, SqlSpace } from '../sql/sqlMeasure';

/** Measures customers who are in the space of the fit already: nothing is checked again. */
export interface Measure extends Pick<SegmentDistances, 'nClusters' | 'reach'> {
  /** m × d in, m × nClusters out. */
  distances(points: Matrix): Matrix;
  /** Places customers where that takes less than all distances; absent: by the least distance. */
  place?(points: Matrix): Placement;
  /** How likely each segment is, by a customer's distances; absent where the algorithm knows no probabilities. */
  memberships?(distances: Float64Array): Float64Array;
}

/** Where customers belong. Each of length m. */
export interface Placement {
  /** The segment, or −1 for noise. */
  labels: Int32Array;
  /** See `Prediction.margin`. */
  margin: Float64Array;
  /** See `Prediction.membership`; null where the algorithm knows none. */
  membership: Float64Array | null;
}

/** What new customers are placed by: plain data that a fit makes and a model file keeps. */
export interface Rule<Kept extends object = object> {
  /** Whatever passes it, and `flaw`, can be read. */
  readonly schema: TSchema;
  /** What a schema cannot see: sizes that do not agree, as a path below the rule and what must be there. */
  flaw(kept: Kept, expected: { k: number; width: number }): string | undefined;
  /** Gets ready to measure. */
  read(kept: Kept, k: number): Measure;
  /** The same measure in SQL, to the last bit where databases add in order; absent where SQL cannot say it. */
  toSql?(kept: Kept, space: SqlSpace): SqlMeasure;
}

/** Whether every row has so many columns. */
export function isTable(rows: readonly (readonly number[])[], cols: number): boolean {
  return rows.every((row) => row.length === cols);
}
