import { AgglomerativeClustering } from '../../../src/cluster/hierarchy/agglomerative';
import { kMeansSweep } from '../../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../../src/core/matrix';
import type { Progress } from '../../../src/core/progress';
import { Random } from '../../../src/core/random';
import { chooseK } from '../../../src/evaluate/chooseK/chooseK';
import { chooseKTable } from '../../../src/evaluate/chooseK/chooseKTable';
import { silhouette } from '../../../src/evaluate/indices/silhouette';
import { useEngine } from '../../../src/tensor/chooseEngine';
import { tensorflow } from '../../../src/tensor/native/tensorflow';
import { describePublished, readColumns, standardized } from '../publishedFiles';
import { answers, blobs, stretchedCloud, uniform } from '../syntheticTables';

const CENTERS = [
  [0, 0, 0],
  [12, 0, 3],
  [0, 12, -3],
  [12, 12, 6],
  [6, 6, 20],
];

/** Fewer draws than the default, for speed. */
const FEWER = { references: 10, resamples: 8 };

describe('chooseK on separate clusters', () => {
  test.each([2, 3, 4, 5])('finds all %i and calls the structure clear', (count) => {
    const { recommendation, structure, preferredBy } = chooseK(blobs(CENTERS.slice(0, count), 200, count), {
      kMax: 7,
      ...FEWER,
    });
    expect(recommendation.k).toBe(count);
    expect(structure.verdict).toBe('clear');
    expect(preferredBy).toMatchObject({
      silhouette: count,
      daviesBouldin: count,
      gap: count,
      stability: count,
    });
    expect(recommendation.reasons[0]).toMatch(
      new RegExp(`[4-6] of 6 indices prefer k = ${count} \\(silhouette`),
    );
  });

  test('finds them with another clusterer too', () => {
    const clusterer = (nClusters: number) => new AgglomerativeClustering({ nClusters });
    const options = { clusterer, kMax: 6, references: 5, resamples: 5 };
    const { recommendation, structure } = chooseK(blobs(CENTERS.slice(0, 4), 120, 7), options);
    expect([recommendation.k, structure.verdict]).toEqual([4, 'clear']);
  });

  test('overlapping clusters are called weak, with the words for it', () => {
    const overlapping = [
      [0, 0],
      [4, 0],
      [0, 4],
      [4, 4],
    ];
    const { recommendation, structure } = chooseK(blobs(overlapping, 400, 3), { kMax: 6, ...FEWER });
    expect([recommendation.k, structure.verdict]).toEqual([4, 'weak']);
    expect(structure.summary).toMatch(/overlap.*4 segments is 0\.\d\d/);
  });
});

describe('chooseK where there is nothing to find', () => {
  test.each([
    ['uniform noise in 1 column', uniform(300, 1, 1)],
    ['uniform noise in 2 columns', uniform(300, 2, 2)],
    ['the same, other draw', uniform(300, 2, 3)],
    ['uniform noise in 4 columns', uniform(300, 4, 4)],
    ['uniform noise in 8 columns', uniform(200, 8, 5)],
    ['40 rows of noise', uniform(40, 3, 6)],
    ['one round cloud', blobs([[0, 0, 0]], 300, 7)],
    ['one stretched cloud', stretchedCloud(300, 8)],
  ])('%s has no structure, and it says so', (_, X) => {
    const { structure, recommendation } = chooseK(X, { kMax: 6, ...FEWER });
    expect(structure.verdict).toBe('none');
    expect(structure.summary).toMatch(
      /^No clear structure: the segments are a convenient cut, not natural groups/,
    );
    expect(recommendation.k).toBeGreaterThanOrEqual(2);
  });
});

describe('the table of chooseK', () => {
  const X = blobs(CENTERS.slice(0, 3), 90, 1);
  const quick = { kMin: 3, kMax: 5, references: 3, resamples: 3, seed: 4 };
  const choice = chooseK(X, quick);

  test('has what the indices themselves say', () => {
    const [model] = kMeansSweep(X, [3], { seed: 4 });
    const [row] = choice.table;
    expect(row.inertia).toBeCloseTo(model.inertia, 8);
    expect(row.silhouette).toBeCloseTo(silhouette(X, model.labels).mean, 12);
    expect(row).toMatchObject({ k: 3, stability: 1 });
    expect(choice.rowsJudged).toBe(90);
  });

  test('goes from kMin to kMax, and k is taken from it', () => {
    expect(choice.table.map(({ k }) => k)).toEqual([3, 4, 5]);
    expect(choice.recommendation.k).toBe(3);
  });

  test('is the same for the same seed', () => {
    expect(chooseK(X, quick)).toEqual(choice);
  });

  test('comes to the same recommendation on TensorFlow, and leaves no tensor behind', () => {
    useEngine('native');
    const before = tensorflow().memory().numTensors;
    const { recommendation, structure } = chooseK(X, quick);
    useEngine('auto');
    expect({ recommendation, structure }).toEqual({
      recommendation: choice.recommendation,
      structure: choice.structure,
    });
    expect(tensorflow().memory().numTensors).toBe(before);
  });

  test('reads as a table for people', () => {
    const { caption, columns, rows } = chooseKTable(choice);
    expect(caption).toMatch(/^[4-6] of 6 indices prefer k = 3\. Clear structure/);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[0][0]).toBe(3);
    expect(rows[0][9]).toMatch(/silhouette, .*gap/);
  });

  test('tells its progress', () => {
    const told: Progress[] = [];
    chooseK(X, { ...quick, onProgress: (progress) => told.push(progress) });
    expect(told.map(({ step, done }) => `${step} ${done}`)).toEqual([
      'reference data sets 1',
      'reference data sets 2',
      'reference data sets 3',
      'resamples 1',
      'resamples 2',
      'resamples 3',
    ]);
  });
});

describe('chooseK on difficult tables', () => {
  test('a large one is judged on a sample, and says how large', () => {
    const { rowsJudged, recommendation } = chooseK(blobs(CENTERS.slice(0, 3), 900, 1), {
      sampleSize: 100,
      references: 3,
      resamples: 3,
    });
    expect([rowsJudged, recommendation.k]).toEqual([100, 3]);
  });

  test('a small one, full of duplicates', () => {
    const rows = Array.from({ length: 24 }, (_, i) => [[0], [1], [10], [11], [30]][i % 5]);
    const { table, structure } = chooseK(rows, { references: 5, resamples: 5 });
    expect(table.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    expect(structure.verdict).not.toBe('none');
  });

  test('three distinct rows leave k = 2 only', () => {
    expect(chooseK([[0], [0], [5], [6]], { references: 3, resamples: 3 }).recommendation.k).toBe(2);
  });

  test('few points that are repeated are as many clusters as there are points', () => {
    const points = [
      [0, 0],
      [4, 1],
      [1, 5],
      [6, 6],
    ];
    const rows = Array.from({ length: 400 }, (_, i) => points[i % 4]);
    const { recommendation, structure } = chooseK(rows, { references: 6, resamples: 5 });
    expect([recommendation.k, structure.verdict]).toEqual([4, 'clear']);
  });

  test.each([1, 8, 11])(
    'a group of 20 rows that spreads as wide as one of 340 is not left out as far rows (%d)',
    (seed) => {
      const random = new Random(seed);
      const groups = [
        [340, 0, 0],
        [40, 9, 0],
        [20, 2, 10],
      ];
      const rows = groups.flatMap(([count, x, y]) =>
        Array.from({ length: count }, () => [x + random.normal(), y + random.normal()]),
      );
      const { data } = standardized(Matrix.fromRows(rows));
      const { recommendation, structure } = chooseK(new Matrix(data, 400, 2), { kMax: 6, ...FEWER });
      expect([recommendation.k, structure.verdict, structure.farRows]).toEqual([3, 'clear', undefined]);
    },
  );

  test('columns that carry no groups are named, and k is that of the rest', () => {
    const random = new Random(9);
    const names = ['a', 'b', 'c', 'noise', 'yes or no'];
    const groups = blobs(CENTERS.slice(0, 4), 240, 4).toRows();
    const rows = groups.map((row) => [...row, random.normal(), Number(random.uniform() < 0.5)]);
    const { data } = standardized(Matrix.fromRows(rows));
    const { recommendation, structure } = chooseK(new Matrix(data, 240, 5, names), { kMax: 7, ...FEWER });
    expect([recommendation.k, structure.verdict, structure.noiseColumns]).toEqual([4, 'clear', [3, 4]]);
    expect(structure.summary).toMatch(/noise and yes or no carry no groups: this was judged without them/);
    const reappear = recommendation.reasons.filter((reason) => reason.includes('reappear'));
    expect(reappear).toEqual([
      expect.stringMatching(
        /^Judged without noise, yes or no and one customer far from all others: in resampled data the 4 segments/,
      ),
    ]);
  });

  test('levels of a category that goes along with the groups of the numbers are no groups of their own', () => {
    const random = new Random(4);
    const rows = Array.from({ length: 300 }, (_, i) => {
      const group = i % 2;
      const level = random.uniform() < 0.9 ? group : 2;
      const levels = [0, 1, 2].map((l) => Number(l === level));
      return [6 * group + random.normal(), -5 * group + random.normal(), ...levels];
    });
    const { data } = standardized(Matrix.fromRows(rows));
    const X = new Matrix(data, 300, 5, ['a', 'b', 'Plan: basic', 'Plan: pro', 'Plan: trial']);
    const { recommendation, structure } = chooseK(X, { columnGroups: [[2, 3, 4]], kMax: 6, ...FEWER });
    expect([recommendation.k, structure.verdict]).toEqual([2, 'clear']);
    expect(structure.summary).toMatch(/Plan divides customers by itself/);
  });

  test('rows far out hide no groups', () => {
    const far = [
      [90, 0, 0],
      [0, -80, 10],
      [10, 20, 95],
    ];
    const rows = [...blobs(CENTERS.slice(0, 3), 150, 3).toRows(), ...far];
    const { recommendation, structure } = chooseK(rows, { kMax: 6, ...FEWER });
    expect([recommendation.k, structure.verdict, structure.farRows]).toEqual([3, 'clear', 3]);
    expect(structure.summary).toMatch(
      /3 customers lie far from all others and were left out of this judgment/,
    );
    expect(recommendation.reasons.join(' ')).toContain(
      'Judged without 3 customers far from all others: at the border of the two segments',
    );
  });

  describe('shapes of one cloud', () => {
    const random = new Random(12);
    const halfMoon = () => {
      const [angle, radius] = [Math.PI * random.uniform(), 1 + 0.1 * random.normal()];
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    };
    const withYesOrNo = () => {
      const shared = random.normal();
      const yes = Number(random.uniform() < 0.5);
      return [shared + 0.4 * random.normal(), shared + 0.4 * random.normal(), 2 * yes];
    };
    const three = (draw: () => number) => () => [draw(), draw(), draw()];
    const shapes: [string, () => number[]][] = [
      ['a half-moon', halfMoon],
      ['a cloud and a yes or no', withYesOrNo],
      ['log-normal columns', three(() => Math.exp(0.8 * random.normal()))],
      ['many zeros', three(() => (random.uniform() < 0.5 ? 0 : Math.exp(0.6 * random.normal())))],
      ['heavy tails', three(() => random.normal() / Math.sqrt(random.uniform() + 0.05))],
    ];

    test.each(shapes)('%s is no structure', (_, draw) => {
      const X = Matrix.fromRows(Array.from({ length: 300 }, draw));
      expect(chooseK(X, { kMax: 6, ...FEWER }).structure.verdict).toBe('none');
    });
  });

  describe('columns of few values', () => {
    const few = { references: 6, resamples: 5, kMax: 6, seed: 2 };

    test('answers independent of each other are no structure, though their combinations lie apart', () => {
      const X = answers([[0.5, 0.4, 0.3]], 300, 3);
      expect(chooseK(X, few).structure.verdict).toBe('none');
      expect(chooseK(X, { ...few, reference: 'pca' }).structure.verdict).not.toBe('none');
    });

    test('answers that go together are', () => {
      const kinds = [
        [0.95, 0.9, 0.95, 0.9, 0.05],
        [0.05, 0.1, 0.05, 0.1, 0.95],
      ];
      const { recommendation, structure } = chooseK(answers(kinds, 300, 4), few);
      expect(recommendation.k).toBe(2);
      expect(structure.verdict).not.toBe('none');
    });
  });

  test('a constant column makes no difference to the answer', () => {
    const X = blobs(CENTERS.slice(0, 3), 90, 2);
    const wider = Matrix.fromRows(X.toRows().map((row) => [...row, 7]));
    expect(chooseK(wider, { references: 5, resamples: 5 }).recommendation.k).toBe(3);
  });

  test.each([
    [{ kMin: 1 }, /`kMin` is 1.*at least 2/],
    [{ kMin: 5, kMax: 4 }, /`kMax` is 4.*at least 5/],
    [{ kMax: 50 }, /`kMax` is 50 but the table has 20 distinct rows; ask for at most 19/],
    [{ resamples: 0 }, /`resamples` is 0/],
    [{ clusterer: 'ward' }, /`clusterer` is 'ward'; it must be a function/],
    [{ onProgress: 5 }, /`onProgress` is 5; it must be a function/],
    [{ clusterer: () => 7 }, /`clusterer` returned 7; it must be a clusterer/],
    [null, /chooseK was given null for its options/],
    [{ kmax: 4 }, /no option `kmax`/],
  ])('refuses %j', (options, message) => {
    expect(() => chooseK(uniform(20, 2, 1), options as never)).toThrow(message);
  });

  test('refuses a table in which all rows are equal', () => {
    expect(() => chooseK([[1], [1], [1]])).toThrow(/1 distinct row; there is nothing to cluster/);
  });
});

describePublished('chooseK on the published files', () => {
  test('mall customers, income and score: five clear segments', () => {
    const X = readColumns('Mall_Customers.csv', ['Annual Income (k$)', 'Spending Score (1-100)']);
    const { table, recommendation, structure, preferredBy } = chooseK(X, { nInit: 30 }); // k = 2 has many local optima close together
    const published: [number, number][] = [
      [181363.6, 0.2969],
      [106348.37, 0.4676],
      [73679.79, 0.4932],
      [44448.46, 0.5539],
      [37233.81, 0.5398],
    ];
    published.forEach(([inertia, mean], i) => {
      expect(table[i].inertia).toBeCloseTo(inertia, 1);
      expect(table[i].silhouette).toBeCloseTo(mean, 4);
    });
    expect(preferredBy).toMatchObject({ silhouette: 5, elbow: 5 });
    expect([recommendation.k, structure.verdict]).toEqual([5, 'clear']);
  });

  test('loyalty members, six numeric columns: no clear structure', () => {
    const X = readColumns('customer_segmentation_data.csv', [
      'age',
      'income',
      'spending_score',
      'membership_years',
      'purchase_frequency',
      'last_purchase_amount',
    ]);
    const { table, structure, preferredBy } = chooseK(standardized(X), FEWER);
    expect(table[0].silhouette).toBeCloseTo(0.1291, 2);
    expect(table[2].silhouette).toBeCloseTo(0.1269, 2);
    expect(preferredBy.gap).toBe(1);
    expect(structure.verdict).toBe('none');
  });

  test('loyalty members, income and score: a silhouette of 0.42 that noise has too', () => {
    const X = readColumns('customer_segmentation_data.csv', ['income', 'spending_score']);
    const { table, structure } = chooseK(standardized(X), FEWER);
    expect(table[2].silhouette).toBeCloseTo(0.419, 3);
    expect(table[2].inertia).toBeCloseTo(488.23, 1);
    expect(structure.verdict).toBe('none');
  });
});
