import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { TableData } from '../../src/table/tableData';

const FILE = join(__dirname, '13-codes-that-look-like-amounts', 'customers.csv');
const CODES = ['Client ref', 'Postcode', 'Phone', 'Store'];

const read = readTable(FILE);

async function fitted(options: SegmentationOptions = {}, more: TableData = {}) {
  const { table } = await read;
  return new Segmentation({ seed: 1, ...options }).fit({ ...table, ...more });
}

test.each([[{}], [{ columns: ['Age', 'Spend'] }]])(
  'customers are clustered on age and spending, whatever codes stand beside them: %j',
  async (options) => {
    const model = await fitted(options);
    expect(model.columns.map(({ name }) => name)).toEqual(['Age', 'Spend']);
    expect(model.sizes).toEqual([10, 10, 10]);
    expect(model.inertia).toBeCloseTo(0.954, 4);
    expect(model.silhouette).toBeCloseTo(0.8976, 4);
    expect(model.structure).toBe('clear');
    expect(model.id).toBe('Client ref');
    expect(model.ignoredColumns.map(({ name }) => name)).toEqual(CODES);
    expect(model.profiles.flatMap(({ features }) => features.map(({ column }) => column))).toEqual([
      ...['Age', 'Spend', 'Age', 'Spend', 'Age', 'Spend'],
    ]);
    for (const code of CODES)
      expect(JSON.stringify(model.names).toLowerCase()).not.toContain(code.toLowerCase());
  },
);

test('codes take part where they are named, and a note says what they are', async () => {
  const model = await fitted({ columns: ['Age', 'Spend', 'Store'], k: 3 });
  expect(model.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    ...['Age: numeric', 'Spend: numeric', 'Store: category'],
  ]);
  expect(model.warnings).toContain(
    "'Store' takes part because you named it, although it holds numbers of stores, areas or people: they measure nothing.",
  );
});

/** Numbers without any pattern, the same in every run. */
const numbers = (of: (random: number) => number) => {
  let state = 42;
  return Array.from({ length: 30 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return of(state / 2_147_483_648);
  });
};

const between = (least: number, greatest: number) =>
  numbers((random) => Math.floor(least + random * (greatest - least + 1)));

test.each<[string, number[]]>([
  ['Zip', between(10_000, 99_999)],
  ['PLZ', between(1000, 99_999)],
  ['Tel', between(301_234_567, 891_234_567)],
  ['Phone number', between(2_025_550_100, 2_025_550_199)],
  ['Branch', between(1, 9)],
  ['Region code', between(1, 5)],
  ['Ref', between(100_000, 999_999)],
  ['Account', between(10_000_000, 99_999_999)],
  ['SKU', between(100, 99_999)],
  ['Sales rep', between(1, 12)],
  ['Campaign', between(1, 6)],
  ['Segment', between(1, 4)],
  ['Birth month', between(1, 12)],
])('%s beside age and spending costs no structure', async (name, values) => {
  const { table } = await read;
  const { Age, Spend } = table;
  const model = new Segmentation({ seed: 1 }).fit({ Age, Spend, [name]: values });
  expect(model.sizes).toEqual([10, 10, 10]);
  expect(model.inertia).toBeCloseTo(0.954, 4);
  expect(model.ignoredColumns.map((column) => column.name)).toEqual([name]);
  expect(model.columns.map((column) => column.name)).toEqual(['Age', 'Spend']);
});
