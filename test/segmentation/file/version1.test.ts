import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { SAVED_OPTIONS, SEGMENTATION_OPTIONS } from '../../../src/segmentation/options';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/**
 * Model files of version 1, made of every third row of data/Mall_Customers.sample.csv by the package as it was then,
 * with its predictions for other rows.
 */
const FOLDER = join(__dirname, 'version1');
const expected = JSON.parse(readFileSync(join(FOLDER, 'predictions.json'), 'utf8'));
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'predictions.json');

test('there is one of each kind', () => {
  expect(files.map((file) => file.replace('.json', ''))).toEqual(Object.keys(expected));
  expect(files).toHaveLength(9);
});

test('an option that came later is no reason to refuse a file: it has its default', () => {
  const { options } = JSON.parse(readFileSync(join(FOLDER, files[0]), 'utf8'));
  expect(Object.keys(options)).toEqual(expect.arrayContaining(SAVED_OPTIONS.required as string[]));
  const later = Object.keys(SEGMENTATION_OPTIONS.properties).filter((name) => !(name in options));
  expect(later).toContain('missingCodes');
  for (const name of later)
    expect(SegmentationModel.load(join(FOLDER, files[0])).options).toHaveProperty(
      name,
      SEGMENTATION_OPTIONS.properties[name].default,
    );
});

describe.each(files)('%s', (file) => {
  const model = SegmentationModel.load(join(FOLDER, file));

  test('loads, and predicts what it predicted', async () => {
    const { table } = await readTable(join(FOLDER, 'others.csv'));
    const { labels, margin, notScored } = model.predict(table);
    expect({ labels: Array.from(labels), margin: Array.from(margin) }).toEqual(
      expected[file.replace('.json', '')],
    );
    expect(notScored).toEqual([]);
  });

  test('is written as version 4, which says the same', async () => {
    const written = JSON.parse(JSON.stringify(model));
    expect(written.version).toBe(4);
    expect(written.stability).toBeNull();
    const { table } = await readTable(join(FOLDER, 'others.csv'));
    const restored = SegmentationModel.fromJSON(written);
    expect(restored.predict(table)).toEqual(model.predict(table));
    expect(JSON.stringify(restored)).toBe(JSON.stringify(model));
  });

  test('tells what it told: effects, sizes, options', () => {
    const before = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
    const [{ features }] = model.profiles;
    expect(features.map(({ effect }) => effect.standardized)).toEqual(
      before.profiles[0].features.map(
        ({ effect }: { effect: { standardised: number | null } }) => effect.standardised ?? Number.NaN, // lint-words: allow
      ),
    );
    expect(model).toMatchObject({ sizes: before.sizes, options: before.options, names: expect.any(Array) });
  });
});

test('what an algorithm found beside the segments comes along', () => {
  expect(SegmentationModel.load(join(FOLDER, 'dbscan.json')).found).toEqual({ eps: 0.45 });
  expect(SegmentationModel.load(join(FOLDER, 'kmeans.json')).found).toEqual({});
});

test.each([
  ['its rule', { rule: null }, 'at /rule it must be object'],
  [
    'its rule of another algorithm',
    { rule: { type: 'linkage', linkage: 'single', rows: [], labels: [] } },
    '/rule',
  ],
  ['its columns', { columns: 3 }, 'at /columns it must be array'],
])('damaged in %s, it is refused', (_, damage, message) => {
  const json = JSON.parse(readFileSync(join(FOLDER, 'kmeans.json'), 'utf8'));
  expect(() => SegmentationModel.fromJSON({ ...json, ...damage })).toThrow(message);
});

test('an option of an algorithm that a file knows nothing of has its default', () => {
  const json = JSON.parse(readFileSync(join(FOLDER, 'kmeans.json'), 'utf8'));
  const { linkage, minSamples, ...options } = json.options;
  expect(SegmentationModel.fromJSON({ ...json, options }).options).toMatchObject({
    linkage: 'ward',
    minSamples: 5,
  });
});
