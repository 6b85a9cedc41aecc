import fc from 'fast-check';
import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { KPrototypes, type KPrototypesOptions } from '../../../src/cluster/prototypes/kPrototypes';
import { KPrototypesModel } from '../../../src/cluster/prototypes/kPrototypesModel';
import { InputError } from '../../../src/core/errors';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import { adjustedRand } from '../../../src/evaluate/stability/adjustedRand';

/** A number and a code: two far groups. */
const TWO_GROUPS = [
  [0, 1],
  [1, 1],
  [9, 0],
  [10, 0],
  [11, 0],
];

/** Three groups that neither their number nor their category separates alone, 90 rows. */
function mixedGroups(seed = 1): { X: Matrix; labels: number[] } {
  const random = new Random(seed);
  const groups = [
    [0, 0],
    [0, 1],
    [6, 0],
  ];
  const labels = Array.from({ length: 90 }, (_, i) => (i % 9 < 4 ? 0 : i % 9 < 7 ? 1 : 2));
  const rows = labels.map((group) => {
    const [middle, code] = groups[group];
    return [random.normal(middle), random.uniform() < 0.95 ? code : 2];
  });
  return { X: Matrix.fromRows(rows, ['age', 'city']), labels };
}

const fitted = (X: Matrix | number[][], options: KPrototypesOptions) => new KPrototypes(options).fit(X);

/** What the labels cost: recomputed by definition. */
function costOf({ labels, prototypes, gamma, categoricalColumns }: KPrototypesModel, X: Matrix): number {
  let cost = 0;
  labels.forEach((label, i) => {
    for (let j = 0; j < X.cols; j++) {
      const [value, middle] = [X.get(i, j), prototypes.get(label, j)];
      cost += categoricalColumns.includes(j) ? (value === middle ? 0 : gamma) : (value - middle) ** 2;
    }
  });
  return cost;
}

describe('KPrototypes on cases worked by hand', () => {
  test('means of numbers and modes of categories, cost 0.5 + 2', () => {
    const model = fitted(TWO_GROUPS, { nClusters: 2, categoricalColumns: [1] });
    expect(model.prototypes.toRows()).toEqual([
      [10, 0],
      [0.5, 1],
    ]);
    expect([...model.labels]).toEqual([1, 1, 0, 0, 0]);
    expect(model.cost).toBe(2.5);
    expect(model.stopReason).toBe('converged');
  });

  test('one cluster: the mean, the most frequent category, and gamma for each other one', () => {
    const rows = [
      [1, 2],
      [2, 2],
      [6, 5],
    ];
    const model = fitted(rows, { nClusters: 1, categoricalColumns: [1], gamma: 10 });
    expect(model.prototypes.toRows()).toEqual([[3, 2]]);
    expect(model.cost).toBe(4 + 1 + 9 + 10);
  });

  test('of equally frequent categories the lowest code stands for the segment', () => {
    const model = fitted([[3], [1], [3], [1]], { nClusters: 1, categoricalColumns: [0] });
    expect(model.prototypes.toRows()).toEqual([[1]]);
  });

  test('gamma decides whether number or category parts the rows', () => {
    const rows = [
      [0, 0],
      [0, 1],
      [2, 0],
      [2, 1],
      [2, 1],
    ];
    const by = (gamma: number) => [...fitted(rows, { nClusters: 2, categoricalColumns: [1], gamma }).labels];
    expect(by(0.1)).toEqual([1, 1, 0, 0, 0]);
    expect(by(50)).toEqual([1, 0, 1, 0, 0]);
  });

  test('gamma is by default half the mean standard deviation of the numbers', () => {
    const rows = [
      [0, 0, 0],
      [2, 8, 1],
    ]; // deviations 1 and 4
    expect(fitted(rows, { nClusters: 2, categoricalColumns: [2] }).gamma).toBe(1.25);
  });

  test('without numbers that vary a category costs 1, not nothing', () => {
    const rows = [
      [7, 0],
      [7, 0],
      [7, 1],
    ];
    const model = fitted(rows, { nClusters: 2, categoricalColumns: [1] });
    expect([model.gamma, model.cost]).toEqual([1, 0]);
    expect([...model.labels]).toEqual([0, 0, 1]);
  });

  test('categories only: k-modes', () => {
    const rows = [
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 2],
      [5, 5, 5],
      [5, 5, 4],
    ];
    const model = fitted(rows, { nClusters: 2, categoricalColumns: [0, 1, 2] });
    expect([...model.labels]).toEqual([0, 0, 0, 1, 1]);
    expect(model.cost).toBe(2 + 1);
  });

  test('as many clusters as distinct rows: cost 0', () => {
    const rows = [...TWO_GROUPS, ...TWO_GROUPS];
    const model = fitted(rows, { nClusters: 5, categoricalColumns: [1] });
    expect(model.cost).toBe(0);
  });
});

describe('KPrototypes', () => {
  test('finds groups that numbers and categories separate only together', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { X, labels } = mixedGroups(seed);
      const model = fitted(X, { nClusters: 3, categoricalColumns: ['city'], gamma: 10 });
      expect(adjustedRand(model.labels, labels)).toBeGreaterThan(0.85);
    }
  });

  test('without categories it is k-means', () => {
    const random = new Random(3);
    const X = Matrix.fromRows(
      Array.from({ length: 120 }, (_, i) => [random.normal(8 * (i % 3)), random.normal()]),
    );
    const mixed = fitted(X, { nClusters: 3 });
    const means = new KMeans({ nClusters: 3, tol: 0 }).fit(X);
    expect([...mixed.labels]).toEqual([...means.labels]);
    expect(mixed.cost).toBeCloseTo(means.inertia, 9);
  });

  test('labels, prototypes and cost agree, and predict gives the labels, on any table', () => {
    const row = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(2), fc.nat(3));
    const table = fc.array(row, { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 5 }), fc.nat(), (rows, nClusters, seed) => {
        fc.pre(new Set(rows.map(String)).size >= nClusters);
        const X = Matrix.fromRows(rows);
        const model = fitted(X, { nClusters, categoricalColumns: [1, 2], nInit: 2, seed });
        expect(model.cost).toBeCloseTo(costOf(model, X), 9);
        const sizes = Array.from({ length: nClusters }, (_, c) => model.labels.filter((l) => l === c).length);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        if (model.stopReason === 'converged') expect([...model.predict(X)]).toEqual([...model.labels]);
      }),
      { numRuns: 300 },
    );
  });

  test('more starts never cost more', () => {
    const { X } = mixedGroups();
    const options = { nClusters: 6, categoricalColumns: [1], seed: 7 };
    const costs = [1, 3, 10].map((nInit) => fitted(X, { ...options, nInit }).cost);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
  });

  test('says when it ran out of iterations', () => {
    const { X } = mixedGroups();
    const model = fitted(X, { nClusters: 6, categoricalColumns: [1], nInit: 1, maxIter: 1 });
    expect([model.stopReason, model.nIter]).toEqual(['max-iterations', 1]);
  });

  test('no distance of transform is smaller than that to the prototype of predict', () => {
    const { X } = mixedGroups();
    const model = fitted(X, { nClusters: 3, categoricalColumns: [1] });
    const distances = model.distances(X);
    model.predict(X).forEach((label, i) => {
      expect(distances.get(i, label)).toBe(Math.min(...distances.row(i)));
    });
    const squares = model.labels.reduce((sum, label, i) => sum + distances.get(i, label) ** 2, 0);
    expect(squares).toBeCloseTo(model.cost, 9);
  });

  test('a category that the fit has not seen is as far from all', () => {
    const model = fitted(TWO_GROUPS, { nClusters: 2, categoricalColumns: [1], gamma: 2 });
    expect([...model.predict([[9, 99]])]).toEqual([0]);
    expect(model.distances([[10, 99]]).get(0, 0)).toBeCloseTo(Math.SQRT2, 12);
  });

  test('comes back from JSON, categories and all', () => {
    const { X } = mixedGroups();
    const model = fitted(X, { nClusters: 3, categoricalColumns: ['city'] });
    const restored = KPrototypesModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(JSON.stringify(restored)).toBe(JSON.stringify(model));
    expect([...restored.predict(X)]).toEqual([...model.labels]);
    expect(restored.categoricalColumns).toEqual([1]);
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      'a fraction for a code',
      () => fitted([[0.5], [1]], { nClusters: 1, categoricalColumns: [0] }),
      /0\.5 in row 0, column 0/,
    ],
    [
      'a negative code',
      () => fitted([[-1], [1]], { nClusters: 1, categoricalColumns: [0] }),
      /-1 in row 0.*`mixedMatrix`/,
    ],
    [
      'a column that is not there',
      () => fitted([[0], [1]], { categoricalColumns: [3] }),
      /names 3, which X lacks/,
    ],
    ['an unknown name', () => fitted(mixedGroups().X, { categoricalColumns: ['town'] }), /'town'.*age, city/],
    [
      'a column named twice',
      () => fitted(mixedGroups().X, { categoricalColumns: [1, 'city'] }),
      /'city' twice/,
    ],
    ['a name for a list', () => new KPrototypes({ categoricalColumns: 'city' as never }), /write \['city'\]/],
    ['half a position', () => new KPrototypes({ categoricalColumns: [0.5] }), /holds 0\.5/],
    ['a negative gamma', () => new KPrototypes({ gamma: -1 }), /`gamma` is -1/],
    ['no start', () => new KPrototypes({ nInit: 0 }), /`nInit` is 0/],
    ['more clusters than distinct rows', () => fitted([[1], [1]], { nClusters: 2 }), /1 distinct row/],
  ])('refuses %s', (_, run, message) => {
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });
});
