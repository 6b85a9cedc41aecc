import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/**
 * Model files of versions 2 and 3, made of every third row of data/Mall_Customers.sample.csv by the package as it was then,
 * with its predictions for other rows.
 */
const folderOf = (version: number) => join(__dirname, `version${version}`);
const read = (version: number, name: string) =>
  JSON.parse(readFileSync(join(folderOf(version), `${name}.json`), 'utf8'));
const load = (version: number, kind: string) =>
  SegmentationModel.load(join(folderOf(version), `${kind}.json`));

describe.each([2, 3])('version %i', (version) => {
  const expected = read(version, 'predictions');

  test('there is one of each kind', () => {
    const files = readdirSync(folderOf(version)).filter(
      (file) => file.endsWith('.json') && file !== 'predictions.json',
    );
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(expected).sort());
  });

  describe.each(Object.keys(expected))('%s', (kind) => {
    const model = load(version, kind);

    test('loads, and predicts what it predicted', async () => {
      const { table } = await readTable(join(folderOf(version), 'others.csv'));
      const { labels, margin, names } = model.predict(table);
      expect({ labels: Array.from(labels), margin: Array.from(margin), names }).toEqual(expected[kind]);
    });

    test('is written as version 4, which says the same', () => {
      const written = JSON.parse(JSON.stringify(model));
      const stability = version === 2 ? null : read(version, kind).stability;
      expect(written).toMatchObject({ version: 4, stability });
      expect(JSON.stringify(written)).not.toMatch(/"(?:why|because|notes)":/);
      expect(JSON.stringify(SegmentationModel.fromJSON(written))).toBe(JSON.stringify(model));
    });
  });
});

test.each(Object.keys(read(2, 'predictions')))(
  'version 2, %s: nothing is known of how stable its segments are, and nothing is said',
  (kind) => {
    const model = load(2, kind);
    expect(model.stability).toBeNull();
    expect(model.agreement).toBeNull();
    expect(model.profiles.every((profile) => !('stability' in profile))).toBe(true);
    expect(model.structureSummary).not.toMatch(/stable/);
  },
);

interface Old {
  because: string;
}

test.each(Object.keys(read(3, 'predictions')))(
  'version 3, %s: explains what it explained, under one name',
  (kind) => {
    const model = load(3, kind);
    const { notes, ignoredColumns, profiles } = read(3, kind);
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
  },
);
