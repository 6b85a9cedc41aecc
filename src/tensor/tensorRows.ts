import type { Tensor3D } from '@tensorflow/tfjs-node';
import type { Matrix } from '../core/matrix';
import { tensorflow } from './tensorflow';

/** Rows to a batch: one thread's share of a batched product, small enough to stay in its cache. */
const BATCH_ROWS = 32_768;

/**
 * Numbers that one intermediate result may hold (64 MB of float32). A table whose scores against all stacked
 * centres would be larger is cut into several groups of rows, so that memory does not grow with n × centres.
 */
const MAX_SCORES = 16_777_216;

/** Some rows of the table, cut into equal batches; the last batch is filled up with rows of zeros. */
export interface RowGroup {
  /** First row of the group in the table, and how many there are. */
  start: number;
  count: number;
  /** [batches, batchRows, d + 1 (+ 1)]: w·x, then w; where rows are weighted, a column of ones follows. */
  rows: Tensor3D;
  /** [batches, d + 1, batchRows]: x, then a one, customers as columns. */
  columns: Tensor3D;
  /** [batches, batchRows, 1]: weight of each row, 0 for filling. */
  weights: Tensor3D;
}

/**
 * A table on TensorFlow's side, as the k-means kernels want it: float32, moved near the origin (float32
 * distances cancel badly far from it), with a column of ones, both upright and transposed.
 */
export interface TensorRows {
  n: number;
  d: number;
  weighted: boolean;
  /** Subtracted from every row before it became float32: about the mean. Length d. */
  offset: Float64Array;
  groups: RowGroup[];
  dispose(): void;
}

/**
 * Uploads a table once for many passes of the kernels.
 *
 * @param X n × d.
 * @param centres how many stacked centres the passes will compare each row with; decides the size of groups.
 * @param weights one per row, none negative; without them every row weighs 1.
 * Cost: O(n·d), about 35 ms for 1,000,000 × 8; 8·n·(d + 1) bytes held until `dispose`.
 */
export function uploadRows(X: Matrix, centres: number, weights?: Float64Array): TensorRows {
  const offset = roughMean(X);
  const groups: RowGroup[] = [];
  const groupRows = Math.max(1, Math.min(X.rows, Math.floor(MAX_SCORES / centres)));
  for (let start = 0; start < X.rows; start += groupRows) {
    groups.push(uploadGroup(X, offset, start, Math.min(groupRows, X.rows - start), weights));
  }
  return {
    n: X.rows,
    d: X.cols,
    weighted: weights !== undefined,
    offset,
    groups,
    dispose: () => groups.forEach(disposeGroup),
  };
}

/** The mean of up to 1,024 evenly spread rows: any point amid the data will do, and this costs next to nothing. */
function roughMean(X: Matrix): Float64Array {
  const mean = new Float64Array(X.cols);
  const step = Math.ceil(X.rows / 1024);
  const taken = Math.ceil(X.rows / step);
  for (let i = 0; i < X.rows; i += step) {
    for (let j = 0; j < X.cols; j++) mean[j] += X.data[i * X.cols + j] / taken;
  }
  return mean;
}

function uploadGroup(
  X: Matrix,
  offset: Float64Array,
  start: number,
  count: number,
  weights?: Float64Array,
): RowGroup {
  const tf = tensorflow();
  const batches = Math.ceil(count / BATCH_ROWS);
  const batchRows = Math.ceil(count / batches);
  const values = shiftedWithOnes(X, offset, start, count, batches * batchRows);
  const flatWeights = new Float32Array(batches * batchRows);
  if (weights) flatWeights.set(weights.subarray(start, start + count));
  else flatWeights.fill(1, 0, count);
  const plain = tf.tensor3d(values, [batches, batchRows, X.cols + 1]);
  const weightColumn = tf.tensor3d(flatWeights, [batches, batchRows, 1]);
  const columns = tf.transpose(plain, [0, 2, 1]);
  if (!weights) return { start, count, rows: plain, columns, weights: weightColumn };
  const rows = tf.tidy(() => {
    const ones = tf.slice(plain, [0, 0, X.cols], [-1, -1, 1]);
    return tf.concat([tf.mul(plain, weightColumn), ones], 2) as Tensor3D;
  });
  plain.dispose();
  return { start, count, rows, columns, weights: weightColumn };
}

/** Rows `start … start + count` less the offset, each followed by a one; rows beyond are zeros throughout. */
function shiftedWithOnes(X: Matrix, offset: Float64Array, start: number, count: number, padded: number) {
  const { data, cols } = X;
  const values = new Float32Array(padded * (cols + 1));
  for (let i = 0; i < count; i++) {
    const from = (start + i) * cols;
    const to = i * (cols + 1);
    for (let j = 0; j < cols; j++) values[to + j] = data[from + j] - offset[j];
    values[to + cols] = 1;
  }
  return values;
}

function disposeGroup({ rows, columns, weights }: RowGroup): void {
  rows.dispose();
  columns.dispose();
  weights.dispose();
}
