import type { SegmentDistances } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { TSchema } from '../../core/schema';

/** Measures customers who are in the space of the fit already: nothing is checked again. */
export interface Measure extends Pick<SegmentDistances, 'nClusters' | 'reach'> {
  /** m × d in, m × nClusters out. */
  distances(points: Matrix): Matrix;
}

/** What new customers are placed by: plain data that a fit makes and a model file keeps. */
export interface Rule<Kept extends object = object> {
  /** Whatever passes it, and `flaw`, can be read. */
  readonly schema: TSchema;
  /** What a schema cannot see: sizes that do not agree, as a path below the rule and what must be there. */
  flaw(kept: Kept, expected: { k: number; width: number }): string | undefined;
  /** Gets ready to measure. */
  read(kept: Kept, k: number): Measure;
}

/** Whether every row has so many columns. */
export function isTable(rows: readonly (readonly number[])[], cols: number): boolean {
  return rows.every((row) => row.length === cols);
}
