import type { Matrix } from '../../core/matrix';
import type { HeldRows } from '../../tensor/engine';

/** The table as all steps of k-means share it: exact on this side, fast on the engine's. */
export interface KMeansTable {
  X: Matrix;
  /** Length n; absent where every row weighs 1. */
  weights?: Float64Array;
  held: HeldRows;
}
