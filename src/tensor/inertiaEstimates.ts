import type { Tensor4D } from '@tensorflow/tfjs-node';
import type { StackedCentres } from './stackedCentres';
import { tensorflow } from './tensorflow';
import type { TensorRows } from './tensorRows';

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
      return tf.matMul(tf.sum(tf.square(values), 1, true), group.weights); // [batches, 1, 1]
    });
    const best = tf.tidy(() => bestScores(centres, group));
    const squaresOf = squares.dataSync();
    best.dataSync().forEach((score, at) => {
      inertias[at % centres.runs] += squaresOf[Math.floor(at / centres.runs)] - 2 * score;
    });
    tf.dispose([squares, best]);
  }
  return inertias;
}

/** Σ w·max(score) by batch and run: [batches, runs, 1]. */
function bestScores({ runs, slots, values }: StackedCentres, group: TensorRows['groups'][number]) {
  const tf = tensorflow();
  const [batches, width, batchRows] = group.columns.shape;
  const scores = tf.matMul(tf.tensor3d(values, [1, runs * slots, width]), group.columns);
  const best = tf.max(tf.reshape(scores, [batches, runs, slots, batchRows]) as Tensor4D, 2);
  return tf.matMul(best, group.weights);
}
