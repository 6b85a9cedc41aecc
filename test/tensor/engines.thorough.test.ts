import { KMeans, kMeansSweep } from '../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../src/core/matrix';
import { nearestRows } from '../../src/core/nearestRow';
import { Random } from '../../src/core/random';
import { silhouettes } from '../../src/evaluate/indices/silhouette';
import { PCA } from '../../src/reduce/pca';
import { useEngine } from '../../src/tensor/chooseEngine';
import { ENGINES, type Engine, type EngineName } from '../../src/tensor/engine';
import { nativeEngine } from '../../src/tensor/native';
import { plainEngine } from '../../src/tensor/plain';

/** The same answers from both engines, whatever the table. */

const engines: Record<EngineName, Engine> = { plain: plainEngine, native: nativeEngine };
afterAll(() => useEngine('auto'));

/** Groups of unequal size about random centers. */
function groups(rows: number, cols: number, seed: number, offset = 0): Matrix {
  const random = new Random(seed);
  const centers = Array.from({ length: 5 }, () => Array.from({ length: cols }, () => random.normal(0, 3)));
  const X = Matrix.zeros(rows, cols);
  for (let i = 0; i < rows; i++) {
    const center = centers[Math.min(random.integer(5), random.integer(5))];
    for (let j = 0; j < cols; j++) X.data[i * cols + j] = offset + random.normal(center[j], 1);
  }
  return X;
}

/**
 * Few distinct values: many rows alike. Many are equally near to two centers, and rounding decides where they go while
 * k-means is on its way, so that engines may end in different clusterings of the same quality.
 */
function grid(rows: number, cols: number, seed: number): Matrix {
  const random = new Random(seed);
  return new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.integer(4)),
    rows,
    cols,
  );
}

const TIED = grid(1500, 4, 7);

const TABLES: [name: string, X: Matrix][] = [
  ['200 × 2', groups(200, 2, 1)],
  ['1,000 × 1', groups(1000, 1, 2)],
  ['2,212 × 3', groups(2212, 3, 3)],
  ['3,000 × 9', groups(3000, 9, 4)],
  ['1,500 × 30', groups(1500, 30, 5)],
  ['far from the origin', groups(1200, 3, 6, 1e6)],
  ['few distinct values', TIED],
  ['units of very different size', times(groups(900, 2, 8), [1e-7, 1e7])],
];

function times(X: Matrix, factors: number[]): Matrix {
  return new Matrix(
    X.data.map((value, at) => value * factors[at % X.cols]),
    X.rows,
    X.cols,
  );
}

/** @returns the answers of the plain and of the native engine. */
function onBoth<T>(work: () => T): [plain: T, native: T] {
  const answers = ENGINES.map((name) => {
    useEngine(name);
    return work();
  });
  return [answers[0], answers[1]];
}

/** Equal up to rounding, relative to the largest. */
function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, relative = 1e-9): void {
  expect(actual.length).toBe(expected.length);
  const scale = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const worst = Array.from(actual).reduce(
    (most, value, at) => Math.max(most, Object.is(value, expected[at]) ? 0 : Math.abs(value - expected[at])),
    0,
  );
  expect(worst / (scale || 1)).toBeLessThan(relative);
}

describe.each(TABLES)('%s', (_, X) => {
  test.each([0, 1, 2])('k-means of every k: labels, centroids, inertia and iterations, seed %i', (seed) => {
    if (X === TIED) return; // nothing to compare: see `grid`
    const [plain, native] = onBoth(() => kMeansSweep(X, [2, 3, 5, 8], { seed, nInit: 4 }));
    plain.forEach((model, at) => {
      expect(model.labels).toEqual(native[at].labels);
      expect(model.nIter).toBe(native[at].nIter);
      expectClose([model.inertia], [native[at].inertia]);
      expectClose(model.centroids.data, native[at].centroids.data);
    });
  });

  test('k-means to a standstill, with weights', () => {
    const random = new Random(9);
    const sampleWeight = Float64Array.from({ length: X.rows }, () => random.integer(4) / 2);
    if (X === TIED) return;
    const [plain, native] = onBoth(() => new KMeans({ nClusters: 4, tol: 0 }).fit(X, { sampleWeight }));
    expect(plain.labels).toEqual(native.labels);
    expectClose([plain.inertia], [native.inertia]);
  });

  test('principal components: variances, and the Gram matrix itself', () => {
    const [plain, native] = onBoth(() => new PCA().fit(X));
    expectClose(plain.explainedVariance, native.explainedVariance);
    const mean = Float64Array.from(
      { length: X.cols },
      (_, j) => X.column(j).reduce((sum, x) => sum + x) / X.rows,
    );
    expectClose(nativeEngine.gramMatrix(X, mean).data, plainEngine.gramMatrix(X, mean).data, 1e-12);
  });

  test('silhouettes of several clusterings at once, noise among them', () => {
    const random = new Random(5);
    const labelings = [
      nearestRows(X.selectRows([0, 1]), X),
      nearestRows(X.selectRows([2, 3, 4, 5]), X),
      Int32Array.from({ length: X.rows }, () => random.integer(4) - 1),
    ];
    const [plain, native] = onBoth(() => silhouettes(X, labelings));
    plain.forEach(({ mean, samples, perCluster }, at) => {
      expectClose([mean], [native[at].mean]);
      expectClose(samples, native[at].samples, 1e-8);
      expectClose(perCluster, native[at].perCluster);
    });
  });

  test.each(ENGINES)('the nearest centers are those of the float64 search: %s', (name) => {
    const centers = X.selectRows([0, 7, 7, 21, 60]);
    const rows = engines[name].holdRows(X, { centers: 5 });
    expect(rows.nearest(centers)).toEqual(nearestRows(centers, X));
    rows.dispose();
  });
});

test.each(ENGINES)('assignAndSum by hand, several clusterings of different k: %s', (name) => {
  const line = Matrix.fromRows([[0], [1], [2], [3], [4]]);
  const runs = [{ centers: Matrix.fromRows([[0], [4]]) }, { centers: Matrix.fromRows([[-9], [0.3], [1.6]]) }];
  const rows = engines[name].holdRows(line, { centers: 6 });
  const found = rows.assignAndSum(runs);
  const values = found.map(({ sums, weights }) =>
    Array.from(sums, (sum, at) => sum + weights[at] * rows.offset[0]),
  );
  expect(found.map(({ weights }) => [...weights])).toEqual([
    [3, 2], // 2 is a tie: the first of 0 and 4 has it
    [0, 1, 4],
  ]);
  expect(values).toEqual([
    [3, 7],
    [0, 0, 10],
  ]);
  expect([...rows.inertias(runs)]).toEqual(
    [1 + 4 + 1, 0.09 + 0.36 + 0.16 + 1.96 + 5.76].map((sum) => expect.closeTo(sum, 5)),
  );
  rows.dispose();
});
