import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { ALGORITHM_NAMES, ALGORITHMS, algorithmOf } from '../../../src/segmentation/algorithms';

const SRC = resolve(__dirname, '../../../src');
const FOLDER = join(SRC, 'segmentation/algorithms');
const files = readdirSync(FOLDER).filter((file) => !['index.ts', 'algorithm.ts'].includes(file));

test('each algorithm is one file', () => {
  expect(files).toHaveLength(ALGORITHMS.length);
  for (const name of ALGORITHM_NAMES) expect(algorithmOf(name).name).toBe(name);
});

test('the page bundles what is imported at the top of a file: that may not cluster', () => {
  for (const file of files) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const imported = Array.from(text.matchAll(/^import (?!type )[^;]*from '([^']+)'/gm), ([, path]) => path);
    const rooms = imported.filter((path) => path.startsWith('../') && !path.startsWith('../../core/'));
    expect(rooms.filter((path) => path !== '../../cluster/hierarchy/linkages')).toEqual([]);
  }
});

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
        expect(new Ajv().validate(option, option.default)).toBe(true);
      }
    });

    test('shares no option with another but of the same meaning', () => {
      for (const other of ALGORITHMS)
        for (const [name, option] of Object.entries(other.options.properties))
          if (Object.hasOwn(properties, name)) expect(properties[name as never]).toEqual(option);
    });
  },
);
