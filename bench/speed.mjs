/**
 * Every speed that the README names, each beside its peer in the same run.
 *
 *     node bench/speed.mjs [--smoke] [--json] [--write] [--rounds=5] [--only=kMeans,fit]
 *
 * Each side has a process of its own with the data in memory, works once to warm up, and then takes turns with the other,
 * each turn after a rest; medians count, and the ratio is ours to the peer's (below 1 we are faster). Both must come to
 * the same number, within the tolerance of the row. The rows of the command line start a process for each turn: from
 * its start to the files. `--write` puts the results into bench/results.json and the table of README.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../dist/core/random.js';
import { Peer } from './peers/peer.mjs';
import { benchPython } from './venv.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.cache', 'bench');
const REST_MS = 300;

/** `within`: how far the answers may lie apart, relative; seeding draws at random, so that inertia may be a little better or worse. */
const ROWS = [
  {
    title: 'k-means 1,000,000 × 8, k 8, 20 iterations',
    work: 'lloyd',
    rows: 1_000_000,
    cols: 8,
    k: 8,
    iterations: 20,
    within: 1e-5,
    wanted: 0.8,
  },
  {
    title: 'k-means 1,000,000 × 8, k 8, seeded, 1 start',
    work: 'kMeans',
    rows: 1_000_000,
    cols: 8,
    k: 8,
    starts: 1,
    within: 0.02,
    wanted: 0.5,
  },
  {
    title: 'k-means 1,000,000 × 30, k 8, seeded, 1 start',
    work: 'kMeans',
    rows: 1_000_000,
    cols: 30,
    k: 8,
    starts: 1,
    within: 0.02,
    wanted: 0.7,
  },
  {
    title: 'k-means 20,000 × 8, k 8, 10 starts',
    work: 'kMeans',
    rows: 20_000,
    cols: 8,
    k: 8,
    starts: 10,
    within: 0.01,
    wanted: 0.3,
  },
  {
    title: 'k-means 20,000 × 8, k 8, 1 start',
    work: 'kMeans',
    rows: 20_000,
    cols: 8,
    k: 8,
    starts: 1,
    within: 0.05,
    wanted: 1,
  },
  {
    title: 'k-means 200 × 2, k 5, 10 starts',
    work: 'kMeans',
    rows: 200,
    cols: 2,
    k: 5,
    starts: 10,
    within: 0.02,
    wanted: 0.3,
  },
  {
    title: 'k from 2 to 10 with silhouettes, 2,212 × 3',
    work: 'sweep',
    rows: 2212,
    cols: 3,
    within: 0.02,
    wanted: 0.15,
  },
  {
    title: 'k from 2 to 10 with silhouettes, 1,000 × 6',
    work: 'sweep',
    rows: 1000,
    cols: 6,
    within: 0.02,
    wanted: 0.1,
  },
  {
    title: 'k from 2 to 10 with silhouettes, 200 × 2',
    work: 'sweep',
    rows: 200,
    cols: 2,
    within: 0.02,
    wanted: 0.1,
  },
  {
    title: '`chooseK` with 20 references and 100 resamples, 2,212 × 3, beside the sweep alone',
    work: 'chooseK',
    rows: 2212,
    cols: 3,
    within: 0.2,
    wanted: 1.5,
  },
  {
    title: 'PCA 1,000,000 × 30, float64',
    work: 'pca',
    rows: 1_000_000,
    cols: 30,
    solver: 'covariance_eigh',
    within: 1e-9,
    wanted: 1.1,
  },
  { title: 'PCA 100 × 2,000', work: 'pca', rows: 100, cols: 2000, solver: 'auto', within: 1e-6, wanted: 3 },
  {
    title: 'silhouette 20,000 × 8, exact',
    work: 'silhouette',
    rows: 20_000,
    cols: 8,
    k: 8,
    within: 1e-6,
    wanted: 0.33,
  },
  { title: 'Ward 10,000 × 8', work: 'ward', rows: 10_000, cols: 8, within: 1e-9, wanted: 0.5 },
  { title: 'Ward 2,000 × 8', work: 'ward', rows: 2000, cols: 8, within: 1e-9, wanted: 0.7 },
  { title: 'DBSCAN 50,000 × 2', work: 'dbscan', rows: 50_000, cols: 2, eps: 0.05, within: 0, wanted: 0.5 },
  { title: 'DBSCAN 20,000 × 6', work: 'dbscan', rows: 20_000, cols: 6, eps: 0.6, within: 0, wanted: 0.5 },
  { title: 'DBSCAN 20,000 × 8', work: 'dbscan', rows: 20_000, cols: 8, eps: 0.9, within: 0, wanted: 0.5 },
  { title: 'DBSCAN 10,000 × 20', work: 'dbscan', rows: 10_000, cols: 20, eps: 3, within: 0, wanted: 0.5 },
];

const CAMPAIGN =
  'Year_Birth,Income,Kidhome,Teenhome,Recency,MntWines,MntFruits,MntMeatProducts,MntFishProducts,MntSweetProducts,MntGoldProds,NumDealsPurchases,NumWebPurchases,NumCatalogPurchases,NumStorePurchases,NumWebVisitsMonth';

/** Files as people have them, and the columns that the peer's script is told; ours finds them itself. */
const FILES = [
  {
    title: '`fit` from the command line: campaign',
    file: 'marketing_campaign',
    separator: '\t',
    columns: CAMPAIGN.split(','),
    wanted: 0.8,
  },
  {
    title: '`fit` from the command line: loyalty',
    file: 'customer_segmentation_data',
    separator: ',',
    columns: [
      'age',
      'income',
      'spending_score',
      'membership_years',
      'purchase_frequency',
      'last_purchase_amount',
    ],
    wanted: 0.8,
  },
  {
    title: '`fit` from the command line: mall',
    file: 'Mall_Customers',
    separator: ',',
    columns: ['Age', 'Annual Income (k$)', 'Spending Score (1-100)'],
    wanted: 0.6,
  },
  {
    title: '`fit` from the command line: 100,000 × 6',
    rows: 100_000,
    separator: ',',
    columns: ['a', 'b', 'c', 'd', 'e', 'f'],
    wanted: 0.3,
  },
];

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
    write: { type: 'boolean' },
    rounds: { type: 'string' },
    only: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.smoke ? 1 : 5));
const only = options.only?.split(',');
const isWanted = (work) => only === undefined || only.includes(work);
mkdirSync(CACHE, { recursive: true });

const script = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const results = [];
const peers = [
  new Peer('customer-segmentation', process.execPath, [script('workPeer.mjs')]),
  new Peer('scikit-learn', benchPython(), [script('workPeer.py')]),
];
for (const row of ROWS.filter(({ work }) => isWanted(work))) await tell(await measureWork(smaller(row)));
const limits = options.smoke ? {} : await measureLimits();
for (const peer of peers) peer.close();
await setTimeout(REST_MS); // they end before the rows that start processes
for (const row of isWanted('fit') ? FILES : []) await tell(await measureCommand(smaller(row)));

const run = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  versions: { node: process.version, ...versionsOfPeers() },
  limits,
  rounds,
  results,
};
if (options.json) console.log(JSON.stringify(run));
if (options.write) write(run);

function smaller(row) {
  return options.smoke && row.rows > 2000 ? { ...row, rows: Math.max(500, row.rows / 50) } : row;
}

async function tell(result) {
  results.push(result);
  if (!options.json) console.log(lineOf(result));
}

function lineOf({ title, ms, peerMs, ratio, wanted }) {
  return `${ratio.toFixed(2).padStart(6)} (wanted ${wanted})  ${ms.toFixed(0).padStart(6)} ms : ${peerMs.toFixed(0).padStart(6)} ms  ${title}`;
}

async function measureWork(row) {
  const { title, wanted, within, ...request } = row;
  request.path = writeData(row);
  const answers = peers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, peer] of peers.entries()) {
      await setTimeout(REST_MS);
      const answer = await peer.ask(request);
      if (round > 0) answers[i].push(answer);
    }
  }
  const [ours, theirs] = answers.map(([{ answer }]) => answer);
  if (!options.smoke && Math.abs(ours - theirs) > within * Math.abs(theirs))
    throw new Error(`${title}: ${ours} here, ${theirs} there: not the same work`);
  return { title, wanted, ours, theirs, ...timesOf(answers) };
}

/** The median of each side, and of the ratios of turns that followed each other. */
function timesOf([own, others]) {
  const ratios = own.map(({ ms }, round) => ms / others[round].ms);
  const of = (all, name) => median(all.map((answer) => answer[name]));
  return {
    ms: of(own, 'ms'),
    peerMs: of(others, 'ms'),
    ratio: median(ratios),
    cpuMs: of(own, 'cpu'),
    peerCpuMs: of(others, 'cpu'),
  };
}

/** Overlapping groups, brought to a standard deviation of about 1, as a file of float64. */
function writeData({ rows, cols }) {
  const path = join(CACHE, `speed-${rows}x${cols}.f64`);
  if (existsSync(path)) return path;
  const random = new Random(7);
  const centers = Float64Array.from({ length: 8 * cols }, () => random.normal(0, 3));
  const data = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    const group = random.integer(8);
    const spread = 0.5 + 0.5 * random.uniform();
    for (let j = 0; j < cols; j++) data[i * cols + j] = random.normal(centers[group * cols + j], spread) / 3;
  }
  writeFileSync(path, data);
  return path;
}

/** What the same machine can do at most. */
async function measureLimits() {
  const [ours] = peers;
  const ask = async (work, rows, cols) => {
    const request = { work, rows, cols, path: writeData({ rows, cols }) };
    const turns = [];
    for (let turn = 0; turn < 4; turn++) turns.push((await ours.ask(request)).ms);
    return Math.min(...turns);
  };
  const copied = 2 * 8 * 1_000_000 * 30;
  return {
    memoryGBPerSecond: copied / 1e6 / (await ask('copy', 1_000_000, 30)),
    float64GFlops: (2 * 1500 ** 3) / 1e6 / (await ask('product', 1500, 1500)),
  };
}

async function measureCommand({ title, wanted, file, rows, separator, columns }) {
  const folder = mkdtempSync(join(tmpdir(), 'speed-bench-'));
  const source = file ? fileOf(file) : writeTable(rows, columns);
  const commands = [
    () => [
      process.execPath,
      [join(ROOT, 'dist', 'cli', 'main.js'), 'fit', source, '--out', folder, '--overwrite', '--quiet'],
    ],
    () => [
      benchPython(),
      [script('fitScript.py'), source, separator, join(folder, 'theirs.csv'), ...columns],
    ],
  ];
  const answers = [[], []];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [i, command] of commands.entries()) {
        const began = performance.now();
        execFileSync(...command(), { stdio: ['ignore', 'ignore', 'inherit'] });
        answers[i].push({ ms: performance.now() - began });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { title, wanted, ...timesOf(answers) };
}

/** The published file where it is, and our sample of it where it is not. */
function fileOf(name) {
  const published = join(process.env.CUSTOMER_DATA_DIR ?? join(ROOT, 'data'), `${name}.csv`);
  return existsSync(published) ? published : join(ROOT, 'data', `${name}.sample.csv`);
}

function writeTable(rows, columns) {
  const path = join(CACHE, `speed-${rows}.csv`);
  if (existsSync(path)) return path;
  const random = new Random(3);
  const centers = Array.from({ length: 5 }, () => columns.map(() => random.normal(50, 12)));
  const lines = Array.from({ length: rows }, () =>
    centers[random.integer(5)].map((center) => random.normal(center, 8).toFixed(2)).join(','),
  );
  writeFileSync(path, [columns.join(','), ...lines].join('\n'));
  return path;
}

function versionsOfPeers() {
  const program =
    'import json, sklearn, scipy, numpy, platform; print(json.dumps({"python": platform.python_version(), "scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": numpy.__version__}))';
  return JSON.parse(execFileSync(benchPython(), ['-c', program], { encoding: 'utf8' }));
}

function write(run) {
  writeFileSync(join(ROOT, 'bench', 'results.json'), `${JSON.stringify(run, null, 2)}\n`);
  const readme = join(ROOT, 'README.md');
  const [begin, end] = ['<!-- speed: npm run bench -->', '<!-- end of speed -->'];
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(begin);
  writeFileSync(readme, `${before}${begin}\n\n${tableOf(run)}\n\n${end}${rest.split(end)[1]}`);
}

function tableOf({ machine, versions, date, results }) {
  const head = `${machine}; Node ${versions.node.slice(1)}, scikit-learn ${versions['scikit-learn']}, scipy ${versions.scipy}; ${date}.`;
  const rows = results.map(
    ({ title, ms, peerMs, ratio, wanted }) =>
      `| ${title} | ${milliseconds(ms)} | ${milliseconds(peerMs)} | ${ratio.toFixed(2)} | ${wanted} |`,
  );
  return [
    head,
    '',
    '| Work | Here | Peer | Ratio | Wanted |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function milliseconds(value) {
  return `${Number(value.toPrecision(value < 100 ? 2 : 3)).toLocaleString('en')} ms`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
