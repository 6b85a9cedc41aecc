import util from 'node:util';
import type * as TensorFlow from '@tensorflow/tfjs-node';

let loaded: typeof TensorFlow | undefined;

/**
 * TensorFlow's native library, loaded on the first call (some 330 MB of memory), so that what needs no tensors,
 * such as scoring new customers, never pays for it.
 *
 * Cost: the first call about 0.4 s; one op about 9 µs to dispatch, so kernels batch their work.
 * @throws the binding's own error when it was never built; `npm start` builds it.
 *
 * @example
 * const sum = tensorflow().tensor1d([1, 2, 3]).sum();
 * sum.dataSync(); // Float32Array [6]
 * sum.dispose();
 */
export function tensorflow(): typeof TensorFlow {
  loaded ??= load();
  return loaded;
}

function load(): typeof TensorFlow {
  restoreRemovedUtilities();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  const tf: typeof TensorFlow = require('@tensorflow/tfjs-node');
  tf.enableProdMode();
  return tf;
}

/** Two functions that tfjs-node 4.22 still calls: Node 22 warns of them on stderr, Node 23 removed them. */
function restoreRemovedUtilities(): void {
  const target = util as unknown as Record<string, unknown>;
  target.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  target.isArray = Array.isArray;
}
