import { Matrix } from '../../../../src/core/matrix';
import type { NumericSegmentationColumn } from '../../../../src/segmentation/columns/segmentationColumn';
import { describeSegments } from '../../../../src/segmentation/explain/conditions/describeSegments';

/** Customers whose income is their number, in segments by a rule; who is in the last has 9 visits, everyone else 3. */
function described(rows: number, last: number, segmentOf: (row: number) => number) {
  const labels = Int32Array.from({ length: rows }, (_, row) => segmentOf(row));
  const income = Float64Array.from({ length: rows }, (_, row) => row);
  const values = [income, Float64Array.from(labels, (label) => (label === last ? 9 : 3))];
  const evenly = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => share * (rows - 1));
  const columns = [
    { name: 'Income', range: [0, rows - 1], quantiles: evenly },
    { name: 'Visits', range: [3, 9], quantiles: [3, 3, 3, 3, 9] },
  ].map(
    (column) => ({ ...column, kind: 'numeric', label: column.name, log: false }) as NumericSegmentationColumn,
  );
  const space = Matrix.fromRows(Array.from(income, (value, row) => [value / rows, values[1][row] / 9]));
  const [segments, meanings] = [Math.max(...labels) + 1, columns.map(() => ({}) as never)];
  return describeSegments({ columns, values, given: values, space, labels, segments, meanings, seed: 1 });
}

test('borders lie between bins; how many fit is counted on everyone', () => {
  const [low, high] = described(200, -1, (row) => (row < 120 ? 0 : 1));
  for (const [rule, size] of [
    [low, 120],
    [high, 80],
  ] as const) {
    expect(rule.describes).toBe(true);
    expect(rule.coverage).toBe(rule.fitsInSegment / size);
    expect(rule.precision).toBe(rule.fitsInSegment / rule.fits);
    expect(Math.min(rule.coverage, rule.precision)).toBeGreaterThan(0.98);
  }
});

test('of a large table a sample is searched, with the customers of a rare segment, and all are counted', () => {
  const rows = 60_000;
  const [common, rare] = described(rows, 1, (row) => (row < rows - 50 ? 0 : row % 25 === 0 ? -1 : 1));
  // Of the last 50, which begin at 59,950, two are noise; the border lies half-way between 3 and 9 visits.
  expect(rare).toMatchObject({ fits: 48, fitsInSegment: 48, coverage: 1, precision: 1, describes: true });
  expect(rare.sentence).toBe('Visits at least 6: 100% of these customers, 100% of those it fits.');
  expect(common.coverage).toBeGreaterThan(0.99);
});
