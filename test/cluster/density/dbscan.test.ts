import fc from 'fast-check';
import { DBSCAN } from '../../../src/cluster/density/dbscan';
import { DBSCANModel } from '../../../src/cluster/density/dbscanModel';
import { DistanceMatrix } from '../../../src/cluster/shared/distanceMatrix';
import { relabelBySize } from '../../../src/cluster/shared/relabel';
import { InputError } from '../../../src/core/errors';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { toNumericMatrix } from '../../../src/datasets/frame/columns';
import { StandardScaler } from '../../../src/preprocess/scale/standardScaler';
import { describePublished } from '../../datasets/catalog/published';
import { reference } from '../../reference/reference';

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0));
}

/** DBSCAN as its definition reads, every distance looked at. */
function byDefinition(X: number[][], eps: number, minSamples: number) {
  const within = X.map((row) => X.flatMap((other, j) => (distance(row, other) <= eps ? [j] : [])));
  const core = within.map((rows) => rows.length >= minSamples);
  const cluster = X.map((_, i) => (core[i] ? i : -1));
  for (let changed = true; changed; ) {
    changed = false;
    X.forEach((_, i) => {
      for (const j of within[i]) {
        if (!core[i] || !core[j] || cluster[j] >= cluster[i]) continue;
        cluster[i] = cluster[j];
        changed = true;
      }
    });
  }
  X.forEach((row, i) => {
    if (core[i]) return;
    const cores = within[i].filter((j) => core[j]);
    const least = Math.min(...cores.map((j) => distance(row, X[j])));
    cluster[i] = cores.length > 0 ? cluster[cores.find((j) => distance(row, X[j]) === least)!] : -1;
  });
  return { core: X.flatMap((_, i) => (core[i] ? [i] : [])), cluster };
}

/** Clusters numbered in the order of their first rows, so that partitions compare. */
function renumbered(labels: ArrayLike<number>): number[] {
  const numbers = new Map<number, number>([[-1, -1]]);
  return Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size - 1);
    return numbers.get(label)!;
  });
}

const points = [[0], [1], [2], [3.9], [10], [11], [12], [13], [50]];

describe('by hand, eps 1 and minSamples 3', () => {
  const model = new DBSCAN({ eps: 1, minSamples: 3 }).fit(points);

  test('a row at exactly eps is a neighbor, and a row is its own', () => {
    expect(Array.from(model.coreSampleIndices)).toEqual([1, 5, 6]);
  });

  test('the larger cluster is 0, a row out of reach is noise', () => {
    expect(Array.from(model.labels)).toEqual([1, 1, 1, -1, 0, 0, 0, 0, -1]);
    expect(model.nClusters).toBe(2);
  });

  test('new rows go to the nearest core row within eps, not merely to a near row', () => {
    expect(Array.from(model.predict([[1.9], [2.1], [11.5], [13], [13.1]]))).toEqual([1, -1, 0, 0, -1]);
  });
});

test('a border row within reach of two clusters goes to the nearer core row, whatever the order of the rows', () => {
  const rows = [[0], [0.5], [1], [1.1], [1.2], [3], [4.5], [5], [5.2], [5.5], [6]];
  const forwards = new DBSCAN({ eps: 1.8, minSamples: 5 }).fit(rows);
  expect(Array.from(forwards.labels)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  const backwards = new DBSCAN({ eps: 1.8, minSamples: 5 }).fit([...rows].reverse());
  expect(renumbered(Array.from(backwards.labels).reverse())).toEqual(renumbered(forwards.labels));
});

test('a distance that was rounded up to eps still counts', () => {
  const eps = Math.sqrt(0.7 ** 2 + 0.1 ** 2);
  expect(
    new DBSCAN({ eps, minSamples: 2 }).fit([
      [0, 0],
      [0.7, 0.1],
    ]).nClusters,
  ).toBe(1);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 2 }),
      (row) => {
        const reach = distance(row, [0, 0]);
        fc.pre(reach > 1e-100);
        expect(new DBSCAN({ eps: reach, minSamples: 2 }).fit([row, [0, 0]]).nClusters).toBe(1);
      },
    ),
  );
});

test('agrees with the definition on tables of every kind', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 }), fc.integer(), fc.boolean())
    .map(([cols, rows, seed, coarse]) => {
      const random = new Random(seed);
      const value = () => (coarse ? random.integer(6) : random.normal());
      return Array.from({ length: rows }, () => Array.from({ length: cols }, value));
    });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(0.1, 0.5, 1, Math.SQRT2, 2, 5),
      fc.integer({ min: 1, max: 7 }),
      (X, eps, minSamples) => {
        const model = new DBSCAN({ eps, minSamples }).fit(X);
        const expected = byDefinition(X, eps, minSamples);
        expect(Array.from(model.coreSampleIndices)).toEqual(expected.core);
        expect(renumbered(model.labels)).toEqual(renumbered(expected.cluster));
        expect(model.predict(X)).toEqual(model.labels);
        const distances = new DistanceMatrix(X.map((row) => X.map((other) => distance(row, other))));
        const { labels, coreSampleIndices } = new DBSCAN({ eps, minSamples }).fitDistances(distances);
        const numbered = relabelBySize(labels, model.nClusters, Matrix.fromRows(X)).labels; // distances know no centers
        expect([numbered, coreSampleIndices]).toEqual([model.labels, model.coreSampleIndices]);
      },
    ),
  );
});

test('agrees with the definition on a table of many leaves', () => {
  const random = new Random(5);
  const X = Array.from({ length: 900 }, (_, i) => [
    (i % 3) * 4 + random.normal(),
    random.normal(),
    random.integer(3),
  ]);
  const model = new DBSCAN({ eps: 0.5, minSamples: 6 }).fit(X);
  const expected = byDefinition(X, 0.5, 6);
  expect(expected.core.length).toBeGreaterThan(300);
  expect(expected.cluster.filter((label) => label < 0).length).toBeGreaterThan(50);
  expect(Array.from(model.coreSampleIndices)).toEqual(expected.core);
  expect(renumbered(model.labels)).toEqual(renumbered(expected.cluster));
});

describe.each(reference.dbscan)(
  'as scikit-learn: $name',
  ({ X, eps, minSamples, labels, coreSampleIndices }) => {
    const model = new DBSCAN({ eps, minSamples }).fit(X);

    test('the same core rows and the same noise', () => {
      expect(Array.from(model.coreSampleIndices)).toEqual(coreSampleIndices);
      expect(Array.from(model.labels, (label) => label < 0)).toEqual(labels.map((label) => label < 0));
    });

    test('the same clusters of core rows', () => {
      const ours = coreSampleIndices.map((row) => model.labels[row]);
      expect(renumbered(ours)).toEqual(renumbered(coreSampleIndices.map((row) => labels[row])));
    });

    test('the same labels, but for border rows that scikit-learn gives to the first of several clusters', () => {
      const ours = new Map(coreSampleIndices.map((row) => [labels[row], model.labels[row]]));
      labels.forEach((label, row) => {
        if (label < 0 || ours.get(label) === model.labels[row]) return;
        const inReach = coreSampleIndices.filter((core) => distance(X[row], X[core]) <= eps);
        const nearest = inReach.reduce((a, b) => (distance(X[row], X[b]) < distance(X[row], X[a]) ? b : a));
        expect(model.labels[row]).toBe(model.labels[nearest]);
        expect(inReach.map((core) => labels[core])).toContain(label);
        expect(coreSampleIndices).not.toContain(row);
      });
    });
  },
);

test('labels do not change when the table is shifted or mirrored, and follow the rows when these are shuffled', () => {
  const { X } = reference.dbscan[1];
  const { labels } = new DBSCAN({ eps: 0.6 }).fit(X);
  const moved = X.map(([x, y]) => [64 - y, x + 32]);
  expect(new DBSCAN({ eps: 0.6 }).fit(moved).labels).toEqual(labels);
  const order = new Random(3).shuffle(Array.from(X.keys()));
  const shuffled = new DBSCAN({ eps: 0.6 }).fit(order.map((row) => X[row]));
  expect(Array.from(shuffled.labels)).toEqual(order.map((row) => labels[row]));
});

describe('a model in which all is noise', () => {
  const model = new DBSCAN({ eps: 0.1 }).fit(
    Matrix.fromRows(
      [
        [0, 0],
        [1, 1],
      ],
      ['age', 'income'],
    ),
  );

  test('has no cluster and finds none', () => {
    expect([model.nClusters, Array.from(model.labels)]).toEqual([0, [-1, -1]]);
    expect(Array.from(model.predict([[0, 0]]))).toEqual([-1]);
  });

  test('still knows its columns after JSON', () => {
    const restored = DBSCANModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(Array.from(restored.predict([[0, 0]]))).toEqual([-1]);
    expect(() => restored.predict([[0]])).toThrow(/fitted on 2/);
  });
});

test('a model without the labels of its rows still predicts', () => {
  const json = new DBSCAN({ eps: 1, minSamples: 2 }).fit(points).toJSON();
  const restored = DBSCANModel.fromJSON({ ...json, labels: [], coreSampleIndices: [] });
  expect(Array.from(restored.predict([[0.5], [11], [90]]))).toEqual([1, 0, -1]);
});

test('a damaged model is refused', () => {
  const json = new DBSCAN({ eps: 1, minSamples: 2 }).fit(points).toJSON();
  expect(() => DBSCANModel.fromJSON({ ...json, coreLabels: [0] })).toThrow(/1 labels for 7 core rows/);
});

test.each([
  [{}, /`eps` is missing.*`kDistances`/],
  [{ eps: 0 }, /`eps` is 0; it must be a finite number above 0/],
  [{ eps: -1 }, /`eps` is -1/],
  [{ eps: Number.NaN }, /`eps` is NaN/],
  [{ eps: 1, minSamples: 0 }, /`minSamples` is 0/],
  [{ eps: 1, minSamples: 2.5 }, /`minSamples` is 2.5/],
  [{ eps: 1, epsilon: 2 }, /no option `epsilon`/],
])('%j is refused', (options, message) => {
  expect(() => new DBSCAN(options as never)).toThrow(InputError);
  expect(() => new DBSCAN(options as never)).toThrow(message);
});

test('columns too wide to square are refused', () => {
  expect(() => new DBSCAN({ eps: 1 }).fit([[0], [1e200]])).toThrow(/too far to square/);
});

describePublished('mall-customers', () => {
  test('income and score run together as eps grows: seven clusters, four, one', () => {
    const { frame } = loadDataset('mall-customers');
    const X = toNumericMatrix(frame, ['Annual Income (k$)', 'Spending Score (1-100)']);
    const Z = new StandardScaler().fit(X).transform(X);
    const found = [0.3, 0.4, 0.55, 0.7].map((eps) => {
      const { labels, nClusters, coreSampleIndices } = new DBSCAN({ eps }).fit(Z);
      return [nClusters, labels.filter((label) => label < 0).length, coreSampleIndices.length];
    });
    expect(found).toEqual([
      [7, 35, 138],
      [4, 15, 169],
      [1, 7, 188],
      [1, 0, 196],
    ]);
  });
});
