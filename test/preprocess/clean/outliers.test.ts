import fc from 'fast-check';
import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { detectOutliers, dropOutliers } from '../../../src/preprocess/clean/outliers';
import { run } from '../steps';

// quartiles of 1, 2, 3, 4, 100 are 2 and 4, so Tukey's fences stand at −1 and 7
const frame = createFrame({
  a: [1, 2, null, 3, 4, 100],
  b: [5, 5, 5, 5, 5, 5],
  city: ['x', 'y', 'x', 'y', 'x', 'y'],
});

test("Tukey's fences, worked by hand; missing values are no outliers", () => {
  expect(detectOutliers(frame)).toEqual([
    { column: 'a', lower: -1, upper: 7, method: 'iqr', rows: [5] },
    { column: 'b', lower: 5, upper: 5, method: 'iqr', rows: [] },
  ]);
});

test('dropOutliers drops these rows and says by what bounds', () => {
  const { data, record } = run(frame, (table) => dropOutliers(table));
  expect(columnOf(data, 'a')).toEqual([1, 2, null, 3, 4]);
  expect(record.changes).toEqual([
    { column: 'a', what: 'outside -1 to 7 (1.5 interquartile ranges), row dropped', count: 1 },
  ]);
});

test('where most values are the same, the others are no outliers for that alone, which the record says', () => {
  const orders = [...new Array(30).fill(0), 1, 2, 1, 3, 2, 40];
  const table = createFrame({ orders });
  const [found] = detectOutliers(table);
  expect([found.method, found.rows]).toEqual(['z-score', [35]]);
  const { record } = run(table, (frame) => dropOutliers(frame));
  expect(record.changes[0].what).toMatch(
    /\(3 standard deviations, since its quartiles are equal\), row dropped$/,
  );
});

test('z-scores, worked by hand: 1, 2, 3, 4, 100 have mean 22 and deviation 39.01', () => {
  const [found] = detectOutliers(frame, { method: 'z-score', threshold: 1.9, columns: ['a'] });
  expect(found.lower).toBeCloseTo(22 - 1.9 * Math.sqrt(1522), 10);
  expect(found.rows).toEqual([5]);
  expect(detectOutliers(frame, { method: 'z-score', columns: ['a'] })[0].rows).toEqual([]);
});

test('a constant column has no outliers, however it rounds', () => {
  const constant = createFrame({ a: new Array(1000).fill(0.1) });
  expect(detectOutliers(constant, { method: 'z-score', threshold: 0 })[0].rows).toEqual([]);
  expect(detectOutliers(constant, { threshold: 0 })[0].rows).toEqual([]);
});

test('a row out of bounds in two columns goes once', () => {
  const twice = createFrame({ a: [1, 2, 3, 4, 100], b: [1, 2, 3, 4, -100] });
  const { data, record } = run(twice, (table) => dropOutliers(table));
  expect(data.shape[0]).toBe(4);
  expect(record.changes.map(({ count }) => count)).toEqual([1, 1]);
});

test('wrong options are refused', () => {
  expect(() => detectOutliers(frame, { method: 'mad' as never })).toThrow("one of 'iqr', 'z-score'");
  expect(() => detectOutliers(frame, { threshold: -1 })).toThrow('`threshold` is -1');
  expect(() => detectOutliers(frame, { columns: ['city'] })).toThrow("column 'city' holds 'x'");
});

test('what dropOutliers leaves lies within the bounds', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.constantFrom('iqr' as const, 'z-score' as const), (a, method) => {
      const table = createFrame({ a });
      const [{ lower, upper, rows }] = detectOutliers(table, { method });
      const left = columnOf(dropOutliers(table, { method }).data, 'a') as number[];
      expect(left.length + rows.length).toBe(a.length);
      expect(left.every((value) => value >= lower && value <= upper)).toBe(true);
    }),
  );
});
