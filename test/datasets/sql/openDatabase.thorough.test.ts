import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { InputError } from '../../../src/core/errors';
import { quoteIdentifier } from '../../../src/datasets/sql/identifiers';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';

let database: SqlEngine;
const folder = mkdtempSync(join(tmpdir(), 'sql-'));

beforeAll(async () => {
  database = await openDatabase({ threads: 1, memoryLimit: '512MB' });
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const one = async (expression: string) => {
  const { value } = await database.query(`SELECT ${expression} AS value`);
  return value[0];
};

test.each([
  ['1::TINYINT', 1],
  ['9007199254740991::BIGINT', 9007199254740991],
  ['sum(1::BIGINT)', 1],
  ['1.5::DOUBLE', 1.5],
  ["'nan'::DOUBLE", null],
  ['NULL', null],
  ['8911407.904::DECIMAL(38,12)', 8911407.904],
  ['0.1::DECIMAL(18,1) + 0.2::DECIMAL(18,1)', 0.3],
  ['-12.345::DECIMAL(9,3)', -12.345],
  ['12345678901234567.89::DECIMAL(38,2)', 12345678901234568],
  ["'00123'", '00123'],
  ["DATE '2011-12-10'", '2011-12-10'],
  ["TIMESTAMP '2011-12-09 12:50:00'", '2011-12-09T12:50:00'],
  ['true', true],
  ['[1, 2]', '[1, 2]'],
])('%s comes out as %p', async (expression, value) => {
  expect(await one(expression)).toBe(value);
});

test('whole numbers beyond 2^53 turn their column into text, digit by digit', async () => {
  const { n } = await database.query('SELECT unnest([1, 9007199254740993, NULL]::BIGINT[]) AS n');
  expect(n).toEqual(['1', '9007199254740993', null]);
});

test('sums of money are exact where float64 would drift', async () => {
  const { total } = await database.query('SELECT sum(0.1::DECIMAL(18,2)) AS total FROM range(1000)');
  expect(total).toEqual([100]);
});

test('a result without rows keeps its columns', async () => {
  expect(await database.query('SELECT 1 AS a, 2 AS b WHERE false')).toEqual({ a: [], b: [] });
});

test('a column called __proto__ is a column', async () => {
  const result = await database.query('SELECT 1 AS "__proto__"');
  expect(Object.keys(result)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
});

test('two columns of one name are refused', async () => {
  await expect(database.query('SELECT 1 AS a, 2 AS a')).rejects.toThrow(
    "two columns of the result are called 'a'",
  );
});

test('values are bound, by place or by name, whatever they hold', async () => {
  const hostile = "'; DROP TABLE x; --";
  expect(await database.query('SELECT $1 AS a, $2 AS b', [hostile, 2])).toEqual({ a: [hostile], b: [2] });
  expect(await database.query('SELECT $a AS a, $b AS b', { a: null, b: true })).toEqual({
    a: [null],
    b: [true],
  });
});

test('a value that is none is refused by its parameter', async () => {
  await expect(database.query('SELECT $n', { n: undefined as never })).rejects.toThrow(
    'parameter n is undefined',
  );
});

test('any name can be quoted, and comes back unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), async (name) => {
      fc.pre(!name.includes('\0'));
      await database.run(`CREATE OR REPLACE TABLE t AS SELECT 1 AS ${quoteIdentifier(name)}`);
      expect((await database.query('DESCRIBE t')).column_name).toEqual([name]);
    }),
    { numRuns: 50 },
  );
  expect(() => quoteIdentifier('')).toThrow('cannot be a name in SQL');
});

test('a failure shows the statement and what the database says of it', async () => {
  const failure = await database.query('SELECT nope FROM nowhere').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect((failure as Error).message).toMatch(/nowhere does not exist[\s\S]*SELECT nope FROM nowhere$/);
  expect((failure as Error).cause).toBeDefined();
});

test('columns become a table of their types, and come back', async () => {
  const columns = {
    id: ['00123', null],
    spent: [0.1, null],
    member: [null, true],
    none: [null, null],
    mixed: [1, 'x'],
  };
  await database.createTable('"my customers"', columns);
  expect(await database.query('SELECT * FROM "my customers"')).toEqual({ ...columns, mixed: ['1', 'x'] });
  expect((await database.query('DESCRIBE "my customers"')).column_type).toEqual([
    ...['VARCHAR', 'DOUBLE', 'BOOLEAN', 'VARCHAR', 'VARCHAR'],
  ]);
  await database.createTable('"my customers"', { id: [1] });
  expect(await database.query('SELECT * FROM "my customers"')).toEqual({ id: [1] });
  await expect(database.createTable('t', { a: [1], b: [] })).rejects.toThrow(
    "column 'b' has 0 values; 'a' has 1",
  );
});

test('what is asked at once neither meets nor breaks: tables that arrive, statements between them', async () => {
  const numbers = Array.from({ length: 300 }, (_, n) => n);
  const counts = await Promise.all(
    numbers.map(async (n) => {
      const [, { answer }] = await Promise.all([
        database.createTable(`t${n}`, { n: [n] }),
        database.query('SELECT $n + 1 AS answer', { n }),
      ]);
      return answer[0];
    }),
  );
  expect(counts).toEqual(numbers.map((n) => n + 1));
  const found = await Promise.all([0, 150, 299].map((n) => database.query(`SELECT n FROM t${n}`)));
  expect(found.map(({ n }) => n)).toEqual([[0], [150], [299]]);
});

test('a statement that fails does not hold up the next; closing waits for what was asked before', async () => {
  const other = await openDatabase();
  const failing = other.query('SELECT nope FROM nowhere');
  const next = other.query('SELECT 1 AS n');
  const closing = other.close();
  const late = other.query('SELECT 2 AS n');
  await expect(failing).rejects.toThrow('nowhere does not exist');
  await expect(next).resolves.toEqual({ n: [1] });
  await expect(closing).resolves.toBeUndefined();
  await expect(late).rejects.toThrow('the database is closed');
});

test('nothing is fetched: a remote file is refused', async () => {
  await expect(database.query("SELECT * FROM 'https://127.0.0.1:1/x.csv'")).rejects.toThrow('httpfs');
  const settings =
    "SELECT name, value FROM duckdb_settings() WHERE name LIKE 'auto%extensions' ORDER BY name";
  expect((await database.query(settings)).value).toEqual(['false', 'false']);
});

test('settings reach the database', async () => {
  const { threads, memory } = await database.query(
    "SELECT current_setting('threads') AS threads, current_setting('memory_limit') AS memory",
  );
  expect([threads[0], memory[0]]).toEqual([1, '488.2 MiB']);
});

test('a database on disk is there again when opened again', async () => {
  const path = join(folder, 'shop.duckdb');
  const first = await openDatabase({ address: path });
  await first.run('CREATE TABLE visits AS SELECT 7 AS n');
  await first.close();
  await first.close();
  await expect(first.query('SELECT 1')).rejects.toThrow('the database is closed');
  const second = await openDatabase({ address: path });
  expect(await second.query('SELECT * FROM visits')).toEqual({ n: [7] });
  await second.close();
  expect(readdirSync(folder)).toEqual(['shop.duckdb']);
});

test.each([
  [{ address: '' }, '`address` is'],
  [{ threads: 0 }, '`threads` is 0'],
  [{ memoryLimit: 'lots' }, "`memoryLimit` is 'lots'"],
  [{ thread: 1 } as object, 'thread'],
])('%p is refused', async (options, message) => {
  await expect(openDatabase(options)).rejects.toThrow(message);
});

test('what cannot be opened is refused by its path', async () => {
  await expect(openDatabase(join(folder, 'nowhere', 'x'))).rejects.toThrow('cannot open the database');
  const text = join(folder, 'text.duckdb');
  writeFileSync(text, 'this is no database, but long enough to be looked at as one'.repeat(100));
  await expect(openDatabase(text)).rejects.toThrow(/cannot open the database .*text\.duckdb/);
});
