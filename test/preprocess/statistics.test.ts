import fc from 'fast-check';
import { mean, mostFrequent, quantile, variance } from '../../src/preprocess/statistics';

test('mean and variance, worked by hand', () => {
  expect(mean([1, 2, 3, 6])).toBe(3);
  expect(variance([1, 2, 3, 6])).toBe(3.5);
  expect(variance([1, 2, 3, 6], 1)).toBeCloseTo(14 / 3, 14);
});

test('variance holds far from zero, where squares would cancel', () => {
  expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 6])).toBe(3.5);
});

test('quantiles interpolate linearly, as numpy does', () => {
  const sorted = [1, 2, 3, 4];
  expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(sorted, p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('quantiles of huge values neither overflow nor become NaN', () => {
  const sorted = [-1.7e308, 1.7e308];
  expect([0, 0.5, 1].map((p) => quantile(sorted, p))).toEqual([-1.7e308, 0, 1.7e308]);
  expect(quantile([-1.7e308, -1e308, 1.7e308], 0.5)).toBe(-1e308);
});

test('a quantile lies between its neighbours and grows with p', () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
      const sorted = Float64Array.from(sample).sort();
      expect(quantile(sorted, p)).toBeGreaterThanOrEqual(sorted[0]);
      expect(quantile(sorted, p)).toBeLessThanOrEqual(sorted[sorted.length - 1] + 1e-6);
      expect(quantile(sorted, p)).toBeGreaterThanOrEqual(quantile(sorted, p / 2) - 1e-6);
    }),
  );
});

test('of equally frequent values the first wins', () => {
  expect(mostFrequent(['b', 'a', 'a', 'b'])).toEqual({ value: 'b', count: 2 });
});
