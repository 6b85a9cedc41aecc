/** This library's side of bench/speed.mjs: does one piece of work on request, see peer.mjs. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DBSCAN } from '../../dist/cluster/density/dbscan.js';
import { linkageMatrix } from '../../dist/cluster/hierarchy/linkage.js';
import { KMeans, kMeansSweep } from '../../dist/cluster/kmeans/kMeans.js';
import { Matrix } from '../../dist/core/matrix.js';
import { chooseK } from '../../dist/evaluate/chooseK/chooseK.js';
import { silhouette, silhouettes } from '../../dist/evaluate/indices/silhouette.js';
import { PCA } from '../../dist/reduce/pca.js';
import { Doubles } from '../../dist/tensor/native/doubles.js';

const KS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const tables = new Map();

/** Each returns a number that both sides must come to, within the tolerance of its row. */
const WORKS = {
  lloyd: (X, { k, iterations }) =>
    new KMeans({ nClusters: k, init: firstRows(X, k), maxIter: iterations, tol: 0 }).fit(X).inertia,
  kMeans: (X, { k, starts }) => new KMeans({ nClusters: k, nInit: starts, seed: 1 }).fit(X).inertia,
  sweep: (X) => {
    const models = kMeansSweep(X, KS, { nInit: 10, seed: 1 });
    const all = silhouettes(
      X,
      models.map(({ labels }) => labels),
    );
    return Math.max(...all.map(({ mean }) => mean));
  },
  chooseK: (X) => chooseK(X, { references: 20, resamples: 100, seed: 1 }).table.length + 1,
  pca: (X) => new PCA().fit(X).explainedVariance[0],
  silhouette: (X, { k }) => silhouette(X, labelsOf(X, k)).mean,
  ward: (X) => linkageMatrix(X, 'ward').data.at(-2),
  /** What the machine can do at most: numbers copied, and multiplications of a product in float64. */
  copy: ({ data }) => data.slice().length,
  product: (X) => {
    const doubles = new Doubles();
    const table = doubles.tensor(X.data, [X.rows, X.cols]);
    const { length } = doubles.read(doubles.product(table, table));
    doubles.dispose();
    return length;
  },
  dbscan: (X, { eps }) => new Set(new DBSCAN({ eps, minSamples: 10 }).fit(X).labels).size,
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const X = tableOf(request);
  const before = process.cpuUsage();
  const began = performance.now();
  const answer = WORKS[request.work](X, request);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ms, cpu: (user + system) / 1000, answer }));
}

function tableOf({ path, rows, cols }) {
  if (!tables.has(path)) {
    tables.clear();
    const bytes = readFileSync(path);
    tables.set(path, new Matrix(new Float64Array(bytes.buffer, bytes.byteOffset, rows * cols), rows, cols));
  }
  return tables.get(path);
}

function firstRows(X, k) {
  return X.selectRows(Array.from({ length: k }, (_, row) => row));
}

/** The same labels on both sides: by the nearest of the first rows. */
function labelsOf(X, k) {
  return new KMeans({ nClusters: k, init: firstRows(X, k), maxIter: 2, tol: 0 }).fit(X).labels;
}
