import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { SCORING_DIALECTS } from '../../../src/segmentation/sql/dialects';
import { DIALECT_NAMES } from '../../../src/segmentation/sql/dialects/names';
import { hostileNames } from '../../support/hostileNames';
import { compareScores } from '../../support/scoresInSql';

let engine: SqlEngine;
beforeAll(async () => {
  engine = await openDatabase();
});
afterAll(() => engine.close());

const four = { Income: [1, 2, 8, 9], Spending: [1, 1, 9, 8] };
const model = new Segmentation({ k: 2, scale: 'none' }).fit(four);
const given = { dialect: 'duckdb', table: 'customers', id: 'Customer' } as const;

test('worked by hand: the center of the right-hand group, the border, a missing value and a text', async () => {
  await engine.run(`CREATE TABLE customers AS SELECT * FROM (VALUES
    ('center', '8.5', 8.5e0), ('border', '5', 4.75e0), ('none', NULL, 1e0), ('text', 'many', 1e0), ('blank', ' ', 1e0)
  ) AS t ("Customer", "Income", "Spending")`);
  const sql = model.toSQL(given).replace(';', '');
  const found = await engine.query(`SELECT * FROM (${sql}) ORDER BY "Customer"`);
  const [left, right] = model.names;
  const atRight = model.predict({ Income: [8.5], Spending: [8.5] }).labels[0] + 1;
  expect(Object.keys(found)).toEqual(['Customer', 'segment', 'segment_name', 'margin', 'reason']);
  expect(found.Customer).toEqual(['blank', 'border', 'center', 'none', 'text']);
  expect(found.segment).toEqual([null, 1, atRight, null, null]);
  expect(found.segment_name[2]).toBe(atRight === 1 ? left : right);
  expect(found.margin).toEqual([null, 0, 1, null, null]);
  expect(found.reason).toEqual(['Income: missing', null, null, 'Income: missing', 'Income: not a number']);
});

test('a loaded model writes the same statement', () => {
  const again = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  for (const dialect of DIALECT_NAMES)
    expect(again.toSQL({ ...given, dialect })).toBe(model.toSQL({ ...given, dialect }));
});

test('500 hostile names are those of columns, and nothing else', async () => {
  const names = hostileNames(500);
  await engine.createTable('hostile', Object.fromEntries(names.map((name, j) => [name, [j]])));
  const made = names.map((name, j) => `t.${SCORING_DIALECTS.duckdb.quoteName(name)} AS raw${j}`);
  const found = await engine.query(`SELECT ${made.join(', ')} FROM hostile AS t`);
  expect(Object.values(found).flat()).toEqual(names.map((_, j) => j));
});

test('a model of columns with hostile names', async () => {
  const values = (_: string, j: number) => [j, j + 1, 9 * j + 20, 9 * j + 21];
  const table = Object.fromEntries(hostileNames(20, 8).map((name, j) => [name, values(name, j)]));
  const wide = new Segmentation({ k: 2, columns: Object.keys(table), scale: 'none' }).fit(table);
  const { others, rows } = await compareScores(engine, 'duckdb', wide, table);
  expect({ rows, others }).toEqual({ rows: 4, others: [] });
});

test('the names of our own columns may be those of the table', async () => {
  for (const name of ['segment', 'Reason', 'why', 'customer', 'place', 'x1', 'source', 'nearest']) {
    const table = { [name]: ['a', 'b'], Income: [1, 9], Spending: [1, 8] };
    await engine.createTable('"own names"', table);
    const sql = model.toSQL({ ...given, table: '"own names"', id: name }).replace(';', '');
    const found = await engine.query(sql);
    expect(found[name]).toEqual(['a', 'b']);
    const ours = Object.keys(found).slice(1);
    expect(ours[0]).toBe(name === 'segment' ? 'segment_2' : 'segment');
    expect(ours[3]).toBe(name === 'Reason' ? 'reason_2' : 'reason');
  }
});

test('the table may be called as a step is', async () => {
  for (const table of ['source', 'typed', 'scaled', 'SEGMENTS']) {
    await engine.createTable(table, { Customer: ['a'], Income: [8], Spending: [9] });
    const found = await engine.query(model.toSQL({ ...given, table }).replace(';', ''));
    expect(found.segment).toHaveLength(1);
  }
});

test('every float64 comes back as it went in, as DOUBLE', async () => {
  const bits = new BigUint64Array(1);
  const double = new Float64Array(bits.buffer);
  const numbers = [
    0,
    1,
    -1,
    0.1,
    1 / 3,
    5e-324,
    2.2250738585072014e-308,
    Number.MAX_VALUE,
    1e21,
    123456789012345680000,
  ];
  let state = 88172645463325252n;
  while (numbers.length < 3000) {
    state ^= (state << 13n) & 0xffffffffffffffffn;
    state ^= state >> 7n;
    state ^= (state << 17n) & 0xffffffffffffffffn;
    bits[0] = state;
    if (Number.isFinite(double[0])) numbers.push(double[0]);
  }
  const { double: written } = SCORING_DIALECTS.duckdb;
  const rows = numbers.map((number, at) => `(${at}, ${written(number)})`);
  const { n, type } = await engine.query(
    `SELECT n, typeof(n) AS type FROM (VALUES ${rows.join(', ')}) AS t (place, n) ORDER BY place`,
  );
  expect(n).toEqual(numbers);
  expect(new Set(type)).toEqual(new Set(['DOUBLE']));
});

test('no dialect writes a number that it would take for a decimal', () => {
  const shapes = {
    snowflake: /^CAST\('-?[\d.e+-]+' AS DOUBLE\)$/,
    redshift: /^CAST\('-?[\d.e+-]+' AS DOUBLE PRECISION\)$/,
    postgres: /^\(?-?[\d.]+e-?\d+::double precision\)?$/,
    databricks: /^\(?-?[\d.]+e-?\d+D\)?$/,
    bigquery: /^\(?-?[\d.]+e-?\d+\)?$/,
    clickhouse: /^\(?-?[\d.]+e-?\d+\)?$/,
    trino: /^\(?-?[\d.]+e-?\d+\)?$/,
    duckdb: /^\(?-?[\d.]+e-?\d+\)?$/,
  };
  for (const name of DIALECT_NAMES)
    for (const number of [0, 3, -0.1, 1 / 3, 5e-324, -Number.MAX_VALUE, 1e21])
      expect(SCORING_DIALECTS[name].double(number)).toMatch(shapes[name]);
});

test('yes and no, percents and dates are read as the database holds them', async () => {
  const known = {
    Active: ['yes', 'no', 'yes', 'no'],
    Rate: [10, 20, 80, 90],
    Born: ['1990-06-15', '1980-01-01', '1970-12-31', '1960-02-29'],
  };
  const wide = new Segmentation({
    ...{ k: 2, columns: ['Active', 'Rate', 'Born'], units: { Rate: '%' }, asOf: '2024-06-14' },
  }).fit(known);
  await engine.run(`CREATE TABLE typed_customers AS SELECT * FROM (VALUES
    (1, true, '10%', DATE '1990-06-15'), (2, false, '20 %', DATE '1980-01-01'),
    (3, true, ' 80', DATE '1970-12-31'), (4, false, '90.0', DATE '1960-02-29'), (5, true, '1,5%', DATE '1990-01-01'),
    (6, true, '5%', DATE '2024-06-15')
  ) AS t ("Customer", "Active", "Rate", "Born")`);
  const sql = wide.toSQL({ ...given, table: 'typed_customers' }).replace(';', '');
  const found = await engine.query(`SELECT * FROM (${sql}) ORDER BY "Customer"`);
  const { labels, margin } = wide.predict(known);
  expect(found.segment.slice(0, 4)).toEqual(Array.from(labels, (label) => label + 1));
  expect(found.margin.slice(0, 4)).toEqual(Array.from(margin));
  expect(found.reason.slice(4)).toEqual([
    'Rate: not a number',
    'Born: after 2024-06-14, the day that is counted up to',
  ]);
  const later = wide.toSQL({ ...given, table: 'typed_customers', asOf: '2024-06-15' }).replace(';', '');
  const then = await engine.query(`SELECT * FROM (${later}) ORDER BY "Customer"`);
  expect(then.reason[5]).toBeNull();
  expect(then.margin.slice(0, 4)).toEqual(Array.from(wide.predict(known, { asOf: '2024-06-15' }).margin));
});

describe('mistakes', () => {
  const refused = (options: object) => () => model.toSQL({ ...given, ...options });
  test.each([
    [{ dialect: 'oracle' }, /`dialect` is 'oracle'.*'snowflake'.*'duckdb'/],
    [{ table: undefined }, /`table` is missing/],
    [{ id: undefined }, /`id` is missing.*name the column/],
    [{ table: '' }, /`table` is ''.*sales\.customers/],
    [{ table: 'sales..customers' }, /`table` is 'sales\.\.customers'/],
    [{ table: 'a"b' }, /`table` is 'a"b'/],
    [{ id: '' }, /`id` is ''.*name of a column/],
    [{ id: 'a\0b' }, /`id` is .*name of a column/],
    [{ asOf: 'today' }, /yyyy-MM-dd/],
    [{ tables: 'x' }, /tables/],
  ])('%j', (options, message) => {
    expect(refused(options)).toThrow(message);
  });

  test('a statement longer than the database takes names an algorithm that is not compared with customers', () => {
    const single = new Segmentation({ algorithm: 'agglomerative', linkage: 'single', k: 2 }).fit(four);
    const json = JSON.parse(JSON.stringify(single));
    const { rows, labels } = json.rule;
    json.rule.rows = Array.from({ length: 6000 }, (_, i) => rows[i % rows.length]);
    json.rule.labels = Array.from({ length: 6000 }, (_, i) => labels[i % labels.length]);
    const fitted = SegmentationModel.fromJSON(json);
    expect(() => fitted.toSQL({ ...given, dialect: 'redshift' })).not.toThrow();
    expect(() => fitted.toSQL({ ...given, dialect: 'clickhouse' })).toThrow(
      /the statement has [\d,]+ characters, and ClickHouse takes 262,144; fit with .*kmeans/,
    );
  });
});
