/** Multiplies two matrices on TensorFlow's native library and prints its version as JSON. Anything else is a failure. */
const util = require('node:util');
// Two functions that tfjs-node still calls; Node 22 warns of them, Node 23 removed them (see src/tensor/native/tensorflow.ts).
util.isNullOrUndefined = (value) => value === null || value === undefined;
util.isArray = Array.isArray;
process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';

const tf = require('@tensorflow/tfjs-node');
tf.enableProdMode();
const product = tf.matMul(
  tf.tensor2d([
    [1, 2],
    [3, 4],
  ]),
  tf.tensor2d([
    [5, 6],
    [7, 8],
  ]),
);
const found = Array.from(product.dataSync()).join(' ');
if (tf.getBackend() !== 'tensorflow' || found !== '19 22 43 50') {
  throw new Error(`backend ${tf.getBackend()}, product ${found}`);
}
process.stdout.write(JSON.stringify({ version: tf.backend().binding.TF_Version }));
