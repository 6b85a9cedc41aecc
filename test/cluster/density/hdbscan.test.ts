import fc from 'fast-check';
import { clustersOfTree } from '../../../src/cluster/density/clustersOfTree';
import { condensedTree } from '../../../src/cluster/density/condensedTree';
import { HDBSCAN, type HDBSCANOptions } from '../../../src/cluster/density/hdbscan';
import { HDBSCANModel } from '../../../src/cluster/density/hdbscanModel';
import { KdTree } from '../../../src/cluster/density/kdTree';
import { kthNearestSquares } from '../../../src/cluster/density/kthNearest';
import { sortEdges } from '../../../src/cluster/density/reachabilityEdges';
import { spanByNodes } from '../../../src/cluster/density/spanByNodes';
import { spanByRows } from '../../../src/cluster/density/spanByRows';
import { canonicalOrder } from '../../../src/cluster/shared/canonicalOrder';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import { reference } from '../../reference/reference';

/** Two groups of four and five, one far from both. */
const points = [[0], [1], [2], [3], [10], [11], [12], [13], [14], [60]];

describe('by hand', () => {
  const model = new HDBSCAN({ minClusterSize: 3, minSamples: 2 }).fit(points);

  test('two groups are two clusters, the larger is 0; what is far from both is noise', () => {
    expect(Array.from(model.labels)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, -1]);
    expect(model.nClusters).toBe(2);
  });

  test('they divide at 7, and the densest places are at 1', () => {
    expect(Array.from(model.reaches)).toEqual([7, 7]);
    expect(Array.from(model.densest)).toEqual([1, 1]);
    expect(Array.from(model.probabilities)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  test('new rows belong to the nearest cluster within its reach, less firmly the sparser their place', () => {
    // the second nearest row of 5 is at distance 3, that of 6.4 at 3.6, that of 22 at 9
    expect(Array.from(model.predict([[5], [6.4], [22], [59]]))).toEqual([1, 1, -1, -1]);
    const [five, border] = model.predictProbabilities([[5], [6.4]]);
    expect(five).toBeCloseTo(1 / 3);
    expect(border).toBeCloseTo(1 / 3.6);
    const distances = model.distances([[5], [22]]).toRows();
    expect(distances[0]).toEqual([5 / 7, 3 / 7].map((value) => expect.closeTo(value, 10)));
    expect(Math.min(...distances[1])).toBeGreaterThan(1);
  });

  test('one cluster only where it is allowed, and then not what is far from it', () => {
    const even = [[0], [1], [2], [3], [4], [5], [30]];
    expect(new HDBSCAN({ minClusterSize: 3, minSamples: 2 }).fit(even).nClusters).toBe(0);
    const one = new HDBSCAN({ minClusterSize: 3, minSamples: 2, allowSingleCluster: true }).fit(even);
    expect(Array.from(one.labels)).toEqual([0, 0, 0, 0, 0, 0, -1]);
    expect(Array.from(one.predict([[2.5], [40]]))).toEqual([0, -1]);
  });

  test('clusters that divide below epsilon stay together, unless that would be all rows', () => {
    const three = [0, 0.1, 0.2, 1, 1.1, 1.2, 9, 9.1, 9.2].map((x) => [x]);
    const found = (options: HDBSCANOptions) =>
      Array.from(new HDBSCAN({ minClusterSize: 3, minSamples: 2, ...options }).fit(three).labels);
    expect(found({})).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect(found({ clusterSelectionEpsilon: 0.9 })).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(found({ clusterSelection: 'leaf', clusterSelectionEpsilon: 0.9 })).toEqual([
      0, 0, 0, 0, 0, 0, 1, 1, 1,
    ]);
    expect(found({ clusterSelectionEpsilon: 20 })).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(found({ clusterSelectionEpsilon: 20, allowSingleCluster: true })).toEqual(new Array(9).fill(0));
  });
});

const NAMES = {
  min_cluster_size: 'minClusterSize',
  min_samples: 'minSamples',
  cluster_selection_method: 'clusterSelection',
  cluster_selection_epsilon: 'clusterSelectionEpsilon',
  allow_single_cluster: 'allowSingleCluster',
  max_cluster_size: 'maxClusterSize',
} as const;

describe.each(reference.hdbscan)('$name as scikit-learn', ({ X, fits }) => {
  test.each(fits.map((fit) => [JSON.stringify(fit.options), fit] as const))('%s', (_, fit) => {
    const options = Object.entries(fit.options).map(([name, value]) => [
      NAMES[name as keyof typeof NAMES],
      value,
    ]);
    const { labels, probabilities } = new HDBSCAN(Object.fromEntries(options)).fit(X);
    const undecided = new Set(fit.undecided);
    const ours = ourLabels(fit.labels, labels);
    const decided = Array.from(X.keys()).filter((row) => !undecided.has(row));
    expect(decided.map((row) => [row, labels[row]])).toEqual(
      decided.map((row) => [row, ours.get(fit.labels[row])]),
    );
    const shifting = new Set(fit.shifting);
    const firm = decided.filter((row) => !shifting.has(row));
    const apart = firm.filter((row) => !(Math.abs(probabilities[row] - fit.probabilities[row]) < 5e-9));
    expect(apart).toEqual([]);
  });
});

/** The label here of most rows of each of theirs. */
function ourLabels(theirs: readonly number[], ours: Int32Array): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  theirs.forEach((label, row) => {
    const own = counts.get(label) ?? new Map<number, number>();
    counts.set(label, own.set(ours[row], (own.get(ours[row]) ?? 0) + 1));
  });
  const most = (own: Map<number, number>) => Array.from(own).sort((a, b) => b[1] - a[1])[0][0];
  return new Map(Array.from(counts, ([label, own]) => [label, label < 0 ? -1 : most(own)]));
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 6, max: 80 }), fc.integer(), fc.boolean())
  .map(([cols, rows, seed, coarse]) => {
    const random = new Random(seed);
    const value = () => (coarse ? random.integer(6) : random.normal() + 4 * random.integer(2));
    return Array.from({ length: rows }, () => Array.from({ length: cols }, value));
  });

test('both ways to span a tree find the same edges, in tables full of equal distances too', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 5 }), (rows, k) => {
      const X = Matrix.fromRows(rows);
      const tree = new KdTree(X);
      const cores = kthNearestSquares(tree, X, k);
      const byNodes = sortEdges(spanByNodes(tree, cores, () => {}));
      expect(byNodes).toEqual(sortEdges(spanByRows(X, cores, () => {})));
    }),
  );
});

test('the order of the rows moves nothing, and training rows come back as they are', () => {
  fc.assert(
    fc.property(tables, fc.integer(), fc.constantFrom('eom', 'leaf'), (rows, seed, clusterSelection) => {
      const options = { minClusterSize: 4, minSamples: 3, clusterSelection } as const;
      const model = new HDBSCAN(options).fit(rows);
      const order = new Random(seed).sample(rows.length, rows.length);
      const moved = new HDBSCAN(options).fit(Array.from(order, (row) => rows[row]));
      // exact copies are interchangeable
      const answers = (one: HDBSCANModel, of: number[][]) =>
        of.map((row, i) => `${row.join()}: ${one.labels[i]} ${one.probabilities[i]}`).sort();
      expect(answers(moved, moved.rows.toRows())).toEqual(answers(model, rows));
    }),
  );
});

test('what was clustered is placed where it was', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 6, max: 80 }), fc.integer()),
      ([cols, count, seed]) => {
        const random = new Random(seed);
        const rows = Array.from({ length: count }, () =>
          Array.from({ length: cols }, () => random.normal() + 5 * random.integer(2)),
        );
        const model = new HDBSCAN({ minClusterSize: 4, minSamples: 3 }).fit(rows);
        expect(model.predict(rows)).toEqual(model.labels);
        const nearest = model.distances(rows).toRows();
        const placed = nearest.map((own) => {
          const least = Math.min(...own);
          return least <= model.reach ? own.indexOf(least) : -1;
        });
        expect(placed).toEqual(Array.from(model.labels));
      },
    ),
  );
});

test('exact copies make no density beyond that of the nearest rows that differ', () => {
  const random = new Random(3);
  const survey = Array.from({ length: 300 }, () => [1 + random.integer(3), 1 + random.integer(3)]);
  expect(new HDBSCAN({ minClusterSize: 5 }).fit(survey).nClusters).toBe(0);
  const alike = new HDBSCAN({ minClusterSize: 5, allowSingleCluster: true }).fit(new Array(12).fill([1, 2]));
  expect(Array.from(alike.probabilities)).toEqual(new Array(12).fill(1));
});

test('a single row, and fewer rows than a cluster needs, are noise', () => {
  expect(Array.from(new HDBSCAN({ minSamples: 1, allowSingleCluster: true }).fit([[1]]).labels)).toEqual([
    -1,
  ]);
  expect(new HDBSCAN({ minSamples: 2 }).fit([[1], [2], [3]]).nClusters).toBe(0);
  expect(() => new HDBSCAN().fit([[1], [2], [3]])).toThrow(
    '`minClusterSize` is 5 but the table has 3 rows; ask for at most 3',
  );
});

test('a model without clusters comes back from JSON and calls everything noise', () => {
  const model = new HDBSCAN({ minSamples: 2 }).fit([[1], [2], [3]]);
  const restored = HDBSCANModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(Array.from(restored.predict([[1], [9]]))).toEqual([-1, -1]);
});

test('says how many rows are joined', () => {
  const steps: number[] = [];
  new HDBSCAN().fit(canonicalRows(), { onProgress: ({ done }) => steps.push(done) });
  expect(steps[steps.length - 1]).toBe(299);
});

function canonicalRows(): Matrix {
  const X = Matrix.fromRows(reference.hdbscan[1].X);
  return X.selectRows(canonicalOrder(X));
}

test('a tree of one row has one cluster and no distance', () => {
  const none = { first: new Int32Array(), second: new Int32Array() };
  const tree = condensedTree({ ...none, squares: new Float64Array(), apart: new Float64Array() }, 2);
  const rule = { minClusterSize: 2, clusterSelection: 'eom', clusterSelectionEpsilon: 0 } as const;
  const found = clustersOfTree(tree, { ...rule, allowSingleCluster: true, maxClusterSize: null });
  expect(found).toMatchObject({ nClusters: 0, labels: Int32Array.of(-1) });
});
