/** Fits, predicts and reports over and over; tells the memory that is in use after each round, and tensors that are left. */
const { Segmentation } = require('../../../dist/segmentation/segmentation');
const { SegmentationModel } = require('../../../dist/segmentation/segmentationModel');
const { buildReport } = require('../../../dist/report/buildReport');
const { reportMarkdown } = require('../../../dist/report/reportMarkdown');

const ROWS = 90;
const ALGORITHMS = [
  { k: 3 },
  { algorithm: 'agglomerative', k: 3 },
  { algorithm: 'dbscan', eps: 0.8 },
  { algorithm: 'gaussian-mixture', k: 3 },
  { algorithm: 'kprototypes', k: 3, columns: ['Age', 'Spending', 'City'] },
  { k: 4, pca: 2 },
];

function customers(round) {
  const wobble = (i, by) => ((i * by + round * 7) % 17) / 10;
  const rows = Array.from({ length: ROWS }, (_, i) => i);
  return {
    Age: rows.map((i) => 20 + 20 * (i % 3) + wobble(i, 37)),
    Spending: rows.map((i) => [900, 100, 500][i % 3] + 7 * wobble(i, 11)),
    City: rows.map((i) => ['Rome', 'Oslo', 'Bern'][(i + round) % 3]),
  };
}

function once(round) {
  const table = customers(round);
  const model = new Segmentation(ALGORITHMS[round % ALGORITHMS.length]).fit(table);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  loaded.predict(table);
  if (round % 10 === 0) reportMarkdown(buildReport(model));
}

function inUse() {
  globalThis.gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

(async () => {
  const [fits, rounds] = process.argv.slice(2).map(Number);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < fits / rounds; i++) {
      once(round * (fits / rounds) + i);
      await new Promise(setImmediate);
    }
    process.send({ inUse: inUse(), resident: process.memoryUsage().rss, tensors: tensors() });
  }
  process.disconnect();
})();

/** The engine is said by the environment. */
function tensors() {
  return process.env.CUSTOMER_SEGMENTATION_ENGINE === 'native'
    ? require('@tensorflow/tfjs-node').memory().numTensors
    : 0;
}
