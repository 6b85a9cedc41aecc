import { DBSCAN } from '../../../src/cluster/density/dbscan';
import { AgglomerativeClustering } from '../../../src/cluster/hierarchy/agglomerative';
import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import type { Clusterer } from '../../../src/core/estimator';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import { chooseK } from '../../../src/evaluate/chooseK/chooseK';
import { judgeClustering } from '../../../src/evaluate/structure/judgeClustering';
import { blobs, stretchedCloud, uniform } from '../syntheticTables';

const kMeans = (nClusters: number) => (seed: number) => new KMeans({ nClusters, nInit: 3, seed });
const judge = (X: Matrix, make: (seed: number) => Clusterer) =>
  judgeClustering(X, make(0).fit(X).labels, make);

const corners = [
  [0, 0],
  [9, 0],
  [0, 9],
];

test.each<[string, (seed: number) => Clusterer]>([
  ['k-means', kMeans(3)],
  ['a hierarchy', () => new AgglomerativeClustering({ nClusters: 3 })],
  ['DBSCAN', () => new DBSCAN({ eps: 1.5, minSamples: 4 })],
])('far groups are clear to %s', (_, make) => {
  expect(judge(blobs(corners, 150, 1), make).verdict).toBe('clear');
});

test.each<[string, Matrix, number]>([
  ['noise in 2 columns', uniform(400, 2, 1), 4],
  ['noise in 6 columns', uniform(400, 6, 2), 4],
  ['one stretched cloud', stretchedCloud(400, 3), 3],
  ['one round cloud', blobs([[0, 0, 0]], 400, 4), 5],
])('%s has no structure', (_, X, k) => {
  const { verdict, summary } = judge(X, kMeans(k));
  expect(verdict).toBe('none');
  expect(summary).toContain(`the mean silhouette of ${k} segments`);
});

test('agrees with the verdict of chooseK', () => {
  for (const X of [
    blobs(corners, 150, 5),
    blobs(
      [
        [0, 0],
        [3, 0],
      ],
      200,
      6,
    ),
    uniform(200, 3, 7),
  ]) {
    const { recommendation, structure } = chooseK(X, { kMax: 4, references: 8, resamples: 8 });
    expect(judge(X, kMeans(recommendation.k)).verdict).toBe(structure.verdict);
  }
});

test('is the same for the same seed, also on a sample', () => {
  const X = blobs(corners, 900, 8);
  const { labels } = new KMeans({ nClusters: 3 }).fit(X);
  const once = judgeClustering(X, labels, kMeans(3), { seed: 5 });
  expect(judgeClustering(X, labels, kMeans(3), { seed: 5 })).toEqual(once);
  expect(once.verdict).toBe('clear');
});

test('few and repeated rows are judged too', () => {
  const X = Matrix.fromRows([[0], [0], [9], [9]]);
  expect(judge(X, kMeans(2)).summary).toMatch(/structure/);
});

describe('columns that stand for one category', () => {
  const random = new Random(1);
  /** An even number, and a category of four that has nothing to do with it, as four columns of 0 and 1. */
  const rows = Array.from({ length: 400 }, () => {
    const code = random.integer(4);
    return [3.4 * random.uniform(), ...[0, 1, 2, 3].map((level) => 1.15 * Number(level === code))];
  });
  const X = Matrix.fromRows(rows);
  const columnGroups = [[1, 2, 3, 4]];
  const { labels } = kMeans(4)(0).fit(X);

  test('pass for structure where it is not said that they belong together, and not where it is', () => {
    expect(judgeClustering(X, labels, kMeans(4)).verdict).not.toBe('none');
    expect(judgeClustering(X, labels, kMeans(4), { columnGroups }).verdict).toBe('none');
  });

  test('chooseK hears it too', () => {
    const quick = { kMax: 5, references: 8, resamples: 8 };
    expect(chooseK(X, quick).structure.verdict).not.toBe('none');
    expect(chooseK(X, { ...quick, columnGroups }).structure.verdict).toBe('none');
  });

  test('wrong groups are refused', () => {
    expect(() => chooseK(X, { columnGroups: [[0, 7]] })).toThrow(
      '`columnGroups` is 7; it must be an integer from 0 to 4',
    );
    expect(() => chooseK(X, { columnGroups, reference: 'pca' })).toThrow(
      "`columnGroups` needs `reference` 'box'",
    );
    expect(() => chooseK(X, { columnGroups: 3 as never })).toThrow(
      '`columnGroups` is 3; it must be an array',
    );
  });
});
