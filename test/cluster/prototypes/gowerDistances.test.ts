import fc from 'fast-check';
import { cutTree } from '../../../src/cluster/hierarchy/cutTree';
import { linkageMatrix } from '../../../src/cluster/hierarchy/linkage';
import type { Linkage } from '../../../src/cluster/hierarchy/linkages';
import { gowerDistances } from '../../../src/cluster/prototypes/gowerDistances';
import { DistanceMatrix } from '../../../src/cluster/shared/distanceMatrix';
import { InputError } from '../../../src/core/errors';
import { Matrix } from '../../../src/core/matrix';
import { silhouette } from '../../../src/evaluate/indices/silhouette';

/** Age (range 40), a code, income (range 100). */
const MEMBERS = Matrix.fromRows(
  [
    [20, 0, 100],
    [30, 0, 150],
    [60, 1, 200],
    [20, 2, Number.NaN],
  ],
  ['age', 'city', 'income'],
);
const CITY = { categoricalColumns: ['city'] };

describe('gowerDistances', () => {
  test('worked by hand: the mean over columns, without those that are missing', () => {
    const distances = gowerDistances(MEMBERS, CITY);
    const expected = [
      [0, (0.25 + 0 + 0.5) / 3, 1, (0 + 1) / 2],
      [(0.25 + 0 + 0.5) / 3, 0, (0.75 + 1 + 0.5) / 3, (0.25 + 1) / 2],
      [1, (0.75 + 1 + 0.5) / 3, 0, (1 + 1) / 2],
      [(0 + 1) / 2, (0.25 + 1) / 2, 1, 0],
    ];
    expected.flat().forEach((distance, at) => {
      expect(distances.data[at]).toBeCloseTo(distance, 14);
    });
  });

  test('weights: a column of weight 0 does not count, one of weight 2 counts twice', () => {
    const ageOnly = gowerDistances(MEMBERS, { ...CITY, weights: [1, 0, 0] });
    expect(ageOnly.get(0, 1)).toBe(0.25);
    const twice = gowerDistances(MEMBERS, { ...CITY, weights: [1, 2, 1] });
    expect(twice.get(1, 2)).toBeCloseTo((0.75 + 2 + 0.5) / 4, 14);
  });

  test('a constant column says that all are alike in it', () => {
    expect(
      gowerDistances([
        [1, 5],
        [3, 5],
      ]).get(0, 1),
    ).toBe(0.5);
  });

  test('is the same in any unit', () => {
    const row = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(2));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        const scaled = rows.map(([value, code]) => [value * 1000 + 7, code]);
        const options = { categoricalColumns: [1] };
        const [before, after] = [gowerDistances(rows, options), gowerDistances(scaled, options)];
        before.data.forEach((distance, at) => {
          expect(after.data[at]).toBeCloseTo(distance, 10);
          expect(distance).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      'rows with nothing in common',
      () =>
        gowerDistances([
          [1, NaN],
          [NaN, 2],
        ]),
      /rows 0 and 1.*no known value in common/,
    ],
    ['an infinite value', () => gowerDistances([[1], [Infinity]]), /Infinity in row 1, column 0/],
    ['a text', () => gowerDistances([[1], ['a' as never]]), /'a' in row 1, column 0.*`mixedMatrix`/],
    ['a code that is none', () => gowerDistances([[1], [1.5]], { categoricalColumns: [0] }), /1\.5 in row 1/],
    [
      'weights that do not fit',
      () => gowerDistances(MEMBERS, { weights: [1] }),
      /`weights` has 1 values for 3 columns/,
    ],
    [
      'a negative weight',
      () => gowerDistances(MEMBERS, { weights: [1, -1, 0] }),
      /`weights` holds -1 for column 1/,
    ],
    [
      'weights that count nothing',
      () => gowerDistances(MEMBERS, { weights: [0, 0, 0] }),
      /every weight is 0/,
    ],
    ['an empty table', () => gowerDistances([]), /is empty/],
    ['too many rows', () => gowerDistances(Matrix.zeros(15_001, 1)), /15001 rows.*random sample/],
    ['an unknown option', () => gowerDistances(MEMBERS, { columns: [1] } as never), /no option `columns`/],
  ])('refuses %s', (_, run, message) => {
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });
});

describe('DistanceMatrix', () => {
  test.each<[string, number[][], RegExp]>([
    ['what is not square', [[0, 1]], /1 × 2; it must be square/],
    [
      'a distance that differs on the way back',
      [
        [0, 1],
        [2, 0],
      ],
      /2 from row 1 to row 0 and 1 back/,
    ],
    [
      'a negative distance',
      [
        [0, -1],
        [-1, 0],
      ],
      /-1 from row 1 to row 0/,
    ],
    ['a row away from itself', [[1]], /1 from row 0 to itself/],
    [
      'no number',
      [
        [0, NaN],
        [NaN, 0],
      ],
      /NaN in row 0/,
    ],
    [
      'what is too far to square',
      [
        [0, 1e200],
        [1e200, 0],
      ],
      /at most 1e\+150/,
    ],
  ])('refuses %s', (_, distances, message) => {
    expect(() => new DistanceMatrix(distances)).toThrow(message);
  });
});

/** Euclidean distances, worked out beforehand. */
function euclidean(X: readonly number[][]): DistanceMatrix {
  return new DistanceMatrix(
    X.map((a) => X.map((b) => Math.sqrt(a.reduce((sum, v, c) => sum + (v - b[c]) ** 2, 0)))),
  );
}

const rowsOf = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 2 }), {
  minLength: 2,
  maxLength: 25,
});

describe('distances instead of a table', () => {
  test.each<Exclude<Linkage, 'ward'>>(['single', 'complete', 'average'])(
    '%s linkage joins by them as by the table they are of',
    (linkage) => {
      fc.assert(
        fc.property(rowsOf, (X) => {
          const distances = euclidean(X);
          const before = distances.data.slice();
          expect(linkageMatrix(distances, linkage).toRows()).toEqual(linkageMatrix(X, linkage).toRows());
          expect(distances.data).toEqual(before);
        }),
        { numRuns: 30 },
      );
    },
  );

  test('the silhouette of them is that of the table they are of', () => {
    fc.assert(
      fc.property(rowsOf, (X) => {
        const labels = X.map((_, i) => i % 2);
        expect(silhouette(euclidean(X), labels).samples).toEqual(silhouette(X, labels).samples);
      }),
    );
  });

  test('average linkage of Gower distances, worked by hand', () => {
    const tree = linkageMatrix(gowerDistances(MEMBERS, CITY), 'average');
    expect(tree.toRows()[0]).toEqual([0, 1, 0.25, 2]);
    expect(tree.get(1, 2)).toBeCloseTo((0.5 + 0.625) / 2, 14);
    expect(tree.get(2, 2)).toBeCloseTo((1 + 0.75 + 1) / 3, 14);
    expect([...cutTree(tree, { nClusters: 2 })]).toEqual([0, 0, 1, 0]);
  });

  test('the silhouette of Gower distances, worked by hand', () => {
    const { samples } = silhouette(gowerDistances(MEMBERS, CITY), [0, 0, 1, 1]);
    const [a, b] = [0.25, (1 + 0.5) / 2];
    expect(samples[0]).toBeCloseTo((b - a) / b, 14);
    expect(samples[2]).toBeCloseTo(((1 + 0.75) / 2 - 1) / 1, 14);
  });

  test('ward is refused: its heights are no function of distances alone', () => {
    expect(() => linkageMatrix(gowerDistances(MEMBERS, CITY))).toThrow(/`ward`.*'average'/);
  });
});
