import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from 'xlsx';
import { inFreshNode } from '../support/freshNode';

/** Reading a file loads the library that this file needs, and no other: scoring a CSV file stays light. */

const folder = mkdtempSync(join(tmpdir(), 'lazyReaders-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The heavy libraries that a Node of its own has loaded once it has read the file. */
function loadedBy(path: string): string[] {
  const script = `
    const heavy = ['@tensorflow', 'danfojs-node', 'xlsx', '@duckdb'];
    source('datasets/read/readTable').readTable(input).then(() => console.log(JSON.stringify(loaded(heavy))));`;
  return JSON.parse(inFreshNode(script, path)) as string[];
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('CSV and JSON lines load none of them', () => {
  expect(loadedBy(file('a.csv', 'a;b\n1,5;31.12.2021\n'))).toEqual([]);
  expect(loadedBy(file('a.jsonl', '{"a": 1}\n'))).toEqual([]);
});

test('Excel loads its reader alone: the test above can see it', () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a'], [1]]), 'S');
  expect(loadedBy(file('a.xlsx', write(book, { type: 'buffer' })))).toEqual(['xlsx']);
});
