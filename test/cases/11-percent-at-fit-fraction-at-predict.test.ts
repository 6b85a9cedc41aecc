import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, type WorkSheet, write } from 'xlsx';
import { readTable } from '../../src/datasets/read/readTable';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';

const FOLDER = join(__dirname, '11-percent-at-fit-fraction-at-predict');
const fileOf = (name: string) => readTable(join(FOLDER, name));

const fitted = async (name: string) => {
  const model = new Segmentation({ k: 2, seed: 1 }).fit(await fileOf(name));
  return SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
};

test.each(['customers.csv', 'customers.xlsx'])('%s: two segments of ten, in percent', async (name) => {
  const model = await fitted(name);
  expect(model.sizes).toEqual([10, 10]);
  expect(model.inertia).toBeCloseTo(2.1013, 4);
  expect(model.silhouette).toBeCloseTo(0.8494, 4);
  expect(model.columns).toMatchObject([
    { unit: '%', range: [2, 85] },
    { unit: '%', range: [0, 34] },
  ]);
});

test.each([
  ['customers.csv', 'new_percent.csv'],
  ['customers.csv', 'new.xlsx'],
  ['customers.xlsx', 'new_percent.csv'],
  ['customers.xlsx', 'new.xlsx'],
])('a model of %s scores %s without a word', async (fit, name) => {
  const model = await fitted(fit);
  const { labels, margin, unfamiliar } = model.predict(await fileOf(name));
  const discounts = model.profiles.map(
    ({ features: [discount] }) => discount.kind === 'numeric' && discount.segment.median,
  );
  expect(Array.from(labels, (label) => discounts[label])).toEqual([78.5, 78.5, 5, 5, 78.5]);
  expect(Math.min(...margin)).toBeGreaterThan(0.75);
  expect(unfamiliar).toEqual([]);
});

test.each(['customers.csv', 'customers.xlsx'])('fractions under a model of %s are warned of', async (fit) => {
  const { unfamiliar, outside } = (await fitted(fit)).predict(await fileOf('new_fraction.csv'));
  expect(unfamiliar).toEqual([
    {
      column: 'Bought at a discount',
      customers: 5,
      share: 1,
      factor: 100,
      says: 'Bought at a discount: 5 of 5 customers lie outside what the model was fitted on (2% to 85%; here 0.05 to 0.78). Multiplied by 100, they would fit: are the units the same?',
    },
    {
      column: 'Sent back',
      customers: 0,
      share: 0,
      factor: 100,
      says: 'Sent back: the model was fitted on 0% to 34%, and here are 0.01 to 0.3. Multiplied by 100, they would fit: are the units the same?',
    },
  ]);
  expect(outside).toEqual(Array.from({ length: 5 }, () => ['Bought at a discount']));
});

test('percents under a model of fractions are warned of as well', async () => {
  const { rows, table } = await fileOf('customers.csv');
  const fractions = Object.fromEntries(
    ['Bought at a discount', 'Sent back'].map((name) => [
      name,
      Array.from({ length: rows }, (_, row) => Number(table[name][row]) / 100),
    ]),
  );
  const model = new Segmentation({ k: 2, seed: 1 }).fit(fractions);
  for (const name of ['new_percent.csv', 'new.xlsx']) {
    const { unfamiliar } = model.predict(await fileOf(name));
    expect(unfamiliar.map(({ column, factor }) => [column, factor])).toEqual([
      ['Bought at a discount', 0.01],
      ['Sent back', 0.01],
    ]);
  }
});

describe('one table in four formats', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const rows = Array.from({ length: 30 }, (_, i) => {
    const group = i % 3;
    return {
      share: [5, 40, 80][group] + (i % 5),
      spent: [10.5, 250, 900][group] + 3 * (i % 7),
      club: group === 2 || i % 4 === 0,
      letter: group === 0,
      size: [1, 'L', 'XL'][(i + group) % 3] as string | number,
      visits: [2, 9, 30][group] + (i % 3),
    };
  });
  const names = ['Share', 'Spent', 'Club', 'Letter', 'Size', 'Visits'];

  function csv(): string {
    const lines = rows.map(({ share, spent, club, letter, size, visits }) =>
      [`${share}%`, `$${spent}`, club ? 'TRUE' : 'FALSE', letter ? 'ja' : 'nein', size, visits].join(','),
    );
    return [names.join(','), ...lines].join('\n');
  }

  function sheet(): WorkSheet {
    const cells = rows.map(({ share, spent, club, letter, size, visits }) => [
      { t: 'n', v: share / 100, z: '0%' },
      { t: 'n', v: spent, z: '"$"#,##0.00' },
      club,
      letter ? 'Ja' : 'Nein',
      size,
      visits,
    ]);
    return utils.aoa_to_sheet([names, ...cells]);
  }

  function jsonLines(): string {
    const lines = rows.map(({ share, spent, club, letter, size, visits }) => {
      const written = `{"Share":"${share}%","Spent":"$${spent}","Club":${club},"Letter":"${letter ? 'Y' : 'N'}"`;
      return `${written},"Size":${JSON.stringify(size)},"Visits":${visits}.0}`;
    });
    return lines.join('\n');
  }

  async function parquet(path: string): Promise<void> {
    const database = await openDatabase();
    const values = rows.map(
      ({ share, spent, club, letter, size, visits }) =>
        `('${share}%', '$${spent}', ${club}, ${letter ? 1 : 0}, '${size === 1 ? '1.0' : size}', ${visits}::DOUBLE)`,
    );
    await database.run(
      `COPY (SELECT * FROM (VALUES ${values.join(', ')}) AS t(${names.map((name) => `"${name}"`).join(', ')})) TO '${path}' (FORMAT parquet)`,
    );
    await database.close();
  }

  const files = {
    csv: join(folder, 'customers.csv'),
    xlsx: join(folder, 'customers.xlsx'),
    jsonl: join(folder, 'customers.jsonl'),
    parquet: join(folder, 'customers.parquet'),
  };
  const formats = Object.keys(files) as (keyof typeof files)[];

  beforeAll(async () => {
    writeFileSync(files.csv, csv());
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet(), 'Customers');
    writeFileSync(files.xlsx, write(book, { type: 'buffer', bookType: 'xlsx' }));
    writeFileSync(files.jsonl, jsonLines());
    await parquet(files.parquet);
  });

  const modelOf = async (format: keyof typeof files) =>
    new Segmentation({ k: 3, seed: 1, columns: names }).fit(await readTable(files[format]));

  test.each(formats)('%s: the same kinds of columns, units and segments', async (format) => {
    const model = await modelOf(format);
    const expected = await modelOf('csv');
    expect(model.columns.map(({ kind }) => kind)).toEqual([
      ...['numeric', 'numeric', 'numeric', 'numeric', 'category', 'numeric'],
    ]);
    expect(model.columns).toMatchObject([
      { unit: '%' },
      { unit: '$' },
      { truth: true },
      { truth: true },
      {},
      {},
    ]);
    expect(model.inertia).toBeCloseTo(expected.inertia!, 10);
    expect(model.labels).toEqual(expected.labels);
    expect(model.names).toEqual(expected.names);
  });

  test.each(formats.flatMap((fit) => formats.map((scored) => [fit, scored] as const)))(
    'a model of %s scores %s as it was fitted, all of it and row by row',
    async (fit, scored) => {
      const model = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(await modelOf(fit))));
      const { labels } = await modelOf('csv');
      const table = await readTable(files[scored]);
      const prediction = model.predict(table);
      expect(prediction.notScored).toEqual([]);
      expect(prediction.unfamiliar).toEqual([]);
      expect(prediction.labels).toEqual(labels);
      const single = (row: number) =>
        model.predict(Object.fromEntries(names.map((name) => [name, [table.table[name][row]]]))).labels[0];
      expect(Array.from({ length: 6 }, (_, row) => single(row))).toEqual(Array.from(labels!.subarray(0, 6)));
    },
  );
});
