import type { Tensor } from '@tensorflow/tfjs-node';
import type { StackedCentres } from './stackedCentres';
import { tensorflow } from './tensorflow';
import type { RowGroup, TensorRows } from './tensorRows';

/**
 * Inertia (weighted sum of squared distances to the nearest centre) of every stacked clustering, to compare
 * restarts with: Σ w·|x|² − 2·Σ w·max(score), about six digits relative to the table's total sum of squares.
 * Cost: O(n · centres · d). Length runs.
 */
export function inertiaEstimates(data: TensorRows, centres: StackedCentres): Float64Array {
  const tf = tensorflow();
  const inertias = new Float64Array(centres.runs);
  for (const group of data.groups) {
    const squares = tf.tidy(() => {
      const values = tf.slice(group.columns, [0, 0, 0], [-1, data.d, -1]);
      return weightedTotals(tf.sum(tf.square(values), 1, true), group); // [batches, 1]
    });
    const best = tf.tidy(() => weightedTotals(bestScores(centres, group), group)); // [batches, runs]
    const squaresOf = squares.dataSync();
    best.dataSync().forEach((score, at) => {
      inertias[at % centres.runs] += squaresOf[Math.floor(at / centres.runs)] - 2 * score;
    });
    tf.dispose([squares, best]);
  }
  return inertias;
}

/** max(score) by batch, run and row: [batches, runs, batchRows]. */
function bestScores({ runs, slots, values }: StackedCentres, { columns }: RowGroup): Tensor {
  const tf = tensorflow();
  const [batches, width, batchRows] = columns.shape;
  const scores = tf.matMul(tf.tensor3d(values, [1, runs * slots, width]), columns);
  return tf.max(tf.reshape(scores, [batches, runs, slots, batchRows]), 2);
}

function weightedTotals(values: Tensor, { weights }: RowGroup): Tensor {
  const tf = tensorflow();
  return tf.sum(weights ? tf.mul(values, weights) : values, 2);
}
