import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ReadTableOptions, readTable } from '../../../../src/datasets/read/readTable';
import { openDatabase } from '../../../../src/datasets/sql/openDatabase';

const folder = mkdtempSync(join(tmpdir(), 'readParquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function parquet(select: string, name = 'file.parquet'): Promise<string> {
  const path = join(folder, name);
  const database = await openDatabase();
  await database.run(`COPY (${select}) TO '${path.replaceAll('[', '[[]')}' (FORMAT parquet)`);
  await database.close();
  return path;
}

const read = async (select: string, options?: ReadTableOptions) => readTable(await parquet(select), options);

test('numbers, truth values, texts, days and times', async () => {
  const { table, rows, format, file } = await read(
    `SELECT * FROM (VALUES
      (1::BIGINT, 2.5::DOUBLE, 1.25::DECIMAL(9, 2), true, '007', DATE '2011-12-09', TIMESTAMP '2011-12-09 12:50:00'),
      (NULL, 'NaN'::DOUBLE, NULL, NULL, NULL, NULL, NULL)) AS t(n, x, money, yes, id, day, moment)`,
  );
  expect(table).toEqual({
    n: [1, null],
    x: [2.5, null],
    money: [1.25, null],
    yes: [true, null],
    id: ['007', null],
    day: ['2011-12-09', null],
    moment: ['2011-12-09T12:50:00', null],
  });
  expect({ rows, format, file }).toEqual({ rows: 2, format: 'parquet', file: 'file.parquet' });
});

test('a number is a number where it is exact, else the whole column is text', async () => {
  const { table } = await read(
    `SELECT * FROM (VALUES
      (9007199254740991::BIGINT, 9007199254740993::BIGINT, 12345678901234567.89::DECIMAL(20, 2), 0::DECIMAL(9, 2)),
      (1, 1, 1, 2.5)) AS t(safe, long, wide, money)`,
  );
  expect(table).toEqual({
    safe: [9007199254740991, 1],
    long: ['9007199254740993', '1'],
    wide: ['12345678901234567.89', '1.00'],
    money: [0, 2.5],
  });
});

test('times of a zone are those of UTC; a time of day and an interval are text', async () => {
  const { table } = await read(
    "SELECT make_timestamptz(1323435000000000) AS z, TIME '12:50:00' AS t, INTERVAL 3 DAY AS i",
  );
  expect(table).toMatchObject({ z: ['2011-12-09T12:50:00'], t: ['12:50:00'] });
});

test('texts are understood as in CSV', async () => {
  const { table, detected } = await read("SELECT '31.12.2021' AS d, '1.234,5' AS n");
  expect(table).toEqual({ d: ['2021-12-31'], n: [1234.5] });
  expect(detected).toHaveLength(2);
  await expect(read("SELECT '03/04/2021' AS d")).rejects.toThrow(
    "file.parquet, row 1, column 'd': '03/04/2021' may be read in 2 ways",
  );
});

test('only the columns asked for are read, in that order, under any name', async () => {
  const select = `SELECT 1 AS "a ""b""", [1, 2] AS list, 3 AS "__proto__"`;
  const { table } = await read(select, { columns: ['__proto__', 'a "b"'] });
  expect(Object.entries(table)).toEqual([
    ['__proto__', [3]],
    ['a "b"', [1]],
  ]);
  const all = await read(select);
  expect(Object.keys(all.table)).toEqual(['a "b"', '__proto__']);
  expect(all.detected).toEqual([
    "column 'list' is left out: its values of type INTEGER[] aren't numbers or text",
  ]);
  await expect(read(select, { columns: ['list'] })).rejects.toThrow(
    "file.parquet, column 'list': values of type INTEGER[]",
  );
  await expect(read('SELECT [1, 2] AS list')).rejects.toThrow("column 'list': values of type INTEGER[]");
  await expect(read(select, { columns: ['lost'] })).rejects.toThrow(
    "file.parquet has no column 'lost'; did you mean 'list'?",
  );
});

test('stars, brackets and quotes in a path are a path', async () => {
  const path = await parquet('SELECT 1 AS a', 'plain.parquet');
  const odd = join(folder, "it's [1]*?.parquet");
  writeFileSync(odd, readFileSync(path));
  expect((await readTable(odd)).table).toEqual({ a: [1] });
});

test('damaged, empty and gzipped files are refused', async () => {
  const bytes = readFileSync(await parquet('SELECT range AS a FROM range(1000)'));
  const path = join(folder, 'file.parquet');
  writeFileSync(path, bytes.subarray(0, bytes.length - 50));
  await expect(readTable(path)).rejects.toThrow('file.parquet is a damaged Parquet file; fetch it again');
  writeFileSync(path, gzipSync(bytes));
  await expect(readTable(path)).rejects.toThrow('file.parquet is a gzipped Parquet file; unpack it first');
  await expect(read('SELECT 1 AS a WHERE false')).rejects.toThrow('file.parquet has columns but no rows');
});
