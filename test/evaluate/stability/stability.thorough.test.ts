import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import type { Clusterer, ClusterModel } from '../../../src/core/estimator';
import { Matrix, toMatrix } from '../../../src/core/matrix';
import { stability } from '../../../src/evaluate/stability/stability';
import { blobs, uniform } from '../syntheticTables';

const THREE = [
  [0, 0],
  [20, 0],
  [0, 20],
];

/** Labels five rows one way when fitted and another way when asked, whatever they are. */
const fickle: Clusterer = {
  fit: (): ClusterModel => ({
    labels: Int32Array.of(0, 0, 1, 1, -1),
    nClusters: 2,
    predict: () => Int32Array.of(0, 1, 1, 1, -1),
    distances: () => Matrix.zeros(5, 2),
    toJSON: () => ({ type: 'Fickle', version: 1 }),
  }),
};

/** Below 3 one segment, from there on another; asked again, everybody belongs to the second. */
const halved: Clusterer = {
  fit: (X): ClusterModel => ({
    labels: Int32Array.from(toMatrix(X).data, (value) => (value < 3 ? 1 : 0)),
    nClusters: 2,
    predict: (rows) => new Int32Array(toMatrix(rows).rows),
    distances: () => Matrix.zeros(5, 2),
    toJSON: () => ({ type: 'Halved', version: 1 }),
  }),
};

describe('stability', () => {
  test.each(['bootstrap', 'subsample'] as const)('separate segments come back every time (%s)', (scheme) => {
    const found = stability(blobs(THREE, 120, 1), new KMeans({ nClusters: 3 }), { scheme, resamples: 8 });
    expect(found.adjustedRand).toBe(1);
    expect([...found.scores]).toEqual(new Array(8).fill(1));
    expect([...found.jaccard]).toEqual([1, 1, 1]);
  });

  test('segments of noise do not', () => {
    const found = stability(uniform(300, 6, 1), new KMeans({ nClusters: 5, nInit: 3 }));
    expect(found.adjustedRand).toBeLessThan(0.65);
    expect(found.scores).toHaveLength(100);
    expect(found.adjustedRand).toBeCloseTo(found.scores.reduce((sum, score) => sum + score) / 100, 12);
    expect(Math.max(...found.jaccard)).toBeLessThan(0.75);
  });

  test('tells the segment that holds from those that do not', () => {
    const round = blobs([[0, 0]], 150, 3).toRows();
    const far = blobs([[60, 0]], 60, 4).toRows();
    const found = stability(Matrix.fromRows([...round, ...far]), new KMeans({ nClusters: 3 }), {
      resamples: 20,
    });
    const farSegment = new KMeans({ nClusters: 3 }).fit([...round, ...far]).predict([[60, 0]])[0];
    expect(found.jaccard[farSegment]).toBeCloseTo(1, 2);
    expect(Math.min(...found.jaccard)).toBeLessThan(0.9);
  });

  test('worked by hand, noise included', () => {
    const { scores, jaccard, agreement } = stability([[1], [2], [3], [4], [5]], fickle, {
      scheme: 'subsample',
      fraction: 1,
      resamples: 1,
    });
    // Pairs together: 1 in both, 2 and 3 in either, of 10: 0.6 are expected, 2.5 are the most.
    expect(scores[0]).toBeCloseTo((1 - 0.6) / (2.5 - 0.6), 14);
    expect([...jaccard]).toEqual([1, 1]); // of the rows drawn, as they were fitted
    expect([...agreement]).toEqual([1, 1, 1, 1, 1]);
  });

  test('segments are judged by the rows drawn alone, not by where the others would go', () => {
    const { jaccard, agreement, scores } = stability([[1], [2], [3], [4], [5]], halved, {
      scheme: 'subsample', // of four, so that each segment has a row
      resamples: 50,
    });
    expect([...jaccard]).toEqual([1, 1]); // though no row of a resample's first half is placed there again
    expect([...agreement]).toEqual([1, 1, 1, 1, 1]);
    expect(Math.max(...scores)).toBeLessThan(1);
  });

  test('a subsample has the share of rows asked for, a bootstrap what is drawn of n: each row once', () => {
    const seen: number[][] = [];
    const spy: Clusterer = {
      fit: (X) => {
        seen.push(Array.from(toMatrix(X).data));
        return halved.fit(X);
      },
    };
    const rows = [[1], [2], [3], [4], [5]];
    stability(rows, spy, { scheme: 'subsample', fraction: 0.6, resamples: 2 });
    stability(rows, spy, { resamples: 6 });
    const [all, ...drawn] = seen;
    expect(all).toEqual([1, 2, 3, 4, 5]);
    for (const sample of drawn.slice(0, 2)) expect(sample).toHaveLength(3);
    expect(drawn.every((sample) => new Set(sample).size === sample.length)).toBe(true);
    expect(drawn.slice(3).some((sample) => sample.length < 5)).toBe(true);
  });

  test('repeats itself for a seed and tells its progress', () => {
    const X = uniform(60, 3, 2);
    const told: number[] = [];
    const run = (seed: number) =>
      stability(X, new KMeans({ nClusters: 3 }), {
        resamples: 4,
        seed,
        onProgress: ({ done }) => told.push(done),
      });
    expect(run(1)).toEqual(run(1));
    expect(run(2).scores).not.toEqual(run(1).scores);
    expect(told.slice(0, 4)).toEqual([1, 2, 3, 4]);
  });

  test('says what is wrong with a clusterer', () => {
    expect(() => stability([[1], [2]], null as never)).toThrow('`clusterer` is null; it must be a clusterer');
  });

  test.each([
    [{ resamples: 0 }, /`resamples` is 0/],
    [{ fraction: 0 }, /`fraction` is 0/],
    [{ scheme: 'jackknife' }, /'jackknife'.*'bootstrap', 'subsample'/],
    [{ n: 3 }, /no option `n`/],
  ])('refuses %j', (options, message) => {
    expect(() => stability([[1], [2]], new KMeans({ nClusters: 1 }), options as never)).toThrow(message);
  });
});
