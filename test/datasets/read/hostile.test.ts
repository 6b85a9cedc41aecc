import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openFile } from '../../../src/datasets/read/openFile';
import { readTable } from '../../../src/datasets/read/readTable';
import { readHeader } from '../../../src/datasets/read/readTextTable';
import { importFile } from '../../../src/datasets/sql/importFile';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function imported(path: string): Promise<string> {
  const database = await openDatabase();
  try {
    return String((await importFile(database, path, 'log')).rows);
  } catch (error) {
    return (error as Error).message;
  } finally {
    await database.close();
  }
}

const nested = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}\n`;

test.each([
  ['nested.jsonl', nested],
  ['nested.jsonl.gz', gzipSync(nested)],
  ['nested.json', `[${'['.repeat(20_000)}${']'.repeat(20_000)}]`],
])('JSON of lists within lists is refused before native code meets it: %s', async (name, content) => {
  const path = file(name, content);
  await expect(readTable(path)).rejects.toThrow('more than 100 deep');
  expect(await imported(path)).toContain('more than 100 deep');
});

test('brackets within texts are no lists', async () => {
  const path = file('texts.jsonl', `{"a":"${'['.repeat(500)}\\"${'['.repeat(500)}"}\n{"a":"b"}\n`);
  expect((await readTable(path)).rows).toBe(2);
});

test('a text of over 512 MB that is no CSV is refused in words', async () => {
  const path = file('large.jsonl', '{"a":1}\n');
  truncateSync(path, 600e6);
  await expect(readTable(path)).rejects.toThrow('over 512 MB of text');
});

test.each([
  ['without its end', 'PAR1 and no end'],
  [
    'whose footer is longer than it',
    Buffer.concat([Buffer.from('PAR1xx'), Buffer.from([255, 255, 255, 127]), Buffer.from('PAR1')]),
  ],
])('a Parquet file %s is refused', async (_what, content) => {
  await expect(readTable(file('bad.parquet', content))).rejects.toThrow('damaged Parquet');
});

test('the name of a folder is no column', async () => {
  const partition = join(folder, 'region=EU');
  mkdirSync(partition);
  const database = await openDatabase();
  const path = join(partition, 'part.parquet');
  await database.run(`COPY (SELECT 1 AS a, 2 AS b UNION ALL SELECT 3, 4) TO '${path}' (FORMAT parquet)`);
  await database.close();
  expect(Object.keys((await readTable(path)).table)).toEqual(['a', 'b']);
  for (const [name, content] of [
    ['part.csv', 'a,b\n1,2\n'],
    ['part.jsonl', '{"a":1,"b":2}\n'],
  ]) {
    writeFileSync(join(partition, name), content);
    const other = await openDatabase();
    expect((await importFile(other, join(partition, name), 'log')).columns).toEqual(['a', 'b']);
    await other.close();
  }
});

test('a Parquet file of a few bytes that stands for billions of values is refused', async () => {
  const database = await openDatabase();
  const path = join(folder, 'many.parquet');
  await database.run(
    `COPY (SELECT 1 AS a, 2 AS b, 3 AS c, 4 AS d, 5 AS e FROM range(21000000)) TO '${path}' (FORMAT parquet)`,
  );
  await database.close();
  await expect(readTable(path)).rejects.toThrow('105,000,000 values; 100,000,000 are taken at most');
});

test('a quotation mark in the header that is never closed is said by its line', async () => {
  const path = file('open.csv', 'a,"b\n1,2\n3,4\n');
  await expect(readTable(path)).rejects.toThrow('an opening quotation mark is never closed');
  expect(await imported(path)).toContain('an opening quotation mark is never closed');
  await expect(readHeader(openFile(path))).rejects.toThrow('an opening quotation mark is never closed');
});
