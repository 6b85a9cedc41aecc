import { AgglomerativeClustering } from '../../src/cluster/hierarchy/agglomerative';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { checkSquares, widestRange } from '../../src/core/checkSquares';
import { InputError } from '../../src/core/errors';
import { Matrix } from '../../src/core/matrix';
import { calinskiHarabasz } from '../../src/evaluate/indices/calinskiHarabasz';
import { daviesBouldin } from '../../src/evaluate/indices/daviesBouldin';
import { silhouette } from '../../src/evaluate/indices/silhouette';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { PCA } from '../../src/reduce/pca';

const HUGE = [
  [-1e300, 0],
  [1e300, 1],
  [2e299, 5],
  [0, 2],
];
const TINY = [
  [1e-200, 0],
  [2e-200, 0],
  [7e-200, 0],
  [9e-200, 0],
];

test('the widest range is over all columns', () => {
  expect(
    widestRange(
      Matrix.fromRows([
        [1, 5],
        [3, -2],
      ]),
    ),
  ).toBe(7);
  expect(widestRange(Matrix.fromRows([[4, 4]]))).toBe(0);
});

test('a constant table is harmless, and so are unequal columns', () => {
  expect(() => checkSquares(Matrix.fromRows([[1e300], [1e300]]))).not.toThrow();
  expect(() =>
    checkSquares(
      Matrix.fromRows([
        [1e-300, 0],
        [0, 1],
      ]),
    ),
  ).not.toThrow();
});

const LABELS = [0, 0, 1, 1];

describe.each<[string, (rows: number[][]) => unknown]>([
  ['KMeans', (rows) => new KMeans({ nClusters: 2 }).fit(rows)],
  ['AgglomerativeClustering', (rows) => new AgglomerativeClustering().fit(rows)],
  ['PCA', (rows) => new PCA().fit(rows)],
  ['silhouette', (rows) => silhouette(rows, LABELS)],
  ['calinskiHarabasz', (rows) => calinskiHarabasz(rows, LABELS)],
  ['daviesBouldin', (rows) => daviesBouldin(rows, LABELS)],
])('%s', (_, compute) => {
  test.each([
    ['1e300', HUGE],
    ['1e-200', TINY],
  ])('refuses a spread of %s, and says to scale', (_, rows) => {
    expect(() => compute(rows)).toThrow(InputError);
    expect(() => compute(rows)).toThrow('scale X first');
  });

  test.each([
    ['1e300', HUGE],
    ['1e-200', TINY],
  ])('takes a spread of %s once it is scaled', (_, rows) => {
    const scaled = new StandardScaler().fit(rows).transform(rows);
    expect(() => compute(scaled.toRows())).not.toThrow();
  });
});

test('k-means fits one cluster to a constant table', () => {
  expect(new KMeans({ nClusters: 1 }).fit(new Array(7).fill([0.1, 0.7])).inertia).toBeCloseTo(0, 20);
});
