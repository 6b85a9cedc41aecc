import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Ajv from 'ajv';
import { OPTION_KEYWORDS } from '../../../src/core/schema';
import { ALGORITHM_NAMES, ALGORITHMS, algorithmOf } from '../../../src/segmentation/algorithms';

const SRC = resolve(__dirname, '../../../src');
const FOLDER = join(SRC, 'segmentation/algorithms');
const files = readdirSync(FOLDER).filter((file) => !['index.ts', 'algorithm.ts'].includes(file));

test('each algorithm is one file', () => {
  expect(files).toHaveLength(ALGORITHMS.length);
  for (const name of ALGORITHM_NAMES) expect(algorithmOf(name).name).toBe(name);
});

test('the page bundles what is imported at the top of these files: nothing that clusters', () => {
  const bundled = Array.from(importedBy('segmentation/algorithms/index.ts', new Set()));
  // sql/measures writes text: some 5 kB
  const heavy = bundled.filter(
    (file) => !/^(core|segmentation\/(algorithms|rules|sql\/measures))\//.test(file),
  );
  expect(
    heavy.filter((file) => importedBy(file, new Set()).size > 0 || !file.startsWith('cluster/')),
  ).toEqual([]);
  expect(heavy).toContain('cluster/hierarchy/linkages.ts'); // a list of words, which loads nothing
});

/** Every source that a source imports, by others too, types aside. */
function importedBy(file: string, found: Set<string>): Set<string> {
  const imports = readFileSync(join(SRC, file), 'utf8').matchAll(/^import (?!type )[^;]*from '(\.[^']+)'/gm);
  for (const [, path] of imports) {
    const place = join(dirname(file), path);
    const imported = existsSync(join(SRC, `${place}.ts`)) ? `${place}.ts` : join(place, 'index.ts');
    if (!found.has(imported)) importedBy(imported, found.add(imported));
  }
  return found;
}

describe.each(ALGORITHMS.map((algorithm) => ({ algorithm, name: algorithm.name })))(
  '$name',
  ({ algorithm }) => {
    const { properties } = algorithm.options;

    test('has words for people', () => {
      for (const text of [algorithm.title, algorithm.help]) expect(text).toMatch(/\S/);
      for (const option of Object.values(properties))
        expect(option).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    });

    test('has a default for each option, which it allows', () => {
      for (const option of Object.values(properties)) {
        expect(option).toHaveProperty('default');
        expect(new Ajv({ keywords: OPTION_KEYWORDS }).validate(option, option.default)).toBe(true);
      }
    });

    test('shares no option with another but of the same meaning', () => {
      for (const other of ALGORITHMS)
        for (const [name, option] of Object.entries(other.options.properties))
          if (Object.hasOwn(properties, name)) expect(properties[name as never]).toEqual(option);
    });
  },
);
