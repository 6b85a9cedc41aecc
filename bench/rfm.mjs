/**
 * What RFM costs: 541,909 invoice lines in a CSV file to recency, frequency, monetary value and scores of every
 * customer, beside pandas and polars.
 *
 *     node bench/rfm.mjs [--smoke] [--json] [--rounds=5] [--peers=pandas,polars] [--file=online-retail-dataset.csv]
 *
 * Timed is the whole way: read the file, keep valid purchases, one row per customer, scores in fifths where equal values
 * share a score. It is not the same work: pandas and polars are told the columns' types and how dates are written, sum
 * in float64, and keep nothing. Here both are recognized and checked against every row, money is DECIMAL, repeated rows
 * are marked, and every step of the cleaning is counted.
 *
 * Each library has a process of its own and goes once to warm up; the libraries then take turns, each after a second's
 * rest, and the median counts. The log is made up, the same for everybody, unless a file with the columns of the data
 * set 'online-retail' is given.
 */

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../dist/core/random.js';
import { Peer } from './peers/peer.mjs';
import { benchPython } from './venv.mjs';

const OURS = 'customer-segmentation';
const PYTHON = ['pandas', 'polars'];
/** Idle threads of a pool keep spinning for a while; they shall not do so on the next library's clock. */
const REST_MS = 1000;

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
    rounds: { type: 'string' },
    peers: { type: 'string' },
    file: { type: 'string' },
  },
});
const rows = options.smoke ? 20_000 : 541_909;
const rounds = Number(options.rounds ?? (options.smoke ? 1 : 7));

const path = options.file ?? (await writeLog());
const peers = startPeers();
const results = new Map(peers.map(({ name }) => [name, { times: [], answer: {} }]));
for (const peer of peers) await peer.ask({});
for (let round = 0; round < rounds; round++) for (const peer of peers) await takeTurn(peer);
for (const peer of peers) peer.close();
report();

/** Invoices of a synthetic shop: a quarter without a customer, one in fifty canceled, some prices of zero. */
async function writeLog() {
  const folder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
  const file = `${folder}/rfm-${rows}.csv`;
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(file);
  log.write('InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n');
  const random = new Random(11);
  for (let left = rows, invoice = 500_000; left > 0; invoice++) {
    const lines = invoiceLines(random, invoice).slice(0, left);
    left -= lines.length;
    if (!log.write(lines.join(''))) await once(log, 'drain');
  }
  log.end();
  await once(log, 'finish');
  return file;
}

function invoiceLines(random, invoice) {
  const canceled = random.uniform() < 0.02;
  const customer = random.uniform() < 0.25 ? '' : 10_000 + Math.floor(4338 * random.uniform() ** 2);
  const date = new Date(Date.UTC(2010, 11, 1) + Math.floor(373 * random.uniform()) * 86_400_000);
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  const time = `${8 + random.integer(12)}:${String(random.integer(60)).padStart(2, '0')}`;
  return Array.from({ length: 1 + random.integer(40) }, () => {
    const article = random.integer(4000);
    const pieces = 1 + random.integer(24);
    const price = random.uniform() < 0.005 ? '0' : (0.1 + 9.9 * random.uniform()).toFixed(2);
    return `${canceled ? 'C' : ''}${invoice},${20_000 + article},"ARTICLE, NO. ${article}",${canceled ? -pieces : pieces},${day} ${time},${price},${customer},United Kingdom\n`;
  });
}

function startPeers() {
  const script = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
  const wanted = options.peers?.split(',') ?? PYTHON;
  const unknown = wanted.find((name) => !PYTHON.includes(name));
  if (unknown) throw new Error(`'${unknown}' is not among the peers ${PYTHON.join(', ')}`);
  return [OURS, ...wanted].map((name) => {
    const [command, file] = PYTHON.includes(name)
      ? [benchPython('rfm-requirements.txt', 'bench-rfm-venv'), 'rfmPeer.py']
      : [process.execPath, 'rfmPeer.mjs'];
    return new Peer(name, command, [script(file), name, path]);
  });
}

async function takeTurn(peer) {
  await setTimeout(REST_MS);
  const { ms, ...answer } = await peer.ask({});
  const own = results.get(peer.name);
  own.times.push(ms);
  own.answer = answer;
}

function report() {
  const all = peers.map(({ name }) => {
    const { times, answer } = results.get(name);
    return { name, ms: median(times), rounds: times.length, ...answer };
  });
  if (options.json) console.log(JSON.stringify({ results: all }));
  else printTable(all);
  checkAnswers(all);
}

function printTable(all) {
  console.log(`RFM from a CSV file, ${all[0].customers.toLocaleString('en')} customers`);
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}; medians\n`);
  console.log('library                        time     ratio   rounds         revenue');
  for (const { name, ms, rounds: count, revenue } of all) {
    const cells = [
      name.padEnd(22),
      `${ms.toFixed(0)} ms`.padStart(12),
      `${(ms / all[0].ms).toFixed(2)}×`.padStart(9),
      String(count).padStart(8),
      revenue.toFixed(2).padStart(15),
    ];
    console.log(cells.join(' '));
  }
}

/** The same purchases, the same customers, the same scores; revenue up to the rounding of float64. */
function checkAnswers([ours, ...others]) {
  for (const { name, customers, revenue, scores } of others) {
    const same =
      customers === ours.customers && scores === ours.scores && Math.abs(revenue / ours.revenue - 1) < 1e-9;
    if (!same) {
      throw new Error(
        `${name} finds ${customers} customers, revenue ${revenue}, scores ${scores}; ${OURS} ${ours.customers}, ${ours.revenue}, ${ours.scores}`,
      );
    }
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
