import { variance } from '../../../src/core/statistics';
import { describeColumn } from '../../../src/segmentation/columns/segmentationColumn';
import { axesOfCategories, fitSpace, toSpace } from '../../../src/segmentation/fit/featureSpace';

const income = Float64Array.of(10, 20, 30, 40);
const city = Float64Array.of(0, 0, 1, 2);
const columns = [
  describeColumn({ kind: 'numeric', name: 'Income', label: 'Income', log: false }, income),
  describeColumn({ kind: 'category', name: 'City', label: 'City', levels: ['a', 'b', 'c'] }, city),
];
const space = (
  scale: 'standard' | 'minmax' | 'robust' | 'none',
  algorithm: 'kmeans' | 'kprototypes' = 'kmeans',
) => {
  const fitted = fitSpace(columns, [income, city], { scale, algorithm });
  return {
    ...fitted,
    X: toSpace(fitted.dimensions, columns, [income, city]),
    E: toSpace(fitted.euclidean, columns, [income, city]),
  };
};
const squared = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

test.each(['standard', 'minmax', 'robust', 'none'] as const)(
  'a category varies as much as the column of numbers, however it is scaled: %s',
  (scale) => {
    const { X } = space(scale);
    const spreads = Array.from({ length: X.cols }, (_, j) => variance(X.column(j)));
    expect(spreads[1] + spreads[2] + spreads[3]).toBeCloseTo(spreads[0], 12);
  },
);

test('standardized numbers have variance 1, and so has a category of any number of levels', () => {
  const { X } = space('standard');
  expect(variance(X.column(0))).toBeCloseTo(1, 12);
  // shares ½, ¼, ¼: the indicators' variances add up to 1 − (¼ + 1⁄16 + 1⁄16) = 5⁄8
  expect(squared(X.row(0), X.row(2)) - (20 / Math.sqrt(125)) ** 2).toBeCloseTo(2 / (5 / 8), 12);
});

test('axes are named, and those of a category are known to belong together', () => {
  const { X, dimensions } = space('standard');
  expect(X.columns).toEqual(['Income', 'City: a', 'City: b', 'City: c']);
  expect(axesOfCategories(dimensions)).toEqual([[1, 2, 3]]);
});

test("for 'kprototypes' a category stays a code, and its Euclidean image costs gamma where categories differ", () => {
  const { X, E, gamma, dimensions } = space('standard', 'kprototypes');
  expect(dimensions).toHaveLength(2);
  expect(Array.from(X.column(1))).toEqual([0, 0, 1, 2]);
  expect(gamma).toBeCloseTo(0.5, 12);
  const numbersOnly = (X.get(1, 0) - X.get(2, 0)) ** 2;
  expect(squared(E.row(1), E.row(2))).toBeCloseTo(numbersOnly + gamma, 12);
});

test('a logarithm is taken before scaling', () => {
  const logged = describeColumn({ kind: 'numeric', name: 'Income', label: 'Income', log: true }, income);
  const { dimensions } = fitSpace([logged], [income], { scale: 'none', algorithm: 'kmeans' });
  expect(toSpace(dimensions, [logged], [income]).get(3, 0)).toBe(Math.log1p(40));
});
