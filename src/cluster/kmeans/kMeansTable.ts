import type { Matrix } from '../../core/matrix';
import { nearestRows } from '../../core/nearestRow';
import { labelRows } from '../../tensor/labelRows';
import type { TensorRows } from '../../tensor/tensorRows';

/** The table as all steps of k-means share it: exact on this side, fast on TensorFlow's. */
export interface KMeansTable {
  X: Matrix;
  /** Length n; absent where every row weighs 1. */
  weights?: Float64Array;
  tensors: TensorRows;
}

/** Below this many multiplications a plain loop has finished before TensorFlow's ops are dispatched. */
const PLAIN_WORK = 200_000;

/** The nearest center of every row, exact in float64 however it is found; ties go to the first center. */
export function nearestCenters({ X, tensors }: KMeansTable, centers: Matrix): Int32Array {
  const plain = X.rows * centers.rows * X.cols <= PLAIN_WORK;
  return plain ? nearestRows(centers, X) : labelRows(tensors, X, centers);
}
