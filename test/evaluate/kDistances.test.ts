import fc from 'fast-check';
import { DBSCAN } from '../../src/cluster/density/dbscan';
import { InputError } from '../../src/core/errors';
import { Random } from '../../src/core/random';
import { findElbow } from '../../src/evaluate/indices/elbow';
import { kDistances } from '../../src/evaluate/kDistances';
import { adjustedRand } from '../../src/evaluate/stability/adjustedRand';
import { reference } from '../reference/reference';
import { blobs } from './syntheticTables';

test('by hand: the row itself is the first of its nearest rows', () => {
  const X = [[0], [1], [3], [7]];
  expect(Array.from(kDistances(X, { minSamples: 2 }).distances)).toEqual([1, 1, 2, 4]);
  expect(Array.from(kDistances(X, { minSamples: 3 }).distances)).toEqual([2, 3, 3, 6]);
  expect(Array.from(kDistances(X, { minSamples: 4 }).distances)).toEqual([4, 6, 7, 7]);
});

test('agrees with sorting all distances, duplicates included', () => {
  const tables = fc.tuple(fc.integer({ min: 2, max: 80 }), fc.integer({ min: 1, max: 5 }), fc.integer());
  fc.assert(
    fc.property(tables, ([rows, cols, seed]) => {
      const random = new Random(seed);
      const X = Array.from({ length: rows }, () => Array.from({ length: cols }, () => random.integer(9)));
      const minSamples = 2 + random.integer(rows - 1);
      const expected = X.map((row) => {
        const squares = X.map((other) => other.reduce((sum, value, j) => sum + (value - row[j]) ** 2, 0));
        return Math.sqrt(squares.sort((a, b) => a - b)[minSamples - 1]);
      }).sort((a, b) => a - b);
      fc.pre(expected[rows - 1] > 0);
      expect(Array.from(kDistances(X, { minSamples }).distances)).toEqual(expected);
    }),
  );
});

test('at any of the distances, just the rows up to it are core rows', () => {
  const X = blobs(
    [
      [0, 0],
      [6, 0],
    ],
    200,
    4,
  );
  const { distances } = kDistances(X, { minSamples: 4 });
  for (const at of [10, 77, 150, 199]) {
    const core = new DBSCAN({ eps: distances[at], minSamples: 4 }).fit(X).coreSampleIndices.length;
    expect(core).toBe(distances.filter((distance) => distance <= distances[at]).length);
  }
});

test('the suggested eps separates groups that are apart, and says how many rows become core rows', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
    300,
    1,
  );
  const { suggestedEps, reasons } = kDistances(X);
  const model = new DBSCAN({ eps: suggestedEps }).fit(X);
  expect(model.nClusters).toBe(3);
  expect(model.labels.filter((label) => label < 0).length).toBeLessThan(4);
  expect(reasons[0]).toMatch(
    /^From 0\.[5-8]\d* to 4\.\d*, the same 3 dense regions of at least 6 rows stay apart/,
  );
  expect(reasons[1]).toContain(`${model.coreSampleIndices.length} of 300 rows`);
});

test('where nothing stays apart, the bend of the curve is suggested', () => {
  const { suggestedEps, reasons } = kDistances(blobs([[0, 0]], 300, 1));
  expect(new DBSCAN({ eps: suggestedEps }).fit(blobs([[0, 0]], 300, 1)).nClusters).toBe(1);
  expect(reasons[0]).toMatch(/bends most there \(strength 0\.[2-9]/);
});

/** Two half-moons in each other, or a ring in a ring, with normal noise. */
function twoShapes(shape: 'moons' | 'rings', noise: number, seed: number) {
  const random = new Random(seed);
  const labels = Int32Array.from({ length: 400 }, (_, i) => i % 2);
  const X = Array.from(labels, (second) => {
    const angle = random.uniform() * Math.PI * (shape === 'moons' ? 1 : 2);
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const point =
      shape === 'rings' ? [x / (1 + second), y / (1 + second)] : second ? [1 - x, 0.5 - y] : [x, y];
    return point.map((value) => value + noise * random.normal());
  });
  return { X, labels };
}

test.each([
  ['moons', 0.05, 1],
  ['moons', 0.05, 2],
  ['moons', 0.08, 3],
  ['rings', 0.03, 4],
  ['rings', 0.04, 5],
] as const)('%s with a noise of %d are found in one piece each (%d)', (shape, noise, seed) => {
  const { X, labels } = twoShapes(shape, noise, seed);
  const { suggestedEps } = kDistances(X);
  const model = new DBSCAN({ eps: suggestedEps }).fit(X);
  expect(model.nClusters).toBe(2);
  expect(adjustedRand(model.labels, labels)).toBeGreaterThan(0.97);
});

test('the order of the rows does not matter', () => {
  const { X } = twoShapes('moons', 0.08, 3);
  expect(kDistances([...X].reverse())).toEqual(kDistances(X));
});

test('a lattice, whose rows are all equally far apart, has its step for eps', () => {
  const X = Array.from({ length: 30 }, (_, i) => [i * 2]);
  const { suggestedEps, reasons } = kDistances(X, { minSamples: 2 });
  expect(suggestedEps).toBe(2);
  expect(reasons[0]).toMatch(/does not bend.*a choice, not a finding/);
});

test('where most rows have copies, eps is still above 0', () => {
  const { X } = reference.dbscan.find(({ name }) => name === 'duplicates')!;
  expect(kDistances(X, { minSamples: 2 }).suggestedEps).toBeGreaterThan(0);
  const mostlyCopies = [...Array.from({ length: 50 }, () => [1]), [2], [2.5]];
  expect(kDistances(mostlyCopies).suggestedEps).toBeGreaterThan(0);
});

describe('where a tenth of the rows or more have enough exact copies', () => {
  const bunch = (count: number, at: number[]) => Array.from({ length: count }, () => at);

  /** By eps, for `minSamples`. */
  const clustered = (X: number[][], minSamples: number) => {
    const { suggestedEps, reasons, identical } = kDistances(X, { minSamples });
    const { nClusters, labels } = new DBSCAN({ eps: suggestedEps, minSamples }).fit(X);
    return { nClusters, noise: labels.filter((label) => label < 0).length, reasons, identical };
  };

  test.each([3, 5, 10])('the others decide, with %d neighbors', (minSamples) => {
    const buyers = blobs([[9, 9]], 20, 3).toRows();
    // Two of these buyers have only each other near, some 2.5 standard deviations out, and two more lie alone at the
    // rim: the third row is 1.4 to 2.1 away from these four, and at most 0.85 from all others, so that they are noise.
    const mostNoise = minSamples === 3 ? 4 : 2;
    for (const copies of [minSamples, 20, 60, 200]) {
      const { nClusters, noise, reasons, identical } = clustered(
        [...bunch(copies, [0, 0]), ...buyers],
        minSamples,
      );
      expect([nClusters, noise <= mostNoise, identical]).toEqual([2, true, copies]);
      expect(reasons[0]).toMatch(
        new RegExp(`^${copies} of ${copies + 20} rows have ${minSamples - 1} exact copies or more.*shaky`),
      );
    }
  });

  test.each([1, 2, 3, 4])('two bunches, and a cloud (%d)', (seed) => {
    const X = [...bunch(40, [0, 0]), ...bunch(20, [8, 0]), ...blobs([[4, 9]], 40, seed).toRows()];
    const { nClusters, noise } = clustered(X, 5);
    expect(nClusters).toBe(3);
    expect(noise).toBeLessThan(5);
  });

  test('who is far from all stays noise', () => {
    const far = [
      [60, 1],
      [-40, 30],
      [20, -80],
    ];
    const { nClusters, noise } = clustered(
      [...bunch(60, [0, 0]), ...blobs([[9, 9]], 40, 2).toRows(), ...far],
      5,
    );
    expect([nClusters, noise >= 3, noise < 6]).toEqual([2, true, true]);
  });
});

test('a curve of more points than a call takes arguments has its elbow', () => {
  const ks = Array.from({ length: 300_000 }, (_, i) => i);
  expect(
    findElbow(
      ks,
      ks.map((k) => Math.max(0, 1000 - k)),
    ).k,
  ).toBe(1000);
});

test.each([
  [[[1], [1], [1]], { minSamples: 2 }, /every row has 1 exact copies or more.*give `eps` yourself/],
  [[[1], [2]], { minSamples: 3 }, /`minSamples` is 3 but the table has 2 rows; ask for at most 2/],
  [[[1], [2]], { minSamples: 1 }, /`minSamples` is 1/],
  [[[1], [2]], { k: 1 }, /no option `k`/],
])('%j with %j is refused', (X, options, message) => {
  expect(() => kDistances(X, options as never)).toThrow(InputError);
  expect(() => kDistances(X, options as never)).toThrow(message);
});
