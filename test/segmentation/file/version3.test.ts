import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/**
 * Model files of version 3, made of every third row of data/Mall_Customers.sample.csv by the package as it was then, with
 * its predictions for other rows.
 */
const FOLDER = join(__dirname, 'version3');
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
const expected = read('predictions');

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

  test('explains what it explained, under one name', () => {
    const { notes, ignoredColumns, profiles } = read(kind);
    expect(model.warnings).toEqual(notes);
    expect(model.ignoredColumns).toEqual(
      ignoredColumns.map(({ name, why }: Record<string, string>) => ({ name, reason: why })),
    );
    expect(model.profiles.map(({ nameReasons, action }) => [nameReasons, action.reason])).toEqual(
      profiles.map(({ nameReasons, action }: { nameReasons: Record<string, string>[]; action: Old }) => [
        nameReasons.map(({ words, because }) => ({ text: words, reason: because })),
        action.because,
      ]),
    );
  });

  test('is written as version 4, which says the same', () => {
    const written = JSON.parse(JSON.stringify(model));
    expect(written).toMatchObject({ version: 4, stability: read(kind).stability });
    expect(JSON.stringify(written)).not.toMatch(/"(?:why|because|notes)":/);
    expect(JSON.stringify(SegmentationModel.fromJSON(written))).toBe(JSON.stringify(model));
  });
});

interface Old {
  because: string;
}
