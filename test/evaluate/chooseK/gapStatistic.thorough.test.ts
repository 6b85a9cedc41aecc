import { Matrix } from '../../../src/core/matrix';
import type { Progress } from '../../../src/core/progress';
import { gapStatistic } from '../../../src/evaluate/chooseK/gapStatistic';
import {
  bestWithinOneStandardError,
  firstWithinOneStandardError,
  gapsOf,
} from '../../../src/evaluate/indices/gap';
import { blobs, stretchedCloud, uniform } from '../syntheticTables';

const THREE = [
  [0, 0],
  [10, 0],
  [0, 10],
];

describe('gapsOf', () => {
  test('worked by hand: mean of two references less the data, spread 0.5 times √1.5', () => {
    const { gap, standardError } = gapsOf(
      [1, 0.5],
      [
        [2, 3],
        [3, 3],
      ],
    );
    expect([...gap]).toEqual([1.5, 2.5]);
    expect(standardError[0]).toBeCloseTo(0.5 * Math.sqrt(1.5), 14);
    expect(standardError[1]).toBe(0);
  });
});

describe('the one-standard-error rules', () => {
  const gaps = {
    gap: Float64Array.of(0.4, 0.2, 0.3, 0.9, 0.95, 0.8),
    standardError: new Float64Array(6).fill(0.1),
  };

  test('the first stops where the next is no better', () => {
    expect(firstWithinOneStandardError(gaps)).toBe(0);
  });

  test('the best looks past it and takes the smallest that is as good', () => {
    expect(bestWithinOneStandardError(gaps)).toBe(3);
  });

  test('both take the last of a curve that keeps rising', () => {
    const rising = { gap: Float64Array.of(1, 2, 3), standardError: new Float64Array(3).fill(0.1) };
    expect([firstWithinOneStandardError(rising), bestWithinOneStandardError(rising)]).toEqual([2, 2]);
  });
});

describe('gapStatistic', () => {
  test.each(['pca', 'box'] as const)('finds three separate clusters (%s)', (reference) => {
    const { ks, k, gap, standardError } = gapStatistic(blobs(THREE, 150, 1), { kMax: 6, reference });
    expect(ks).toEqual([1, 2, 3, 4, 5, 6]);
    expect(k).toBe(3);
    expect(gap.indexOf(Math.max(...gap))).toBe(2);
    expect(standardError.every((error) => error > 0)).toBe(true);
  });

  test.each([1, 2, 3])('prefers one cluster on uniform noise (seed %i)', (seed) => {
    expect(gapStatistic(uniform(300, 2, seed), { kMax: 5 }).k).toBe(1);
  });

  test('along principal axes a stretched cloud is one cluster, where a box is fooled', () => {
    const cloud = stretchedCloud(300, 4);
    expect(gapStatistic(cloud, { kMax: 5, reference: 'pca' }).k).toBe(1);
    expect(gapStatistic(cloud, { kMax: 5, reference: 'box' }).k).toBeGreaterThan(1);
  });

  test('repeats itself for a seed', () => {
    const X = uniform(80, 2, 5);
    const options = { kMax: 3, references: 5, seed: 9 };
    expect(gapStatistic(X, options)).toEqual(gapStatistic(X, options));
    expect(gapStatistic(X, { ...options, seed: 10 }).gap).not.toEqual(gapStatistic(X, options).gap);
  });

  test('the units make no difference', () => {
    const X = blobs(THREE, 90, 2);
    const scaled = new Matrix(
      X.data.map((value) => 1024 * value),
      X.rows,
      X.cols,
    );
    const [a, b] = [X, scaled].map((table) => gapStatistic(table, { kMax: 4, references: 4 }).gap);
    a.forEach((gap, i) => {
      expect(gap).toBeCloseTo(b[i], 6);
    });
  });

  test('tells its progress', () => {
    const told: Progress[] = [];
    gapStatistic(uniform(30, 2, 1), {
      kMax: 2,
      references: 3,
      onProgress: (progress) => told.push(progress),
    });
    expect(told.map(({ done, total }) => [done, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('tries fewer k on a table with few distinct rows, and refuses to be told more', () => {
    const few = [[0], [0], [1], [1], [5], [5]];
    expect(gapStatistic(few, { references: 3 }).ks).toEqual([1, 2, 3]); // rows are repeated
    expect(() => gapStatistic(few, { kMax: 4 })).toThrow(/`kMax` is 4.*3 distinct rows; ask for at most 3/);
    expect(() => gapStatistic([[1], [1]])).toThrow(/nothing to cluster/);
  });

  test.each([
    [{ references: 1 }, /`references` is 1/],
    [{ reference: 'normal' }, /'normal'.*'pca', 'box'/],
    [{ rule: 'last' }, /'last'.*'first', 'best'/],
    [{ clusterer: 5 }, /`clusterer` is 5; it must be a function/],
    [{ onProgress: 'yes' }, /`onProgress` is 'yes'/],
    [{ B: 10 }, /no option `B`/],
  ])('refuses %j', (options, message) => {
    expect(() => gapStatistic([[1], [2]], options as never)).toThrow(message);
  });
});
