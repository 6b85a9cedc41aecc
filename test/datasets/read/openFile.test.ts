import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ENDINGS, formatOfName, splitEnding } from '../../../src/datasets/read/formats';
import { openFile } from '../../../src/datasets/read/openFile';
import { readHeader, readTextTable } from '../../../src/datasets/read/readTextTable';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test.each([
  ['orders.csv', ['orders', '.csv'], 'csv'],
  ['a.b.TSV.gz', ['a.b', '.TSV.gz'], 'csv'],
  ['x.ndjson', ['x', '.ndjson'], 'json-lines'],
  ['x.xlsb', ['x', '.xlsb'], 'excel'],
  ['x.parquet', ['x', '.parquet'], 'parquet'],
  ['x.dat', ['x.dat', ''], undefined],
  ['x.gz', ['x', '.gz'], undefined],
  ['csv', ['csv', ''], undefined],
])('%s ends and is named so', (name, parts, format) => {
  expect(splitEnding(name)).toEqual(parts);
  expect(formatOfName(name)?.format).toBe(format);
});

test('every ending is offered once', () => {
  expect(new Set(ENDINGS).size).toBe(ENDINGS.length);
  expect(ENDINGS).toEqual(expect.arrayContaining(['.csv', '.xlsx', '.json', '.parquet', '.gz']));
});

test('a file is known by its beginning, and read once', () => {
  const path = saved('a.csv', 'a,b\n1,2\n');
  const opened = openFile(path);
  expect(opened).toMatchObject({ file: 'a.csv', format: 'csv', gzipped: false, detected: [] });
  writeFileSync(path, 'changed');
  expect(Buffer.from(opened.content()).toString()).toBe('a,b\n1,2\n');
  expect(opened.content()).toBe(opened.content());
});

test('of a large file the header is known before the rest is read', async () => {
  const text = `Age,City\n${'20,York\n'.repeat(400_000)}`;
  for (const [name, content] of [
    ['large.csv', text],
    ['large.csv.gz', gzipSync(text)],
  ] as const) {
    const opened = openFile(saved(name, content));
    expect(await readHeader(opened)).toEqual(['Age', 'City']);
    expect(opened.start.length).toBeLessThan(text.length);
    expect(opened.content().length).toBe(text.length);
  }
});

test.each([
  ['rows.csv', 'a\n1\n2\n3\n', 'rows.csv has 3 rows'],
  ['columns.csv', 'a,b,c,d\n1,2,3,4\n', 'columns.csv has 4 columns'],
  ['lines.csv', `a,b\n${'1,2\n'.repeat(20)}`, 'lines.csv has more than 2 rows'],
  ['rows.jsonl', '{"a":1}\n{"a":2}\n{"a":3}\n', 'rows.jsonl has 3 rows'],
  ['endless.csv', 'a,'.repeat(600_000), 'the first line of endless.csv is longer than 1 MiB'],
])('%s is larger than the limits', async (name, content, message) => {
  const limits = { rows: 2, columns: 3 };
  const read = async () => readTextTable(openFile(saved(name, content), limits));
  await expect(read()).rejects.toThrow(message);
  if (!message.includes('first line')) await expect(read()).rejects.toMatchObject({ code: 'too-large' });
  const whole = readTextTable(openFile(saved(name, content)));
  if (name !== 'endless.csv') expect((await whole).rows).toBeGreaterThan(0);
  else await expect(whole).rejects.toThrow();
});

test.each([
  ['no.csv', undefined, /^cannot read .*no\.csv: there is no such file/],
  ['empty.csv', '', 'empty.csv is empty; it needs a header line and rows'],
  ['empty.csv.gz', gzipSync(''), 'empty.csv.gz is empty'],
  ['a.parquet.gz', gzipSync('PAR1xxxx'), 'a.parquet.gz is a gzipped Parquet file; unpack it first'],
  ['a.csv', '\x89HDF', 'a.csv is an HDF5 file; tables are read from'],
])('%s cannot be opened', (name, content, message) => {
  const path =
    content === undefined ? join(folder, name) : saved(name, Buffer.from(content as string, 'latin1'));
  expect(() => openFile(path)).toThrow(message);
});

test('a folder cannot be opened', () => {
  expect(() => openFile(folder)).toThrow('it is a folder, not a file');
});
