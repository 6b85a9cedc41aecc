import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/**
 * Model files of version 2, made of every third row of data/Mall_Customers.sample.csv by the package as it was then, with
 * its predictions for other rows.
 */
const FOLDER = join(__dirname, 'version2');
const expected = JSON.parse(readFileSync(join(FOLDER, 'predictions.json'), 'utf8'));

test('there is one of each kind', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'predictions.json');
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.keys(expected))('%s', (kind) => {
  const model = SegmentationModel.load(join(FOLDER, `${kind}.json`));

  test('loads, and predicts what it predicted', async () => {
    const { table } = await readTable(join(FOLDER, 'others.csv'));
    const { labels, margin, names } = model.predict(table);
    expect({ labels: Array.from(labels), margin: Array.from(margin), names }).toEqual(expected[kind]);
  });

  test('nothing is known of how stable its segments are, and nothing is said', () => {
    expect(model.stability).toBeNull();
    expect(model.agreement).toBeNull();
    expect(model.profiles.every((profile) => !('stability' in profile))).toBe(true);
    expect(model.structureSummary).not.toMatch(/stable/);
  });

  test('is written as version 4, which says the same', () => {
    const written = JSON.parse(JSON.stringify(model));
    expect(written).toMatchObject({ version: 4, stability: null });
    expect(JSON.stringify(SegmentationModel.fromJSON(written))).toBe(JSON.stringify(model));
  });
});
