import { DBSCAN } from '../../../src/cluster/density/dbscan';
import { HDBSCAN } from '../../../src/cluster/density/hdbscan';
import { AgglomerativeClustering } from '../../../src/cluster/hierarchy/agglomerative';
import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { InputError } from '../../../src/core/errors';
import type { Clusterer } from '../../../src/core/estimator';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { toNumericMatrix } from '../../../src/datasets/frame/columns';
import { type CompareOptions, compareClusterings } from '../../../src/evaluate/compare/compareClusterings';
import { comparisonTable } from '../../../src/evaluate/compare/comparisonTable';
import { calinskiHarabasz } from '../../../src/evaluate/indices/calinskiHarabasz';
import { daviesBouldin } from '../../../src/evaluate/indices/daviesBouldin';
import { silhouette } from '../../../src/evaluate/indices/silhouette';
import { adjustedRand } from '../../../src/evaluate/stability/adjustedRand';
import { StandardScaler } from '../../../src/preprocess/scale/standardScaler';
import { describePublished } from '../../datasets/catalog/published';
import { blobs, uniform } from '../syntheticTables';

const QUICK: CompareOptions = { references: 5, resamples: 5 };

function compare(X: Matrix, clusterers: Record<string, Clusterer>, options: CompareOptions = QUICK) {
  const labels = Object.fromEntries(
    Object.entries(clusterers).map(([name, clusterer]) => [name, clusterer.fit(X).labels]),
  );
  return compareClusterings(X, labels, { clusterers, ...options });
}

/** Two interlocking half circles, which no round group fits. */
function moons(rows: number, seed: number): Matrix {
  const random = new Random(seed);
  return Matrix.fromRows(
    Array.from({ length: rows }, (_, i) => {
      const angle = Math.PI * random.uniform();
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      return [random.normal(i % 2 ? x : 1 - x, 0.05), random.normal(i % 2 ? y : 0.5 - y, 0.05)];
    }),
  );
}

describe('measures', () => {
  const X = Matrix.fromRows([[0], [1], [10], [11], [50]]);
  const labels = {
    all: [0, 0, 1, 1, 2],
    some: [0, 0, 1, 1, -1],
    one: [0, 0, 0, 0, 0],
    none: [-1, -1, -1, -1, -1],
  };
  const { rows, agreement } = compareClusterings(X, labels, QUICK);
  const [all, some, one, none] = rows;

  test('keep the order given, and count clusters, sizes and noise', () => {
    expect(rows.map(({ name }) => name)).toEqual(['all', 'some', 'one', 'none']);
    expect(rows.map(({ nClusters }) => nClusters)).toEqual([3, 2, 1, 0]);
    expect(rows.map(({ sizes }) => sizes)).toEqual([[2, 2, 1], [2, 2], [5], []]);
    expect(rows.map(({ noiseShare }) => noiseShare)).toEqual([0, 0.2, 0, 1]);
  });

  test('are those of the indices, noise left out', () => {
    for (const row of [all, some]) {
      const own = labels[row.name as 'all' | 'some'];
      expect(row.silhouette).toBe(silhouette(X, own).mean);
      expect(row.calinskiHarabasz).toBe(calinskiHarabasz(X, own));
      expect(row.daviesBouldin).toBe(daviesBouldin(X, own));
    }
    expect(some.silhouette).toBeCloseTo(0.8997, 4);
  });

  test('count noise as 0 in the silhouette of all rows', () => {
    expect(some.silhouetteWithNoise).toBeCloseTo(0.8 * some.silhouette!, 12);
    expect(all.silhouetteWithNoise).toBe(all.silhouette);
  });

  test('that need two clusters are null where there are fewer', () => {
    for (const row of [one, none]) {
      const { silhouette, silhouetteWithNoise, calinskiHarabasz, daviesBouldin, referenceSilhouette } = row;
      expect([silhouette, silhouetteWithNoise, calinskiHarabasz, daviesBouldin, referenceSilhouette]).toEqual(
        Array(5).fill(null),
      );
    }
  });

  test('compare every pair by the adjusted Rand index', () => {
    expect(agreement.columns).toEqual(['all', 'some', 'one', 'none']);
    expect(agreement.get(0, 1)).toBe(adjustedRand(labels.all, labels.some));
    expect(agreement.get(1, 0)).toBe(agreement.get(0, 1));
    expect(agreement.get(2, 2)).toBe(1);
  });

  test('of stability are null without a clusterer', () => {
    expect(rows.map(({ stability }) => stability)).toEqual([null, null, null, null]);
  });
});

test('groups that are apart: all methods agree, and the best is trusted', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
    240,
    1,
  );
  const { recommended, reasons, rows } = compare(X, {
    'k-means': new KMeans({ nClusters: 3 }),
    Ward: new AgglomerativeClustering({ nClusters: 3 }),
    DBSCAN: new DBSCAN({ eps: 1.1 }),
  });
  expect(recommended).toBe('k-means');
  expect(reasons[0]).toMatch(
    /^Trust k-means: its 3 clusters have a silhouette of 0\.8.*in reference data 3 clusters have 0\.4/,
  );
  expect(reasons[0]).toMatch(/reappears with an adjusted Rand index of 1\.00/);
  expect(reasons[reasons.length - 1]).toMatch(/^All mostly agree/);
  expect(rows[0].referenceSilhouette).toBeLessThan(0.5);
});

test('no structure: none is trusted, one cluster is an answer, and the neatest cut is named', () => {
  const X = uniform(300, 3, 1);
  const { recommended, reasons } = compare(X, {
    'k-means': new KMeans({ nClusters: 4 }),
    DBSCAN: new DBSCAN({ eps: 0.25 }),
  });
  expect(recommended).toBeNull();
  expect(reasons[0]).toMatch(
    /^None of the clusterings is reliable.*k-means makes the neatest cut.*convenience/,
  );
  expect(reasons[1]).toMatch(
    /^k-means has a silhouette of .* more than the .* clusters have in reference data/,
  );
  expect(reasons[2]).toMatch(/^DBSCAN finds a single cluster.*no dense groups are separated by gaps/);
});

test('groups of other shapes: a density clustering that finds nothing in reference data is trusted', () => {
  const { recommended, reasons, rows } = compare(moons(500, 3), {
    'k-means': new KMeans({ nClusters: 2 }),
    DBSCAN: new DBSCAN({ eps: 0.17 }),
  });
  expect(rows[0].silhouette).toBeGreaterThan(rows[1].silhouette!);
  expect(rows.map(({ isWellSeparated }) => isWellSeparated)).toEqual([false, true]);
  expect(recommended).toBe('DBSCAN');
  expect(reasons[0]).toMatch(/low because they are not round/);
});

test('a clustering that leaves most rows as noise, or all, is not trusted', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
    ],
    100,
    2,
  );
  const mostly = Array.from({ length: 100 }, (_, i) => (i < 20 ? i % 2 : -1));
  const { recommended, reasons } = compareClusterings(X, { mostly, none: Array(100).fill(-1) }, QUICK);
  expect(recommended).toBeNull();
  expect(reasons).toContain(
    'mostly leaves 80% of the rows as noise: it finds a few dense spots, not segments of the whole.',
  );
  expect(reasons.some((words) => /^none calls every row noise/.test(words))).toBe(true);
});

test('noise does not flatter: a silhouette is judged over all rows', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
    150,
    2,
  );
  const { labels } = new KMeans({ nClusters: 3 }).fit(X);
  const inner = silhouette(X, labels).samples;
  const without = Array.from(labels, (label, i) => (inner[i] < 0.8 ? -1 : label));
  const { rows, recommended } = compareClusterings(X, { without, all: labels }, QUICK);
  expect(rows[0].silhouette).toBeGreaterThan(rows[1].silhouette!);
  expect(rows[0].silhouetteWithNoise).toBeLessThan(rows[1].silhouetteWithNoise!);
  expect(recommended).toBe('all');
});

test('what does not reappear in resampled data is not trusted', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
    150,
    5,
  );
  const true3 = new KMeans({ nClusters: 3 }).fit(X).labels;
  const fickle: Clusterer = {
    fit: (rows) => {
      const seed = (rows as Matrix).data.reduce((sum, value) => sum + value, 0);
      const random = new Random(seed * 1e6);
      const label = (count: number) => Int32Array.from({ length: count }, () => random.integer(3));
      const model = {
        nClusters: 3,
        labels: label((rows as Matrix).rows),
        distances: () => Matrix.zeros(0, 3),
        toJSON: () => ({ type: '', version: 1 }),
      };
      return { ...model, predict: (more) => label((more as Matrix).rows) };
    },
  };
  const { recommended, reasons } = compareClusterings(
    X,
    { true3 },
    { ...QUICK, clusterers: { true3: fickle } },
  );
  expect(recommended).toBeNull();
  expect(reasons.join(' ')).toMatch(
    /true3 does not reappear in resampled data \(adjusted Rand index −?0\.\d\d, poor\)/,
  );
});

test('a table of few rows is compared, though most resamples have fewer distinct rows than clusters', () => {
  const X = Matrix.fromRows([[0], [1], [4], [9], [16]]);
  const clusterers = { few: new KMeans({ nClusters: 3 }), all: new KMeans({ nClusters: 5 }) };
  const [few, all] = compare(X, clusterers).rows;
  expect(few.stability).toBeGreaterThan(0);
  expect(all.stability).toBeNull();
});

test('rows that are all alike are refused: there is nothing to compare', () => {
  expect(() => compareClusterings([[1], [1]], { halves: [0, 1] })).toThrow(
    'X has no two different rows among its 2; there is nothing to compare',
  );
});

test('a large table is judged on a sample, its sizes counted in full', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
    3000,
    1,
  );
  const { rows } = compare(X, { 'k-means': new KMeans({ nClusters: 3 }) }, { ...QUICK, sampleSize: 200 });
  expect(rows[0].sizes.reduce((sum, size) => sum + size)).toBe(3000);
  expect(rows[0].silhouette).toBeCloseTo(silhouette(X, new KMeans({ nClusters: 3 }).fit(X).labels).mean, 1);
  expect(rows[0].stability).toBeGreaterThan(0.9);
});

test('without references the silhouette is compared with nothing', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
    ],
    60,
    1,
  );
  const { rows, recommended } = compare(
    X,
    { 'k-means': new KMeans({ nClusters: 2 }) },
    { references: 0, resamples: 2 },
  );
  expect(rows[0].referenceSilhouette).toBeNull();
  expect(recommended).toBe('k-means');
});

test('the columns of one category are no structure once it is said that they belong together', () => {
  const random = new Random(8);
  const X = Matrix.fromRows(
    Array.from({ length: 200 }, () => {
      const level = random.integer(3);
      return [...[0, 1, 2].map((other) => 2 * Number(other === level)), random.uniform()];
    }),
  );
  const clusterers = { 'k-means': new KMeans({ nClusters: 3 }) };
  expect(compare(X, clusterers).recommended).toBe('k-means');
  expect(compare(X, clusterers, { ...QUICK, columnGroups: [[0, 1, 2]] }).recommended).toBeNull();
});

test('the same seed gives the same answer', () => {
  const X = uniform(100, 2, 4);
  const clusterers = { 'k-means': new KMeans({ nClusters: 3 }) };
  expect(compare(X, clusterers)).toEqual(compare(X, clusterers));
});

test('the table marks the recommended clustering and leaves out what was not measured', () => {
  const X = blobs(
    [
      [0, 0],
      [9, 0],
    ],
    60,
    1,
  );
  const { labels } = new KMeans({ nClusters: 2 }).fit(X);
  const many = Array.from({ length: 60 }, (_, i) => i % 20);
  const comparison = compareClusterings(X, { two: labels, many, one: Array(60).fill(0) }, QUICK);
  const table = comparisonTable(comparison);
  expect(table.caption).toBe(comparison.reasons[0]);
  expect(table.columns.map(({ name }) => name)).not.toContain('Stability');
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  expect(table.rows.map(([, trust]) => trust)).toEqual(['yes', '', '']);
  expect(table.rows.map((row) => row[3])).toEqual(['30', '3', '60']);
  const uneven = compareClusterings(
    X,
    { uneven: Array.from({ length: 60 }, (_, i) => Number(i < 7)) },
    QUICK,
  );
  expect(comparisonTable(uneven).rows[0]).toContain('7–53');
  expect(table.rows[2].slice(5, 10)).toEqual([null, null, null, null, null]);
});

test('the table of clusterings of which none is trusted marks none', () => {
  const X = Matrix.fromRows([[0], [1], [2]]);
  const table = comparisonTable(compareClusterings(X, { none: [-1, -1, -1] }, QUICK));
  expect(table.columns.map(({ name }) => name)).not.toContain('Trust');
  expect(table.rows).toEqual([['none', 0, '', 1, null, null, null, null, null]]);
});

test.each([
  [{}, {}, /`clusterings` is empty/],
  [{ a: [0, 1] }, {}, /`a` has 2 labels for 3 rows/],
  [{ a: [0, 1, 0.5] }, {}, /`a` holds 0.5 in row 2/],
  [
    { a: [0, 1, 1] },
    { clusterers: { b: new KMeans() } },
    /`clusterers` names 'b', which isn't a clustering; there are a/,
  ],
  [{ a: [0, 1, 1] }, { clusterers: { a: 7 } }, /the clusterer of 'a' is 7/],
  [{ a: [0, 1, 1] }, { resamples: 0 }, /`resamples` is 0/],
  [{ a: [0, 1, 1] }, { columnGroups: [[1]] }, /`columnGroups` is 1/],
  [{ a: [0, 1, 1] }, { samples: 0 }, /no option `samples`/],
])('%j with %j is refused', (clusterings, options, message) => {
  const X = [[0], [1], [2]];
  expect(() => compareClusterings(X, clusterings, options as never)).toThrow(InputError);
  expect(() => compareClusterings(X, clusterings, options as never)).toThrow(message);
});

describePublished('mall-customers', () => {
  test('income and score: k-means and Ward agree on five segments; DBSCAN finds no such gaps', () => {
    const { frame } = loadDataset('mall-customers');
    const X = toNumericMatrix(frame, ['Annual Income (k$)', 'Spending Score (1-100)']);
    const comparison = compare(new StandardScaler().fit(X).transform(X), {
      'k-means': new KMeans({ nClusters: 5 }),
      Ward: new AgglomerativeClustering({ nClusters: 5 }),
      DBSCAN: new DBSCAN({ eps: 0.55 }),
    });
    expect(comparison.recommended).toBe('k-means');
    expect(comparison.rows[0].silhouette).toBeCloseTo(0.5547, 4);
    expect(comparison.agreement.get(0, 1)).toBeGreaterThan(0.9);
    expect(comparison.reasons.join(' ')).toMatch(/DBSCAN finds a single cluster beside 4% of noise/);
  });
});

describe('gaps around every cluster decide before silhouettes', () => {
  test('half-moons: what leaves them whole is trusted, though rows drawn twice divide them', () => {
    const X = moons(400, 5);
    const { recommended, reasons, rows } = compare(X, {
      'k-means': new KMeans({ nClusters: 4 }),
      HDBSCAN: new HDBSCAN({ minClusterSize: 8, minSamples: 5 }),
    });
    expect(rows.map(({ hasGaps }) => hasGaps)).toEqual([false, true]);
    expect(rows[0].silhouetteWithNoise).toBeGreaterThan(rows[1].silhouetteWithNoise!);
    expect(recommended).toBe('HDBSCAN');
    expect(reasons[0]).toMatch(
      /^Trust HDBSCAN: its 2 clusters have a silhouette of .* gaps set each of them apart/,
    );
    expect(reasons[1]).toMatch(/^k-means has/);
  });

  test('of several with gaps, what divides most: two groups that a third clustering leaves together', () => {
    const X = blobs(
      [
        [0, 0],
        [9, 0],
        [40, 0],
      ],
      240,
      3,
    );
    const { recommended, reasons } = compare(X, {
      two: new KMeans({ nClusters: 2 }),
      three: new KMeans({ nClusters: 3 }),
    });
    expect(recommended).toBe('three');
    expect(reasons[1]).toMatch(/^two (leaves together what gaps set apart: 2 clusters instead of 3|is)/);
  });

  test('no gaps are claimed of one cloud', () => {
    const { rows, recommended } = compare(uniform(300, 2, 4), {
      'k-means': new KMeans({ nClusters: 3 }),
      HDBSCAN: new HDBSCAN({ minClusterSize: 6, minSamples: 5 }),
    });
    expect(rows.some(({ hasGaps }) => hasGaps)).toBe(false);
    expect(recommended).toBeNull();
  });
});
