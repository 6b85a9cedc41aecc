import { elapsed, latestDay } from '../../../src/segmentation/columns/elapsedTime';
import { typedColumn } from '../../../src/table/typedColumn';

const timeOf = (name: string, cells: unknown[], asOf = '2024-03-01') =>
  elapsed(typedColumn(name, cells), asOf);

test('days up to a day; a later one stays a day, and what is missing stays so', () => {
  const { column, since, label, role } = timeOf('Last order', [
    '2024-02-28',
    '2024-03-01',
    '2024-03-02',
    null,
  ]);
  expect({ since, label, role }).toEqual({
    since: { unit: 'days', asOf: '2024-03-01' },
    label: 'Days since last order',
    role: 'recency',
  });
  // 2024 is a leap year.
  expect(column).toMatchObject({ kind: 'number', missing: 2, constant: false });
  expect(column.cells).toEqual([2, 0, '2024-03-02', null]);
  expect(column.values).toEqual(Float64Array.of(2, 0, Number.NaN, Number.NaN));
});

test('an age is counted in full years, from days or from years', () => {
  expect(timeOf('Birthday', ['2000-03-01', '2000-03-02', '1990-01-01']).column.cells).toEqual([24, 23, 34]);
  expect(timeOf('Year of birth', [2000, 1990, Number.NaN]).column.cells).toEqual([24, 34, Number.NaN]);
});

test('numbers of other things hold no days', () => {
  expect(timeOf('Last order', [2.5, 3.5, 1.5]).column).toMatchObject({
    missing: 3,
    reason: 'every value is missing',
  });
});

test('one and the same day for all is constant', () => {
  const days = ['2024-02-28', '2024-02-28'];
  expect(timeOf('Last order', days).column.reason).toBe('constant: always 2 days');
});

test('the latest day is that of all columns, but for a few long after all others', () => {
  const days = Array.from({ length: 28 }, (_, i) => `2024-02-${String(i + 1).padStart(2, '0')}`);
  const columns = [
    typedColumn('Joined', days),
    typedColumn(
      'Age',
      days.map((_, i) => i * 2),
    ),
  ];
  expect(latestDay(columns)).toBe('2024-02-28');
  expect(latestDay([typedColumn('Joined', [...days, '2099-12-31'])])).toBe('2024-02-28');
  expect(latestDay(columns.slice(1))).toBeUndefined();
});
