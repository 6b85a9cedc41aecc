/**
 * Where the two engines cross: the same work on both, for tables that grow.
 *
 *     node bench/engines.mjs [--smoke] [--json] [--rounds=3]
 *
 * Each engine works in a process of its own. 'Cold' is the first work of a process, with whatever it loads: what a command
 * line pays. 'Warm' is the median of the work repeated. `src/tensor/chooseEngine.ts` takes its numbers from here.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ENGINES = ['plain', 'native'];
const SIZES = [200, 1000, 5000, 20_000, 100_000];
const WORKS = {
  kMeans: (rows) => ({ rows, cols: 6, multiplications: rows * 6 * 80 }),
  gramMatrix: (rows) => ({ rows, cols: 20, multiplications: rows * 20 * 20 }),
  distanceSums: (rows) => ({
    rows: Math.min(rows, 20_000),
    cols: 6,
    multiplications: Math.min(rows, 20_000) ** 2 * 6,
  }),
};

if (process.argv[2] === '--measure') await measure(JSON.parse(process.argv[3]));
else report();

function report() {
  const { values: options } = parseArgs({
    options: { smoke: { type: 'boolean' }, json: { type: 'boolean' }, rounds: { type: 'string' } },
  });
  const rounds = Number(options.rounds ?? (options.smoke ? 1 : 3));
  const results = [];
  for (const [work, sizeOf] of Object.entries(WORKS)) {
    for (const size of SIZES.slice(0, options.smoke ? 2 : undefined)) {
      const table = sizeOf(size);
      const times = Object.fromEntries(
        ENGINES.map((engine) => [engine, ask({ work, engine, rounds, ...table })]),
      );
      if (Math.abs(times.plain.answer / times.native.answer - 1) > 1e-9)
        throw new Error(
          `${work} ${size}: ${times.plain.answer} in plain loops, ${times.native.answer} natively`,
        );
      results.push({ work, ...table, ...times });
    }
  }
  if (options.json) console.log(JSON.stringify(results));
  else for (const result of results) console.log(lineOf(result));
}

function lineOf({ work, rows, cols, multiplications, plain, native }) {
  const pair = (name) =>
    `${plain[name].toFixed(1).padStart(9)} ms plain ${native[name].toFixed(1).padStart(9)} ms native`;
  return `${work.padEnd(13)}${`${rows} × ${cols}`.padEnd(13)}${multiplications.toExponential(1)}  cold${pair('cold')}   warm${pair('warm')}`;
}

/** In a process of its own, so that nothing is loaded yet. */
function ask(request) {
  const env = { ...process.env, CUSTOMER_SEGMENTATION_ENGINE: request.engine };
  const args = [fileURLToPath(import.meta.url), '--measure', JSON.stringify(request)];
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
}

async function measure({ work, rows, cols, rounds }) {
  const { Random } = await import('../dist/core/random.js');
  const { Matrix } = await import('../dist/core/matrix.js');
  const random = new Random(1);
  const X = new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.normal(random.integer(4), 1)),
    rows,
    cols,
  );
  const run = await workOn(work, X);
  const times = [];
  let answer = 0;
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    answer = run();
    times.push(performance.now() - began);
  }
  const warm = times.slice(1).sort((a, b) => a - b)[rounds >> 1];
  console.log(JSON.stringify({ cold: times[0], warm, answer }));
}

async function workOn(work, X) {
  if (work === 'kMeans') {
    const { KMeans } = await import('../dist/cluster/kmeans/kMeans.js');
    return () => new KMeans({ nClusters: 8, nInit: 10, seed: 1 }).fit(X).inertia;
  }
  if (work === 'gramMatrix') {
    const { PCA } = await import('../dist/reduce/pca.js');
    return () => new PCA().fit(X).explainedVariance[0];
  }
  const { silhouette } = await import('../dist/evaluate/indices/silhouette.js');
  const labels = Int32Array.from({ length: X.rows }, (_, row) => row % 5);
  return () => silhouette(X, labels).mean;
}
