import { DBSCAN } from '../../../src/cluster/density/dbscan';
import { HDBSCAN } from '../../../src/cluster/density/hdbscan';
import { AgglomerativeClustering } from '../../../src/cluster/hierarchy/agglomerative';
import type { Clusterer } from '../../../src/core/estimator';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import { judgeDensity } from '../../../src/evaluate/structure/judgeDensity';
import type { Structure } from '../../../src/evaluate/structure/structure';
import { blobs, stretchedCloud, uniform } from '../syntheticTables';

const hdbscan = () => new HDBSCAN({ minClusterSize: 12, minSamples: 5 });
const single = () => new AgglomerativeClustering({ nClusters: 2, linkage: 'single' });
const judge = (X: Matrix, make: () => Clusterer): Structure | null => {
  const { labels, nClusters } = make().fit(X);
  return nClusters < 2 ? null : judgeDensity(X, labels, make);
};

/** Rows of two dimensions, by their position and what chance gives them. */
const drawn = (rows: number, seed: number, at: (random: Random, row: number) => [number, number]): Matrix => {
  const random = new Random(seed);
  return Matrix.fromRows(Array.from({ length: rows }, (_, row) => at(random, row)));
};
const onCircle = (random: Random, radius: number): [number, number] => {
  const angle = 2 * Math.PI * random.uniform();
  return [
    radius * Math.cos(angle) + random.normal(0, 0.05),
    radius * Math.sin(angle) + random.normal(0, 0.05),
  ];
};

const moons = (seed: number) =>
  drawn(600, seed, (random, row) => {
    const angle = Math.PI * random.uniform();
    const [x, y] =
      row % 2 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x + random.normal(0, 0.05), y + random.normal(0, 0.05)];
  });
const circles = (seed: number) => drawn(900, seed, (random, row) => onCircle(random, row % 3 ? 2 : 1));
const twoDensities = (seed: number) =>
  drawn(600, seed, (random, row) =>
    row % 3 ? [random.normal(0, 0.3), random.normal(0, 0.3)] : [random.normal(6), random.normal()],
  );

describe('dense groups are clear, of whatever shape', () => {
  test.each<[string, Matrix, () => Clusterer]>([
    ['half-moons to HDBSCAN', moons(1), hdbscan],
    ['half-moons to DBSCAN', moons(2), () => new DBSCAN({ eps: 0.2 })],
    ['half-moons to single linkage', moons(3), single],
    ['circles to HDBSCAN', circles(4), hdbscan],
    ['circles to DBSCAN', circles(5), () => new DBSCAN({ eps: 0.35 })],
    ['two densities to HDBSCAN', twoDensities(6), hdbscan],
    [
      'far groups to HDBSCAN',
      blobs(
        [
          [0, 0],
          [9, 0],
          [0, 9],
        ],
        300,
        7,
      ),
      hdbscan,
    ],
  ])('%s', (_, X, make) => {
    const structure = judge(X, make);
    expect(structure).toMatchObject({ verdict: 'clear' });
    expect(structure!.summary).toMatch(/dense groups, of whatever shape, .* times in reference data/);
  });
});

describe('one cloud is no group, whatever its shape', () => {
  const skewed = (seed: number) =>
    drawn(250, seed, (random) => [Math.exp(random.normal()), Math.exp(random.normal())]);
  const ring = (seed: number) => drawn(250, seed, (random) => onCircle(random, 1));
  const lShape = (seed: number) =>
    drawn(250, seed, (random) => {
      const [long, short] = [4 * random.uniform(), random.normal(0, 0.1)];
      return random.uniform() < 0.5 ? [long, short] : [short, long];
    });
  const answer = (seed: number) =>
    drawn(250, seed, (random) => [3 * Number(random.uniform() < 0.4), random.normal()]);

  test.each<[string, (seed: number) => Matrix]>([
    ['uniform', (seed) => uniform(250, 2, seed)],
    ['normal', (seed) => blobs([[0, 0]], 250, seed)],
    ['stretched', (seed) => stretchedCloud(250, seed)],
    ['log-normal', skewed],
    ['a ring', ring],
    ['an L', lShape],
    ['a yes-no answer beside a number', answer],
  ])('%s', (_, table) => {
    for (const seed of [1, 2]) {
      for (const make of [hdbscan, single]) {
        const structure = judge(table(seed), make);
        if (structure)
          expect(structure.summary).toMatch(/^No clear structure: (no clear gap|customers of the same kind)/);
      }
    }
  });
});

test('parts of a group are weak structure beside groups of their own', () => {
  const X = moons(8);
  const three = X.toRows().map(([x], row) => (row % 2 ? Number(x > 0) : 2));
  const { verdict, summary } = judgeDensity(X, Int32Array.from(three), hdbscan);
  expect(verdict).toBe('weak');
  expect(summary).toContain('others are parts of one dense group');
});

test('is the same for the same seed, also on a sample', () => {
  const X = moons(9);
  const { labels } = hdbscan().fit(X);
  const once = judgeDensity(X, labels, hdbscan, { sampleSize: 400, seed: 5 });
  expect(judgeDensity(X, labels, hdbscan, { sampleSize: 400, seed: 5 })).toEqual(once);
  expect(once.verdict).toBe('clear');
});

test('few and repeated rows are judged too', () => {
  const X = Matrix.fromRows([[0], [0], [9], [9]]);
  expect(judge(X, single)!.summary).toMatch(/structure/);
});

test('from eight columns on, groups are not ruled out by gaps that hardly show there', () => {
  const random = new Random(3);
  const at = (row: number) =>
    Array.from({ length: 10 }, (_, column) => random.normal(column === 0 && row % 2 ? 6 : 0));
  const X = Matrix.fromRows(Array.from({ length: 300 }, (_, row) => at(row)));
  const labels = Int32Array.from({ length: 300 }, (_, row) => row % 2);
  const { verdict, summary } = judgeDensity(X, labels, single);
  expect(verdict).toBe('none');
  expect(summary).toMatch(/in 10 columns distances are so alike .* so groups are not ruled out either/);
});
