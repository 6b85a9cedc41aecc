import { correlate } from '../../src/core/correlate';

test('a line through two points, and a missing row set aside', () => {
  const { r, slope, intercept, rows } = correlate([1, 2, 3, Number.NaN], [3, 5, Number.NaN, 1]);
  expect(r).toBeCloseTo(1, 14);
  expect([slope, intercept, rows]).toEqual([2, 1, 2]);
});

test('worked by hand: r = 1/2, slope 1/2', () => {
  const { r, slope, intercept } = correlate([1, 2, 3], [1, 3, 2]);
  expect([r, slope, intercept].map((value) => Number(value.toFixed(12)))).toEqual([0.5, 0.5, 1]);
});

test('a constant correlates with nothing, however its mean is rounded', () => {
  expect(correlate([0.1, 0.1, 0.1], [1, 2, 3]).r).toBeNaN();
  expect(correlate([0.1, 0.1, 0.1], [1, 2, 3]).slope).toBeNaN();
  expect(correlate([], []).r).toBeNaN();
});

test('a column correlates with itself by exactly 1', () => {
  const column = [0.1, 0.7, 0.2];
  expect(correlate(column, column).r).toBe(1);
});
