/**
 * Time and bytes that leave the database against rows: `node bench/scale.mjs [--smoke] [--picture=file.svg] [rows …]`.
 *
 * Makes transactions in the database, then cleans and scores them, clusters the customers and writes their segments into
 * a table, all where the rows are. On DuckDB, and on the servers that CUSTOMER_POSTGRES and CUSTOMER_TRINO name
 * (`node scripts/distributed.mjs --keep` starts both and prints their addresses). Default: 100,000 and 1,000,000 rows.
 * With --smoke it takes 20,000 rows once, and fails unless every engine comes to the same. With --picture it draws the
 * processor time of DuckDB against rows, both on logarithmic axes, with the exponent between the two largest sizes; other
 * work on the same cores changes it little. Customers stay in the database.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const { kMeansOfTable, openDatabase, scoreTable } = load('../dist/sql.js');
const { rfmAnalysis } = load('../dist/features/rfm/index.js');

const SCHEMA = 'scale_bench';
const ROWS_PER_CUSTOMER = 40;
const COLUMNS = ['recency', 'frequency', 'monetary'];
const STEPS = { rfm: 'RFM', kMeans: 'K-means', scoring: 'Scoring' };

const words = process.argv.slice(2);
const smoke = words.includes('--smoke');
const picture = words.find((word) => word.startsWith('--picture='))?.slice('--picture='.length);
const given = words.filter((word) => !word.startsWith('--')).map(Number);
if (given.some((rows) => !Number.isInteger(rows) || rows < 1000 || rows > 1e9)) {
  console.error('Rows are whole numbers from 1,000 to 1,000,000,000.');
  process.exit(2);
}
const sizes = given.length > 0 ? given : smoke ? [20_000] : [100_000, 1_000_000];
const engines = {
  DuckDB: ':memory:',
  ...(process.env.CUSTOMER_POSTGRES && { Postgres: process.env.CUSTOMER_POSTGRES }),
  ...(process.env.CUSTOMER_TRINO && { Trino: process.env.CUSTOMER_TRINO }),
};

const found = [];
for (const [engine, address] of Object.entries(engines)) {
  const { database, moved } = counting(await openDatabase(address));
  await database.makeSchema(SCHEMA);
  for (const rows of sizes) found.push({ engine, rows, ...(await measure(database, moved, rows)) });
  await database.close();
}
console.log('Engine    Transactions  Customers   RFM s  CPU s  KB left  k-means s  KB left  Scoring s');
for (const { engine, rows, customers, rfm, kMeans, scoring } of found) {
  const cells = [
    ...[rows.toLocaleString('en-US').padStart(12), customers.toLocaleString('en-US').padStart(10)],
    ...[rfm.seconds.toFixed(2).padStart(7), rfm.cpu.toFixed(2).padStart(6)],
    (rfm.bytes / 1000).toFixed(1).padStart(8),
    ...[kMeans.seconds.toFixed(2).padStart(10), (kMeans.bytes / 1000).toFixed(1).padStart(8)],
    scoring.seconds.toFixed(2).padStart(10),
  ];
  console.log(`${engine.padEnd(9)} ${cells.join(' ')}`);
}
check(found);
if (picture && sizes.length > 1) await draw(picture, found);

/** Counts what queries bring back: a number as 8 bytes, a text as its characters. */
function counting(database) {
  const moved = { bytes: 0 };
  const query = async (...asked) => {
    const answer = await database.query(...asked);
    for (const cells of Object.values(answer))
      for (const cell of cells) moved.bytes += typeof cell === 'string' ? cell.length : 8;
    return answer;
  };
  return { database: Object.assign(Object.create(database), { query }), moved };
}

async function measure(database, moved, rows) {
  const expected = await makeOrders(database, rows);
  const timed = async (work) => {
    const [from, before, used] = [performance.now(), moved.bytes, process.cpuUsage()];
    const result = await work();
    const { user, system } = process.cpuUsage(used);
    return {
      ...{ result, seconds: (performance.now() - from) / 1000, bytes: moved.bytes - before },
      cpu: (user + system) / 1e6,
    };
  };
  const source = { table: `${SCHEMA}.orders` };
  const rfm = await timed(() => rfmAnalysis(source, { database, schema: SCHEMA, readCustomers: false }));
  const customers = `${SCHEMA}.customers`;
  const kMeans = await timed(() => kMeansOfTable(database, customers, COLUMNS, { nClusters: 4 }));
  const into = `${SCHEMA}.segments`;
  const scoring = await timed(() =>
    scoreTable(database, kMeans.result, customers, { into, id: ['customer'] }),
  );
  const { sizes: segments, inertia } = kMeans.result;
  const { revenue } = rfm.result;
  return { customers: kMeans.result.rows, rfm, kMeans, scoring, segments, inertia, revenue, expected };
}

/** Transactions out of row numbers, in SQL that every engine has. Gives the sum of their amounts. */
async function makeOrders(database, rows) {
  const { dialect } = database;
  const thousand = `${SCHEMA}.thousand`;
  await database.createTable(thousand, { n: Array.from({ length: 1000 }, (_, i) => i) });
  const customers = Math.ceil(rows / ROWS_PER_CUSTOMER);
  await database.run(
    dialect.replaceTable(
      `${SCHEMA}.orders`,
      `SELECT
  CAST(place AS VARCHAR) AS invoice,
  'c' || CAST(mod(place * 7919 + mod(place, 13) * mod(place, 17), ${customers}) AS VARCHAR) AS customer,
  '2011-0' || CAST(1 + mod(place, 9) AS VARCHAR) || '-1' || CAST(mod(place * 3 + mod(place, 7), 10) AS VARCHAR) AS date,
  1 + mod(place, 7) AS quantity,
  CAST(1 + mod(place * 37, 1000) AS DECIMAL(10, 2)) / 4 AS price
FROM (
  SELECT CAST(a.n AS BIGINT) * 1000000 + CAST(b.n AS BIGINT) * 1000 + CAST(c.n AS BIGINT) AS place
  FROM ${thousand} AS a, ${thousand} AS b, ${thousand} AS c
  WHERE a.n < ${Math.ceil(rows / 1e6)}
) AS places
WHERE place < ${rows}`,
    ),
  );
  const { total } = await database.query(
    `SELECT sum(quantity * CAST(price AS DOUBLE PRECISION)) AS total FROM ${SCHEMA}.orders`,
  );
  return Number(total[0]);
}

function check(results) {
  for (const { engine, rows, revenue, expected, customers, segments, inertia } of results) {
    const first = results.find((each) => each.rows === rows);
    const same =
      close(revenue, expected) &&
      segments.reduce((sum, size) => sum + size, 0) === customers &&
      segments.join() === first.segments.join() &&
      close(inertia, first.inertia);
    if (same) continue;
    console.error(`${engine} comes to other answers with ${rows} rows.`);
    process.exitCode = 1;
  }
}

function close(one, other) {
  return Math.abs(one - other) <= 1e-9 * Math.abs(other);
}

/** A line for each step: how the processor time that it takes in this process grows with the rows. */
async function draw(path, results) {
  const { compose } = load('../dist/plot/base/theme.js');
  const { segmentColor } = load('../dist/plot/base/palette.js');
  const { saveFigure } = load('../dist/report/saveFigure.js');
  const here = results.filter(({ engine }) => engine === 'DuckDB');
  const lines = Object.entries(STEPS).map(([step, name]) => {
    const points = here.map((each) => [each.rows, each[step].cpu]);
    return { name, points, exponent: exponentOf(points.slice(-2)) };
  });
  const names = lines.map(({ name, exponent }) => `${name}, rows^${exponent.toFixed(2)}`);
  const steepest = lines.reduce((steep, line) => (line.exponent > steep.exponent ? line : steep));
  const ticks = { type: 'log', dtick: 1, exponentformat: 'none', separatethousands: true };
  const figure = compose(
    {
      data: lines.map(({ points }, i) => ({
        type: 'scatter',
        mode: 'lines+markers',
        name: names[i],
        x: points.map(([rows]) => rows),
        y: points.map(([, seconds]) => seconds),
        line: { color: segmentColor(i), width: 2 },
        marker: { size: 8 },
      })),
      layout: {
        xaxis: { ...ticks, title: { text: 'Transactions' } },
        yaxis: { ...ticks, title: { text: 'Seconds of processor time' } },
      },
      title: `${steepest.name} grows fastest: ten times the rows take ${(10 ** steepest.exponent).toFixed(0)} times the time`,
      note: 'Both axes are logarithmic; the exponents are those between the two largest numbers of rows.',
      kind: 'Processor time of DuckDB against number of transactions',
      plotHeight: 320,
      legend: names,
    },
    {},
  );
  await saveFigure(figure, path, { width: 720 });
}

/** The power of the rows by which time grows between two points. */
function exponentOf([[fewer, before], [more, after]]) {
  return Math.log(after / before) / Math.log(more / fewer);
}
