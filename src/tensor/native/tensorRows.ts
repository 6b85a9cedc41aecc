import type { Tensor3D } from '@tensorflow/tfjs-node';
import type { Matrix } from '../../core/matrix';
import { lengthInFloat32, roughCenter } from '../roughCenter';
import { tensorflow } from './tensorflow';

/**
 * Rows to a batch: one thread's share of a batched product, and how many rows float32 adds up at most. No power of
 * two, or the scores of a row against all centers would fall into the same lines of the cache.
 */
const BATCH_ROWS = 31_250;

/**
 * Numbers that one intermediate result may hold: 8 MB of float32, so that it is still in the processor's cache
 * when the next op reads it. A table whose scores against all stacked centers would be larger is cut into groups
 * of rows; therefore memory does not grow with n × centers. Measured on 1,000,000 × 8 with 8 centers: 7.5 ms a
 * pass, against 10 ms in one piece.
 */
const MAX_SCORES = 2_000_000;

/** Some rows of the table, cut into equal batches; the last batch is filled up with rows of zeros. */
export interface RowGroup {
  /** First row of the group in the table, and how many there are. */
  start: number;
  count: number;
  /** [batches, batchRows, d + 1]: x, then a one (in filling rows: zeros). */
  rows: Tensor3D;
  /** [batches, 1, batchRows], where rows are weighted. */
  weights?: Tensor3D;
}

/**
 * A table on TensorFlow's side, as the k-means kernels want it: float32, moved near the origin (float32
 * distances cancel badly far from it), with a column of ones. One copy serves both products of Lloyd's step,
 * `centers · rowsᵀ` and `marks · rows`, as fast as a copy for each.
 */
export interface TensorRows {
  n: number;
  d: number;
  /** Subtracted from every row before it became float32: about the median. Length d. */
  offset: Float64Array;
  groups: RowGroup[];
  /** Length of the longest row, relative to the offset; Infinity where float32 cannot hold its square. */
  longest: number;
  dispose(): void;
}

/** What `uploadRows` can be told beside the table. */
export interface UploadOptions {
  /** One per row, none negative; without them every row weighs 1. */
  weights?: Float64Array;
  /** Rows that a product adds up in float32, at most; fewer are slower and more exact. Default 31,250. */
  batchRows?: number;
}

/**
 * Uploads a table once for many passes of the kernels.
 *
 * @param X n × d.
 * @param centers how many stacked centers the passes will compare each row with; decides the size of groups.
 * Cost: O(n·d), about 20 ms for 1,000,000 × 8; 4·n·(d + 1) bytes held until `dispose`.
 */
export function uploadRows(
  X: Matrix,
  centers: number,
  { weights, batchRows = BATCH_ROWS }: UploadOptions = {},
): TensorRows {
  const offset = roughCenter(X);
  const groups: RowGroup[] = [];
  const groupRows = Math.max(1, Math.min(X.rows, Math.floor(MAX_SCORES / centers)));
  let longestSquare = 0;
  for (let start = 0; start < X.rows; start += groupRows) {
    const count = Math.min(groupRows, X.rows - start);
    const batches = Math.ceil(count / batchRows);
    const values = new Float32Array(batches * Math.ceil(count / batches) * (X.cols + 1));
    longestSquare = Math.max(longestSquare, writeRows(values, X, offset, start, count));
    groups.push(uploadGroup(values, start, count, batches, weights));
  }
  const dispose = () => {
    for (const { rows, weights: own } of groups) tensorflow().dispose([rows, own ?? []]);
  };
  return { n: X.rows, d: X.cols, offset, groups, longest: lengthInFloat32(longestSquare), dispose };
}

function uploadGroup(
  values: Float32Array,
  start: number,
  count: number,
  batches: number,
  weights?: Float64Array,
): RowGroup {
  const tf = tensorflow();
  const batchRows = Math.ceil(count / batches);
  const rows = tf.tensor3d(values, [batches, batchRows, values.length / (batches * batchRows)]);
  if (!weights) return { start, count, rows };
  const padded = new Float32Array(batches * batchRows);
  padded.set(weights.subarray(start, start + count));
  return { start, count, rows, weights: tf.tensor3d(padded, [batches, 1, batchRows]) };
}

/** Writes `count` rows less the offset, each with a one behind it; returns the square of the longest. */
function writeRows(
  values: Float32Array,
  { data, cols }: Matrix,
  offset: Float64Array,
  start: number,
  count: number,
): number {
  let longestSquare = 0;
  for (let i = 0, from = start * cols, to = 0; i < count; i++, from += cols, to += cols + 1) {
    let even = 0; // two sums and two columns a turn: a sixth off the time
    let odd = 0;
    let j = 0;
    for (; j + 1 < cols; j += 2) {
      const value = data[from + j] - offset[j];
      const next = data[from + j + 1] - offset[j + 1];
      even += value * value;
      odd += next * next;
      values[to + j] = value;
      values[to + j + 1] = next;
    }
    if (j < cols) {
      values[to + j] = data[from + j] - offset[j];
      even += values[to + j] ** 2;
    }
    values[to + cols] = 1;
    if (even + odd > longestSquare) longestSquare = even + odd;
  }
  return longestSquare;
}
