/** What every supported Node must be able to do with the compiled library: TensorFlow, SQL and a page served, in silence. */
const assert = require('node:assert');
const { join } = require('node:path');
const { KMeans } = require('../dist/cluster/kmeans/kMeans.js');
const { startDashboard } = require('../dist/dashboard/server.js');
const { rfmAnalysis } = require('../dist/features/rfm/rfmAnalysis.js');
const { tensorflow } = require('../dist/tensor/native/tensorflow.js');

const tf = tensorflow();
const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2]));
assert.deepStrictEqual([...product.dataSync()], [19, 22, 43, 50]);
// These two go through what newer Nodes removed: a type check on strings, and reading values back from the library.
assert.deepStrictEqual(tf.tensor1d(['a', 'b']).dataSync(), ['a', 'b']);
assert.strictEqual(tf.topk(tf.tensor1d([3, 9, 1]), 1).values.dataSync()[0], 9);

const model = new KMeans({ nClusters: 2, seed: 1 }).fit([
  [0, 0],
  [0, 1],
  [10, 0],
  [10, 1],
]);
assert.strictEqual(model.inertia, 1);
assert.strictEqual(model.labels[0], model.labels[1]);
assert.notStrictEqual(model.labels[0], model.labels[2]);

async function main() {
  const { customers, rowsRead } = await rfmAnalysis(
    join(__dirname, '..', 'data', 'online-retail-dataset.sample.csv'),
  );
  assert.strictEqual(rowsRead, 4511);
  assert.ok(customers.monetary.every((amount) => amount > 0));

  const dashboard = await startDashboard({ port: 0 });
  assert.match(await (await fetch(dashboard.url)).text(), /<title>/);
  await dashboard.close();
  console.log(`passed on ${process.version}`);
}

main();
