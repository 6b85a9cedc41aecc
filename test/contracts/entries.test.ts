import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as root from '../../src/index';
import { ENTRIES } from '../support/library';

const { exports: subpaths, typesVersions } = JSON.parse(
  readFileSync(join(__dirname, '../../package.json'), 'utf8'),
);

test('package.json names every entry, and nothing else of the package can be imported', () => {
  const entries = Object.entries(ENTRIES).map(([name, file]) => [
    name,
    { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
  ]);
  expect(subpaths).toEqual({ ...Object.fromEntries(entries), './package.json': './package.json' });
});

test('compilers that know no exports map, such as the notebook kernel’s, find the same types', () => {
  const named = Object.entries(ENTRIES).filter(([name]) => name !== '.');
  const types = named.map(([name, file]) => [name.slice(2), [`./dist/${file}.d.ts`]]);
  expect(typesVersions).toEqual({ '*': Object.fromEntries(types) });
});

test('the root holds what most programs need, and is small enough to read', () => {
  const values = Object.keys(root);
  expect(values).toEqual(expect.arrayContaining(['KMeans', 'readTable', 'Segmentation', 'show']));
  expect(values.length).toBeLessThanOrEqual(100);
});
