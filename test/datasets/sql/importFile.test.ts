import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importFile } from '../../../src/datasets/sql/importFile';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';

let database: SqlEngine;
const folder = mkdtempSync(join(tmpdir(), 'import-'));

beforeAll(async () => {
  database = await openDatabase({ threads: 1 });
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function imported(path: string, options = {}) {
  const found = await importFile(database, path, 't', options);
  return { ...found, table: await database.query('SELECT * FROM t') };
}

test('every value arrives as the text it is', async () => {
  const path = file('a.csv', 'id,name,price\n00123,"Sign, ""HOME""",1.50\n9,,0.1\n');
  expect(await imported(path)).toEqual({
    file: 'a.csv',
    format: 'csv',
    columns: ['id', 'name', 'price'],
    rows: 2,
    usualDecimal: '.',
    detected: ['values are separated by commas'],
    table: { id: ['00123', '9'], name: ['Sign, "HOME"', null], price: ['1.50', '0.1'] },
  });
});

test.each([
  ['semicolons, CRLF, a byte order mark', '\ufeffä;b\r\n1;2\r\n', {}],
  ['tabs and CR', 'ä\tb\r1\t2\r', {}],
  ['mixed line ends', 'ä,b\n1,2\r\n', {}],
  ['blank lines', 'ä,b\n\n1,2\n\n', {}],
  ['another encoding', Buffer.from('ä,b\n1,2\n', 'latin1'), { encoding: 'windows-1252' }],
  ['a delimiter of its own', 'ä^b\n1^2\n', { delimiter: '^' }],
  ['gzip under any name', gzipSync('ä,b\n1,2\n'), {}],
])('%s', async (_, content, options) => {
  const { table } = await imported(file('b.csv', content), options);
  expect(table).toEqual({ ä: ['1'], b: ['2'] });
});

test('a line break inside a value is kept', async () => {
  const { table } = await imported(file('c.csv', 'a,b\n"1\n2",3\n'));
  expect(table).toEqual({ a: ['1\n2'], b: ['3'] });
});

test('a path is one file, whatever its characters mean elsewhere', async () => {
  file('d1.csv', 'a,b\n8,8\n');
  const { table } = await imported(file('d[1].csv', 'a,b\n1,2\n'));
  expect(table).toEqual({ a: ['1'], b: ['2'] });
});

test('rows keep the order of the file', async () => {
  const lines = Array.from({ length: 300_000 }, (_, i) => `${i},x`);
  await imported(file('long.csv', `n,x\n${lines.join('\n')}\n`));
  const { moved } = await database.query('SELECT count(*) AS moved FROM t WHERE rowid <> n::BIGINT');
  expect(moved).toEqual([0]);
});

test('JSON lines: numbers keep their digits, absent values are missing', async () => {
  const path = file('e.jsonl', '{"a":1.5,"b":"x"}\n{"a":12345678901234567890,"c":true,"b":null}\n');
  const { table, format } = await imported(path);
  expect(format).toBe('json-lines');
  expect(table).toEqual({ a: ['1.5', '12345678901234567890'], b: ['x', null], c: [null, 'true'] });
});

test('JSON lines: two values of one name are refused, as readTable does', async () => {
  const path = file('twice.jsonl', '{"a":1,"b":{"c":1}}\n\n{"a":2,"\\u0061":3}\n');
  await expect(imported(path)).rejects.toThrow("twice.jsonl, line 3 holds two values called 'a'; rename one");
});

test('Parquet: days and decimals as text', async () => {
  const path = join(folder, 'f.parquet');
  await database.run(
    `COPY (SELECT 0.1 AS a, 1.1::DOUBLE AS b, DATE '2011-12-09' AS c) TO '${path}' (FORMAT parquet)`,
  );
  const { table, format } = await imported(path);
  expect([table, format]).toEqual([{ a: ['0.1'], b: ['1.1'], c: ['2011-12-09'] }, 'parquet']);
});

test('bytes that are no UTF-8 are read by the encoding they show, and it is said', async () => {
  const { table, detected } = await imported(file('g.csv', Buffer.from('a,b\n£,2\n£,3\n', 'latin1')));
  expect(table).toEqual({ a: ['£', '£'], b: ['2', '3'] });
  expect(detected.join()).toContain('Windows-1252');
});

test('a sheet: its values as text', async () => {
  const { utils, write } = await import('xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a'], ['other']]), 'first');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['a', 'b'],
      ['00123', 1.1],
    ]),
    'second',
  );
  const path = file('h.xlsx', new Uint8Array(write(book, { type: 'array' })));
  const { table, format } = await imported(path, { sheet: 'second' });
  expect([table, format]).toEqual([{ a: ['00123'], b: ['1.1'] }, 'excel']);
});

test.each([
  ['ragged.csv', 'a,b\n1,2\n1\n', 'ragged.csv, line 3: 1 values, but the header has 2'],
  ['twice.csv', 'a,b,a\n1,2,3\n', "twice.csv has two columns called 'a'"],
  ['empty.csv', '', 'empty.csv is empty'],
  ['page.csv', '<!doctype html><p>Not found', 'page.csv is a web page'],
  ['header.csv', 'a,b\n', 'header.csv has a header but no rows'],
  ['quote.csv', 'a,b\n"1,2\n', 'an opening quotation mark is never closed'],
  [
    'cut.csv.gz',
    gzipSync(`a,b\n${'1,2\n'.repeat(9000)}`).subarray(0, -20),
    'cut.csv.gz is a damaged gzip file',
  ],
  ['bad.jsonl', '{"a":1}\n{"a":\n', 'bad.jsonl, line 2'],
  ['bad.parquet', 'PAR1 and no more', 'bad.parquet'],
])('%s is refused, saying where', async (name, content, message) => {
  await expect(imported(file(name, content))).rejects.toThrow(message);
});

test('what is not there is refused', async () => {
  await expect(imported(join(folder, 'nowhere.csv'))).rejects.toThrow('there is no such file');
  await expect(imported(folder)).rejects.toThrow('it is a folder, not a file');
  await expect(imported('')).rejects.toThrow('`path`');
  await expect(imported('a.csv', { encoding: 'ebcdic' })).rejects.toThrow('`encoding`');
});
