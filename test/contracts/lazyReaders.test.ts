import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { utils, write } from 'xlsx';

/** Reading a file loads the library that this file needs, and no other: scoring a CSV file stays light. */

const folder = mkdtempSync(join(tmpdir(), 'lazyReaders-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BEGINNING = `
  const { transformFileSync } = require('@swc/core');
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, path) => module._compile(transformFileSync(path, options).code, path);
  const loaded = () => ['@tensorflow', 'danfojs-node', 'xlsx', '@duckdb'].filter((name) =>
    Object.keys(require.cache).some((path) => path.replaceAll('\\\\', '/').includes('/node_modules/' + name + '/')));
  const { readTable } = require(${JSON.stringify(resolve(__dirname, '../../src/datasets/readTable.ts'))});
`;

/** The heavy libraries that a Node of its own has loaded once it has read the file. */
function loadedBy(path: string): string[] {
  const code = `${BEGINNING} readTable(${JSON.stringify(path)}).then(() => console.log(JSON.stringify(loaded())));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', code], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as string[];
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
