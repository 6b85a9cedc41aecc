import fc from 'fast-check';
import { AgglomerativeClustering, AgglomerativeModel } from '../../../src/cluster/hierarchy/agglomerative';
import { cutTree } from '../../../src/cluster/hierarchy/cutTree';
import { linkageMatrix } from '../../../src/cluster/hierarchy/linkage';
import { LINKAGES } from '../../../src/cluster/hierarchy/linkages';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';

const LINE = [[0], [1], [5], [7], [30]];

function normalRows(count: number, seed: number): number[][] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => [random.normal(), random.normal()]);
}

describe('AgglomerativeClustering', () => {
  test('joins what is near on a line, worked by hand', () => {
    const model = new AgglomerativeClustering({ nClusters: 3, linkage: 'single' }).fit(LINE);
    expect(model.linkageMatrix.toRows()).toEqual([
      [0, 1, 1, 2],
      [2, 3, 2, 2],
      [5, 6, 4, 4],
      [4, 7, 23, 5],
    ]);
    expect([...model.labels]).toEqual([0, 0, 1, 1, 2]);
    expect(model.centroids.toRows()).toEqual([[0.5], [6], [30]]);
    expect([model.nClusters, model.linkage]).toEqual([3, 'single']);
  });

  test('ward’s heights on the same line: √(2·|A||B|/(|A|+|B|)) times the distance of the means', () => {
    const heights = new AgglomerativeClustering().fit(LINE).linkageMatrix.column('height');
    const expected = [1, 2, Math.sqrt(2) * 5.5, Math.sqrt((2 * 4) / 5) * (30 - 13 / 4)];
    for (const [i, height] of heights.entries()) expect(height).toBeCloseTo(expected[i], 12);
  });

  test('makes two segments by ward unless told otherwise', () => {
    const model = new AgglomerativeClustering().fit(LINE);
    expect([model.nClusters, model.linkage]).toEqual([2, 'ward']);
    expect([...model.labels]).toEqual([0, 0, 0, 0, 1]);
  });

  test('a height joins up to and including itself', () => {
    const segments = (distanceThreshold: number) =>
      new AgglomerativeClustering({ distanceThreshold, linkage: 'single' }).fit(LINE).nClusters;
    expect([0, 1, 1.9, 2, 4, 22.9, 23].map(segments)).toEqual([5, 4, 4, 3, 2, 2, 1]);
  });

  test('cuts the fitted hierarchy elsewhere', () => {
    const model = new AgglomerativeClustering({ linkage: 'single' }).fit(LINE);
    expect([...model.cut({ nClusters: 4 })]).toEqual([0, 0, 1, 2, 3]);
    expect([...model.cut({ height: 4 })]).toEqual([0, 0, 0, 0, 1]);
    expect([...model.cut({ nClusters: 1 })]).toEqual([0, 0, 0, 0, 0]);
  });

  test('cutting by number and by the height between two merges agree', () => {
    const rows = normalRows(40, 3);
    for (const linkage of LINKAGES) {
      const model = new AgglomerativeClustering({ linkage }).fit(rows);
      const heights = model.linkageMatrix.column('height');
      for (const k of [1, 2, 7, 40]) {
        const below = k === 40 ? 0 : heights[39 - k];
        expect(model.cut({ height: below })).toEqual(model.cut({ nClusters: k }));
      }
    }
  });

  test('a finer cut only splits segments, never mixes them', () => {
    const split = fc.record({ seed: fc.integer(), coarse: fc.integer({ min: 1, max: 14 }) });
    fc.assert(
      fc.property(split, fc.constantFrom(...LINKAGES), ({ seed, coarse }, linkage) => {
        const model = new AgglomerativeClustering({ linkage }).fit(normalRows(15, seed));
        const above = model.cut({ nClusters: coarse });
        const below = model.cut({ nClusters: coarse + 1 });
        expect(new Set(below).size).toBe(coarse + 1);
        const parents = new Map<number, number>();
        below.forEach((label, i) => {
          expect(parents.get(label) ?? above[i]).toBe(above[i]);
          parents.set(label, above[i]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('refuses options that contradict or do not exist', () => {
    expect(() => new AgglomerativeClustering({ nClusters: 3, distanceThreshold: 1 })).toThrow(/both given/);
    expect(() => new AgglomerativeClustering({ distanceThreshold: -1 })).toThrow(
      /`distanceThreshold` is -1.*at least 0/,
    );
    expect(() => new AgglomerativeClustering({ linkage: 'median' as never })).toThrow(/'median'.*'ward'/);
    expect(() => new AgglomerativeClustering({ k: 3 } as never)).toThrow(/no option `k`/);
  });

  test('refuses more segments than distinct rows', () => {
    const duplicates = [[1], [1], [1], [2], [2]];
    expect(() => new AgglomerativeClustering({ nClusters: 3 }).fit(duplicates)).toThrow(
      /`nClusters` is 3 but the table has 2 distinct rows among its 5; ask for at most 2/,
    );
    expect([...new AgglomerativeClustering({ nClusters: 2 }).fit(duplicates).labels]).toEqual([
      0, 0, 0, 1, 1,
    ]);
  });

  test('refuses more segments than rows, before any work', () => {
    expect(() => new AgglomerativeClustering({ nClusters: 6 }).fit(LINE)).toThrow(
      '`nClusters` is 6 but the table has 5 rows',
    );
  });

  test('a model of named columns keeps their names', () => {
    const model = new AgglomerativeClustering({ linkage: 'average' }).fit(Matrix.fromRows(LINE, ['spend']));
    const loaded = AgglomerativeModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(loaded.centroids.columns).toEqual(['spend']);
    expect(loaded.predict([[2], [29]])).toEqual(Int32Array.of(0, 1));
  });

  test('takes a single row', () => {
    const model = new AgglomerativeClustering({ nClusters: 1 }).fit([[2, 3]]);
    expect([...model.labels]).toEqual([0]);
    expect([...AgglomerativeModel.fromJSON(JSON.parse(JSON.stringify(model))).predict([[9, 9]])]).toEqual([
      0,
    ]);
  });
});

describe('predict', () => {
  // Segments {0, 10} and {16, 17}: the new row 12.2 is nearer to one or the other by what "near" means.
  const rows = [[0], [10], [16], [17]];
  const labels = Int32Array.of(0, 0, 1, 1);
  const place = (linkage: 'ward' | 'complete' | 'average' | 'single', at: number) => {
    const fitted = new AgglomerativeClustering({ linkage }).fit(rows);
    const json = { ...fitted.toJSON(), labels: Array.from(labels), centroids: [[5], [16.5]] };
    return AgglomerativeModel.fromJSON(json).predict([[at]])[0];
  };

  test('ward takes the nearest centroid: 5 or 16.5, the border at 10.75', () => {
    expect([place('ward', 10.7), place('ward', 10.8)]).toEqual([0, 1]);
  });

  test('the distances of ward are those to the centroids', () => {
    const model = new AgglomerativeClustering({ nClusters: 2 }).fit([[0], [2], [10]]);
    expect(model.distances([[4], [10]]).toRows()).toEqual([
      [3, 6],
      [9, 0],
    ]);
  });

  test('single takes the nearest row: 10 or 16, the border at 13', () => {
    expect([place('single', 12.9), place('single', 13.1)]).toEqual([0, 1]);
  });

  test('complete takes the nearest farthest row: 0 or 17, the border at 8.5', () => {
    expect([place('complete', 8.4), place('complete', 8.6)]).toEqual([0, 1]);
  });

  test('average takes the smallest mean distance: for 10 ≤ x ≤ 16, x − 5 or 16.5 − x', () => {
    expect([place('average', 10.7), place('average', 10.8)]).toEqual([0, 1]);
  });

  test('a model that must keep its rows keeps its own', () => {
    const data = normalRows(20, 8);
    const model = new AgglomerativeClustering({ linkage: 'single' }).fit(data);
    const before = model.predict(data);
    expect(before).toEqual(model.labels);
    for (const row of data) row.fill(0);
    expect(model.predict(normalRows(20, 8))).toEqual(before);
  });
});

describe('cutTree', () => {
  const tree = linkageMatrix(LINE, 'single');

  test.each([
    [{ nClusters: 0 }, /`nClusters` is 0/],
    [{ nClusters: 6 }, /`nClusters` is 6 but the table has 5 rows; ask for at most 5/],
    [{ height: Number.NaN }, /`height` is NaN/],
    [{ nClusters: 2, height: 3 }, /both/],
    [{ k: 2 }, /no option `k`/],
  ])('refuses %j', (cut, message) => {
    expect(() => cutTree(tree, cut as never)).toThrow(message);
  });

  test('numbers the largest segment 0', () => {
    const labels = cutTree(linkageMatrix([[0], [10], [11], [12]], 'single'), { nClusters: 2 });
    expect([...labels]).toEqual([1, 0, 0, 0]);
  });
});
