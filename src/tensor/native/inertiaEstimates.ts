import type { Tensor } from '@tensorflow/tfjs-node';
import type { StackedCenters } from './stackedCenters';
import { tensorflow } from './tensorflow';
import type { RowGroup, TensorRows } from './tensorRows';

/**
 * Inertia (weighted sum of squared distances to the nearest center) of every stacked clustering, to compare
 * restarts with: Σ w·|x|² − 2·Σ w·max(score), about six digits relative to the table's total sum of squares.
 * Cost: O(n · centers · d). Length runs.
 */
export function inertiaEstimates(data: TensorRows, centers: StackedCenters): Float64Array {
  const tf = tensorflow();
  const inertias = new Float64Array(centers.runs);
  for (const group of data.groups) {
    const squares = tf.tidy(() => {
      const values = tf.slice(group.rows, [0, 0, 0], [-1, -1, data.d]);
      const [batches, batchRows] = group.rows.shape;
      const lengths = tf.reshape(tf.sum(tf.square(values), 2), [batches, 1, batchRows]);
      return weightedTotals(lengths, group); // [batches, 1]
    });
    const best = tf.tidy(() => weightedTotals(bestScores(centers, group), group)); // [batches, runs]
    const squaresOf = squares.dataSync();
    best.dataSync().forEach((score, at) => {
      inertias[at % centers.runs] += squaresOf[Math.floor(at / centers.runs)] - 2 * score;
    });
    tf.dispose([squares, best]);
  }
  return inertias;
}

/** max(score) by batch, run and row: [batches, runs, batchRows]. */
function bestScores({ runs, slots, values }: StackedCenters, { rows }: RowGroup): Tensor {
  const tf = tensorflow();
  const [batches, batchRows, width] = rows.shape;
  const scores = tf.matMul(tf.tensor3d(values, [1, runs * slots, width]), rows, false, true);
  return tf.max(tf.reshape(scores, [batches, runs, slots, batchRows]), 2);
}

function weightedTotals(values: Tensor, { weights }: RowGroup): Tensor {
  const tf = tensorflow();
  return tf.sum(weights ? tf.mul(values, weights) : values, 2);
}
