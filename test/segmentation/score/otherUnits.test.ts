import type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
} from '../../../src/segmentation/columns/segmentationColumn';
import { unfamiliar } from '../../../src/segmentation/score/unfamiliar';
import { typedColumn } from '../../../src/table/typedColumn';

/** A column of the fit that lay evenly in a range. */
function evenly(name: string, least: number, greatest: number, more: object = {}): NumericSegmentationColumn {
  const at = (share: number) => least + share * (greatest - least);
  return {
    ...{ kind: 'numeric', name, label: name, log: false, range: [least, greatest] },
    quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)],
    ...more,
  };
}

function told(
  column: NumericSegmentationColumn | CategorySegmentationColumn,
  cells: unknown[],
  unit?: string,
) {
  const given = typedColumn(column.name, cells, unit);
  const values = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN));
  return unfamiliar([column], [values], [given]);
}

const factorOf = (column: NumericSegmentationColumn, cells: number[], unit?: string) =>
  told(column, cells, unit).columns[0]?.factor ?? null;

test('percents are told from fractions by the sign, in both directions', () => {
  const share = evenly('Share', 0, 1);
  const percent = evenly('Share', 0, 90, { unit: '%' });
  expect(factorOf(share, [10, 40, 80], '%')).toBe(0.01);
  expect(factorOf(percent, [0.1, 0.45, 0.8])).toBe(100);
  expect(factorOf(percent, [0, 1, 1])).toBeNull();
  expect(factorOf(percent, [10, 40, 80], '%')).toBeNull();
});

test('thousands, months and cents are told by what would bring most values into the range', () => {
  const income = evenly('Income', 10_000, 90_000);
  expect(factorOf(income, [12, 45, 80])).toBe(1000);
  expect(factorOf(income, [1_200_000, 4_500_000, 8_000_000])).toBe(0.01);
  expect(factorOf(evenly('Months', 12, 60), [1, 3, 5])).toBe(12);
  expect(factorOf(income, [12_000, 45_000, 80_000])).toBeNull();
  expect(factorOf(income, [1, 2, 3])).toBeNull();
});

test('nothing is told of customers without a value, or of yes and no', () => {
  expect(told(evenly('Income', 10, 90), [null, null])).toEqual({ columns: [], outside: [[], []] });
  expect(factorOf(evenly('Member', 0, 1, { truth: true }), [100, 100])).toBeNull();
});

test('of many categories that the model does not know five are shown', () => {
  const city: CategorySegmentationColumn = {
    kind: 'category',
    name: 'City',
    label: 'City',
    levels: ['Hull', 'York'],
    shares: [0.5, 0.5],
  };
  const cells = ['Hull', 'Bath', 'Bonn', 'Brno', 'Bari', 'Bern', 'Biel', 'Bath', null];
  const { columns, outside } = told(city, cells);
  expect(columns).toEqual([
    {
      ...{ column: 'City', customers: 7, share: 7 / 8, factor: null },
      says: "City: 7 customers have categories that the model does not know: 'Bath', 'Bonn', 'Brno', 'Bari', 'Bern' and 1 more.",
    },
  ]);
  expect(outside.map((names) => names.length)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0]);
});

test('a day after the one that time is counted up to asks for a later one', () => {
  const since = evenly('Last order', 0, 30, { since: { unit: 'days', asOf: '2024-01-31' }, unit: 'days' });
  const cells = [3, '2024-02-05', '2024-02-02', null];
  const given = { ...typedColumn('Last order', [3, 4, 5, null]), cells };
  const { columns } = unfamiliar(
    [since],
    [Float64Array.of(3, Number.NaN, Number.NaN, Number.NaN)],
    [given as never],
  );
  expect(columns).toMatchObject([{ column: 'Last order', customers: 2, share: 2 / 3 }]);
  expect(columns[0].says).toContain('2 of 3 customers have a day after 2024-01-31');
  expect(columns[0].says).toContain('Set the as-of day to that of the export, 2024-02-05 or later.');
});
