/** Our DBSCAN, fitted on request: see peer.mjs. Requests as dbscanPeer.py. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DBSCAN } from '../../dist/cluster/density/dbscan.js';
import { Matrix } from '../../dist/core/matrix.js';

for await (const line of createInterface({ input: process.stdin })) {
  const { path, rows, cols, eps, minSamples } = JSON.parse(line);
  const bytes = readFileSync(path);
  const X = new Matrix(new Float64Array(bytes.buffer, bytes.byteOffset, rows * cols), rows, cols);
  const began = performance.now();
  const { labels, nClusters, coreSampleIndices } = new DBSCAN({ eps, minSamples }).fit(X);
  const ms = performance.now() - began;
  const noise = labels.filter((label) => label < 0).length;
  console.log(JSON.stringify({ ms, clusters: nClusters, noise, core: coreSampleIndices.length }));
}
