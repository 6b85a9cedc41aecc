import fc from 'fast-check';
import { mean, quantile, skewness, standardDeviation, variance } from '../../src/core/statistics';

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

test('a quantile lies between its neighbors and grows with p', () => {
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

test('mean and standard deviation of huge and of tiny values neither overflow nor vanish', () => {
  expect(mean([1.7e308, 1.7e308])).toBe(1.7e308);
  expect(standardDeviation([1e300, -1e300])).toBe(1e300);
  expect(standardDeviation([3e-200, -3e-200]) / 3e-200).toBeCloseTo(1, 14);
  expect(standardDeviation([1, 2, 3], 1)).toBe(1);
  expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
});

test('skewness, worked by hand', () => {
  expect(skewness([0, 0, 3])).toBeCloseTo(Math.SQRT1_2, 14); // deviations −1, −1, 2; variance 2; (−1 − 1 + 8)/3 / 2√2
  expect(skewness([5, 5])).toBe(0);
  expect(skewness([])).toBeNaN();
});
