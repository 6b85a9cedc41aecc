/**
 * The claim: DBSCAN of many customers is faster here than in scikit-learn up to some 16 columns; with 32 independent
 * ones it depends on eps, and scikit-learn's brute force may be faster.
 *
 *     node bench/dbscan.mjs [--smoke] [--json] [--rounds=3]
 *
 * Timed is one whole `fit` on float64 data that are already in memory. Each library has a process of its own and fits
 * once to warm up; the two then take turns, each after a rest, and the median counts. Both must find as many core
 * rows, as much noise and as many clusters.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../dist/core/random.js';
import { Peer } from './peers/peer.mjs';
import { benchPython } from './venv.mjs';

const OURS = 'customer-segmentation';
const GROUPS = 8;
const REST_MS = 300;
const TABLES = [
  { rows: 100_000, cols: 2, eps: 0.05, minSamples: 10 },
  { rows: 100_000, cols: 3, eps: 0.15, minSamples: 10 },
  { rows: 20_000, cols: 8, eps: 0.9, minSamples: 10 },
  { rows: 10_000, cols: 16, eps: 2.5, minSamples: 10 },
  { rows: 10_000, cols: 32, eps: 4.5, minSamples: 10 },
];

const { values: options } = parseArgs({
  options: { smoke: { type: 'boolean' }, json: { type: 'boolean' }, rounds: { type: 'string' } },
});
const rounds = Number(options.rounds ?? (options.smoke ? 1 : 3));
const tables = TABLES.map((table) => (options.smoke ? { ...table, rows: table.rows / 50 } : table));

const script = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const peers = [
  new Peer(OURS, process.execPath, [script('dbscanPeer.mjs')]),
  new Peer('scikit-learn', benchPython(), [script('dbscanPeer.py')]),
];
const results = [];
for (const table of tables) results.push(await measure(table));
for (const peer of peers) peer.close();
if (options.json) console.log(JSON.stringify(results));
else print();

async function measure(table) {
  const request = { ...table, path: writeData(table) };
  const answers = peers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, peer] of peers.entries()) {
      await setTimeout(REST_MS);
      const answer = await peer.ask(request);
      if (round > 0) answers[i].push(answer);
    }
  }
  const [ours, theirs] = answers.map(([{ clusters, noise, core }]) => ({ clusters, noise, core }));
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(
      `${JSON.stringify(table)}: ${JSON.stringify(ours)} here, there ${JSON.stringify(theirs)}`,
    );
  }
  const [ms, peerMs] = answers.map((own) => median(own.map(({ ms }) => ms)));
  return { ...table, ...ours, ms, peerMs };
}

/** Groups of unequal density, brought to standard deviation 1, as a file of float64. */
function writeData({ rows, cols }) {
  const random = new Random(7);
  const centers = Float64Array.from({ length: GROUPS * cols }, () => random.normal(0, 3));
  const data = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    const group = random.integer(GROUPS);
    const spread = 0.5 + 0.5 * random.uniform();
    for (let j = 0; j < cols; j++) data[i * cols + j] = random.normal(centers[group * cols + j], spread) / 3;
  }
  const folder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/dbscan-${rows}x${cols}.f64`;
  writeFileSync(path, data);
  return path;
}

function print() {
  console.log(`DBSCAN; ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}; medians\n`);
  console.log('         table     eps   clusters      noise       here   scikit-learn     ratio');
  for (const { rows, cols, eps, clusters, noise, ms, peerMs } of results) {
    const cells = [
      `${rows.toLocaleString('en')} × ${cols}`.padStart(14),
      String(eps).padStart(7),
      String(clusters).padStart(10),
      String(noise).padStart(10),
      `${ms.toFixed(0)} ms`.padStart(10),
      `${peerMs.toFixed(0)} ms`.padStart(14),
      `${(peerMs / ms).toFixed(2)}×`.padStart(9),
    ];
    console.log(cells.join(' '));
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
