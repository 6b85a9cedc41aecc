/**
 * The claim: k-means of 1,000,000 × 8 customers into 8 segments, 20 Lloyd iterations from the same start, is
 * faster here than in scikit-learn, scikit-learn-intelex, ml-kmeans and skmeans.
 *
 *     node bench/kMeans.mjs [--smoke] [--json] [--rounds=5] [--peers=ml-kmeans,skmeans,scikit-learn,scikit-learn-intelex]
 *
 * Timed is one whole `fit` on float64 data that are already in memory in the library's own form (a Matrix, a
 * NumPy array, an array of arrays): checking, conversion, upload, 20 iterations, labels and inertia. Each library
 * has a process of its own and fits to warm up; the libraries then take turns, each after a second's rest, and the median counts. The
 * time of one iteration is the difference of fits with 20 and with 2 iterations, over 18.
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
const ITERATIONS = 20;
const FEW = 2;
const K = 8;
const COLS = 8;
const PYTHON = ['scikit-learn', 'scikit-learn-intelex'];
/** A fit of these takes seconds: three rounds of them will do. */
const JAVASCRIPT = ['ml-kmeans', 'skmeans'];
const SLOW_ROUNDS = 3;
/** Idle threads of a pool keep spinning for a while; they shall not do so on the next library's clock. */
const REST_MS = 1000;

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
    rounds: { type: 'string' },
    peers: { type: 'string' },
  },
});
const rows = options.smoke ? 20_000 : 1_000_000;
const rounds = Number(options.rounds ?? (options.smoke ? 1 : 7));

const peers = startPeers(writeData());
const times = new Map(peers.map(({ name }) => [name, { whole: [], few: [], inertia: 0 }]));
for (const peer of peers) await warmUp(peer);
for (let round = 0; round < rounds; round++) {
  for (const peer of peers) if (!isSlow(peer) || round < SLOW_ROUNDS) await takeTurn(peer);
}
for (const peer of peers) peer.close();
report();

/** The same eight overlapping groups for everybody, in random order, as a file of float64. */
function writeData() {
  const random = new Random(7);
  const centers = Float64Array.from({ length: K * COLS }, () => random.normal(0, 0.5));
  const data = new Float64Array(rows * COLS);
  for (let i = 0; i < rows; i++) {
    const group = random.integer(K);
    for (let j = 0; j < COLS; j++) data[i * COLS + j] = random.normal(centers[group * COLS + j], 1);
  }
  const folder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/kMeans-${rows}.f64`;
  writeFileSync(path, data);
  return path;
}

function startPeers(path) {
  const script = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
  const wanted = options.peers?.split(',') ?? [...JAVASCRIPT, ...PYTHON];
  const unknown = wanted.find((name) => !JAVASCRIPT.includes(name) && !PYTHON.includes(name));
  if (unknown)
    throw new Error(`'${unknown}' is not among the peers ${[...JAVASCRIPT, ...PYTHON].join(', ')}`);
  return [OURS, ...wanted].map((name) => {
    const [command, file] = PYTHON.includes(name)
      ? [benchPython(), 'kMeansPeer.py']
      : [process.execPath, 'kMeansPeer.mjs'];
    return new Peer(name, command, [script(file), name, path, ...[rows, COLS, K].map(String)]);
  });
}

function isSlow(peer) {
  return JAVASCRIPT.includes(peer.name);
}

/** Compilers, thread pools and caches have had their first time when the clock starts. */
async function warmUp(peer) {
  for (const iterations of isSlow(peer) ? [FEW] : [FEW, FEW, FEW, FEW, ITERATIONS, ITERATIONS])
    await peer.ask({ iterations });
}

async function takeTurn(peer) {
  await setTimeout(REST_MS);
  const whole = await peer.ask({ iterations: ITERATIONS });
  const few = await peer.ask({ iterations: FEW });
  if (whole.nIter !== ITERATIONS) {
    throw new Error(
      `${peer.name} made ${whole.nIter} iterations instead of ${ITERATIONS}: not the same work`,
    );
  }
  const own = times.get(peer.name);
  own.whole.push(whole.ms);
  own.few.push(few.ms);
  own.inertia = whole.inertia;
}

function report() {
  const results = peers.map(({ name }) => {
    const { whole, few, inertia } = times.get(name);
    const fit = median(whole);
    return { name, fit, iteration: (fit - median(few)) / (ITERATIONS - FEW), rounds: whole.length, inertia };
  });
  if (options.json) console.log(JSON.stringify({ rows, cols: COLS, k: K, iterations: ITERATIONS, results }));
  else printTable(results);
  checkInertias(results);
}

function printTable(results) {
  const [ours] = results;
  console.log(
    `k-means, ${rows.toLocaleString('en')} × ${COLS}, k = ${K}, ${ITERATIONS} Lloyd iterations from the same start`,
  );
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}; medians\n`);
  console.log(
    'library                   whole fit     ratio   an iteration     ratio   rounds   final inertia',
  );
  for (const { name, fit, iteration, rounds: count, inertia } of results) {
    const cells = [
      name.padEnd(22),
      `${fit.toFixed(0)} ms`.padStart(12),
      `${(fit / ours.fit).toFixed(2)}×`.padStart(9),
      `${iteration.toFixed(1)} ms`.padStart(14),
      `${(iteration / ours.iteration).toFixed(2)}×`.padStart(9),
      String(count).padStart(8),
      inertia.toFixed(2).padStart(15),
    ];
    console.log(cells.join(' '));
  }
}

/** The same work ends in the same place, up to rounding. */
function checkInertias(results) {
  const expected = results[0].inertia;
  for (const { name, inertia } of results) {
    if (!(Math.abs(inertia / expected - 1) < 1e-5)) {
      throw new Error(`${name} ends at inertia ${inertia}, ${OURS} at ${expected}: not the same work`);
    }
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
