import { lightweightCoreset } from '../../../src/cluster/kmeans/coreset';
import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';

const GROUPS = [
  [0, 0],
  [12, 0],
  [0, 9],
];

/** Three large groups and, far away, five rows. */
function table(rows: number, seed: number): Matrix {
  const random = new Random(seed);
  const data = new Float64Array(rows * 2);
  for (let i = 0; i < rows; i++) {
    const [x, y] = i % Math.floor(rows / 5) === 7 ? [500, 500] : GROUPS[random.integer(3)];
    data.set([random.normal(x, 1), random.normal(y, 1)], i * 2);
  }
  return new Matrix(data, rows, 2);
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test('rows of a coreset stand for all rows, by number and by place', () => {
  const X = table(30_000, 1);
  const coreset = lightweightCoreset(X, 2000, new Random(3));
  expect(coreset.X.rows).toBeLessThanOrEqual(2000);
  expect(coreset.X.rows).toBeGreaterThan(1000); // half of them by their part in the scatter, which the five have
  expect(Math.abs(sum(coreset.weights) / 30_000 - 1)).toBeLessThan(0.02);
  const near = (data: Matrix, row: number) => data.get(row, 0) > 6 && data.get(row, 0) < 20;
  const share = sum(Array.from({ length: X.rows }, (_, row) => Number(near(X, row)))) / X.rows;
  const estimate = sum(coreset.weights.map((weight, row) => (near(coreset.X, row) ? weight : 0))) / 30_000;
  expect(Math.abs(estimate - share)).toBeLessThan(0.03);
});

test('a row far from all others is in every coreset, once, for itself', () => {
  const X = table(30_000, 2);
  for (let seed = 0; seed < 20; seed++) {
    const { X: sample, weights } = lightweightCoreset(X, 1000, new Random(seed));
    const far = [...weights.keys()].filter((row) => sample.get(row, 0) > 400);
    expect(far).toHaveLength(5);
    for (const row of far) expect(Math.abs(weights[row] - 1)).toBeLessThan(0.05);
  }
});

test('rows without weight are not drawn; a weight of 3 counts as three rows', () => {
  const X = Matrix.fromRows([[0], [1], [2], [3]]);
  const { X: sample, weights } = lightweightCoreset(X, 4000, new Random(1), Float64Array.of(0, 3, 1, 0));
  expect(sample.toRows()).toEqual([[1], [2]]);
  expect(weights[0]).toBeCloseTo(3, 2);
  expect(weights[1]).toBeCloseTo(1, 2);
});

test.each([
  ['equal rows', [5, 5, 5, 5]],
  ['rows too far apart to square', [0, 1e200, -1e200, 5]],
])('%s are drawn by weight alone', (_, values) => {
  const X = Matrix.fromRows(values.map((value) => [value]));
  const { X: sample, weights } = lightweightCoreset(X, 4, new Random(0));
  expect(sample.toRows().flat()).toEqual(values);
  expect(Array.from(weights)).toEqual([1, 1, 1, 1]);
});

describe('k-means of a large table', () => {
  const X = table(70_000, 5);
  const model = new KMeans({ nClusters: 4, seed: 1 }).fit(X);

  test('finds large groups and the few rows far away, with the centers of all rows', () => {
    const sizes = [0, 1, 2, 3].map((label) => model.labels.filter((own) => own === label).length);
    expect(sizes[3]).toBe(5);
    const around = new KMeans({ nClusters: 4, init: [...GROUPS, [500, 500]] }).fit(X);
    expect(Math.abs(model.inertia / around.inertia - 1)).toBeLessThan(1e-6);
    const sums = Matrix.zeros(4, 2);
    model.labels.forEach((label, row) => {
      for (let j = 0; j < 2; j++) sums.data[label * 2 + j] += X.get(row, j) / sizes[label];
    });
    sums.data.forEach((value, at) => {
      expect(Math.abs(value - model.centroids.data[at])).toBeLessThan(1e-9);
    });
  });

  test('does not depend on the order of the rows', () => {
    const order = new Random(9).shuffle([...X.data.keys()].slice(0, X.rows));
    const other = new KMeans({ nClusters: 4, seed: 1 }).fit(X.selectRows(order));
    expect(other.centroids.toRows()).toEqual(model.centroids.toRows());
    expect(Array.from(other.labels)).toEqual(order.map((row) => model.labels[row]));
  });

  test('tells of all starts as they are drawn', () => {
    const told: number[][] = [];
    new KMeans({ nClusters: 4, nInit: 2 }).fit(X, {
      onProgress: ({ step, done, total }) => step === 'starts drawn' && told.push([done, total]),
    });
    expect(told).toEqual([1, 2, 3, 4].map((done) => [done, 4]));
  });

  test('finds the one solution where a coreset has too few different rows', () => {
    const rows = Float64Array.from({ length: 70_000 }, (_, row) => (row === 0 ? 1 : row === 1 ? 2 : 0));
    const own = new KMeans({ nClusters: 3 }).fit(new Matrix(rows, 70_000, 1));
    expect(own.inertia).toBe(0);
  });
});
