/** One JavaScript library's k-means, fitted on request: see peer.mjs. Arguments as kMeansPeer.py. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [library, path, ...sizes] = process.argv.slice(2);
const [rows, cols, k] = sizes.map(Number);
const bytes = readFileSync(path);
const data = new Float64Array(bytes.buffer, bytes.byteOffset, rows * cols);
const kMeans = await prepare();

for await (const line of createInterface({ input: process.stdin })) {
  const { iterations } = JSON.parse(line);
  const began = performance.now();
  const result = kMeans(iterations);
  const ms = performance.now() - began;
  console.log(
    JSON.stringify({ ms, nIter: result.nIter, inertia: result.inertia ?? inertia(result.centroids) }),
  );
}

/** Brings the data to the library's own form, and returns its fit of so many iterations. */
async function prepare() {
  if (library === 'customer-segmentation') {
    const { KMeans } = await import('../../dist/cluster/kmeans/kMeans.js');
    const { Matrix } = await import('../../dist/core/matrix.js');
    const X = new Matrix(data, rows, cols);
    const init = X.selectRows(Array.from({ length: k }, (_, i) => i));
    return (iterations) => new KMeans({ nClusters: k, init, maxIter: iterations, tol: 0 }).fit(X);
  }
  const table = Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));
  const start = () => table.slice(0, k).map((row) => row.slice());
  if (library === 'ml-kmeans') {
    const { kmeans } = await import('ml-kmeans');
    return (maxIterations) => {
      const { centroids, iterations } = kmeans(table, k, {
        initialization: start(),
        maxIterations,
        tolerance: 0,
      });
      return { centroids, nIter: iterations };
    };
  }
  const { default: skmeans } = await import('skmeans');
  return (iterations) => {
    const { centroids, it } = skmeans(table, k, start(), iterations);
    return { centroids, nIter: it };
  };
}

/** Sum of squared distances to the nearest centroid, for libraries that do not report it; not timed. */
function inertia(centroids) {
  let sum = 0;
  for (let at = 0; at < data.length; at += cols) {
    let least = Infinity;
    for (const centroid of centroids) {
      let square = 0;
      for (let j = 0; j < cols; j++) square += (data[at + j] - centroid[j]) ** 2;
      least = Math.min(least, square);
    }
    sum += least;
  }
  return sum;
}
