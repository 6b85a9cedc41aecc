import fc from 'fast-check';
import { linkageMatrix, MAX_ROWS } from '../../../src/cluster/hierarchy/linkage';
import { LINKAGES, type Linkage } from '../../../src/cluster/hierarchy/linkages';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';

const X = [
  [-2.406, -3.973, -0.745],
  [1.261, 3.408, 0.329],
  [-1.658, -2.354, 2.246],
  [4.904, 0.818, -3.7],
  [-2.875, 4.8, 0.609],
  [-5.196, -0.251, -3.49],
  [-1.888, -1.464, -2.14],
  [1.66, -0.189, -1.768],
  [1.229, 2.49, -4.929],
  [-0.77, -2.942, -0.519],
  [-3.868, 0.062, -0.114],
  [-0.913, -3.144, -1.189],
  [-3.274, -4.066, 0.674],
  [-3.328, 3.511, 2.15],
];

/** scipy 1.x, `linkage(X, method)`. */
const SCIPY: Record<Linkage, number[][]> = {
  ward: [
    [9, 11, 0.7142499562478111, 2],
    [0, 12, 1.6660234091992825, 2],
    [4, 13, 2.059468620785468, 2],
    [6, 14, 2.6437849761279755, 3],
    [2, 15, 3.5357708259067544, 3],
    [5, 10, 3.64128123055608, 2],
    [3, 7, 3.9077114786022777, 2],
    [8, 20, 4.284177750747511, 3],
    [17, 18, 4.41774705025084, 6],
    [1, 16, 5.2527723156443775, 3],
    [19, 22, 7.363099358739271, 8],
    [21, 23, 11.803748698330262, 6],
    [24, 25, 14.721733148001034, 14],
  ],
  complete: [
    [9, 11, 0.7142499562478111, 2],
    [0, 12, 1.6660234091992825, 2],
    [4, 13, 2.059468620785468, 2],
    [6, 14, 2.4621228645215902, 3],
    [2, 15, 3.4823477712600734, 3],
    [5, 10, 3.64128123055608, 2],
    [3, 7, 3.9077114786022777, 2],
    [8, 20, 4.220385053522961, 3],
    [17, 18, 4.481294009546796, 6],
    [1, 16, 4.938174865271581, 3],
    [19, 22, 7.059868908131369, 8],
    [23, 24, 8.88925227451668, 11],
    [21, 25, 10.481651396607312, 14],
  ],
  average: [
    [9, 11, 0.7142499562478111, 2],
    [0, 12, 1.6660234091992825, 2],
    [4, 13, 2.059468620785468, 2],
    [6, 14, 2.3124293160080427, 3],
    [15, 17, 2.8070787923604557, 5],
    [2, 18, 3.47200824617686, 6],
    [5, 10, 3.64128123055608, 2],
    [3, 7, 3.9077114786022777, 2],
    [8, 21, 4.1931425381635785, 3],
    [1, 16, 4.655554903237628, 3],
    [19, 20, 4.874135576273064, 8],
    [23, 24, 7.243865281683678, 11],
    [22, 25, 7.3216521703363675, 14],
  ],
  single: [
    [9, 11, 0.7142499562478111, 2],
    [0, 12, 1.6660234091992825, 2],
    [14, 15, 1.7644902946743573, 4],
    [4, 13, 2.059468620785468, 2],
    [6, 16, 2.1627357674944947, 5],
    [2, 18, 2.8308274408730743, 6],
    [10, 19, 3.2177246619311606, 7],
    [5, 20, 3.64128123055608, 8],
    [7, 21, 3.7884446676703623, 9],
    [3, 22, 3.9077114786022777, 10],
    [17, 23, 4.160876950836206, 12],
    [8, 24, 4.1659000228041965, 13],
    [1, 25, 4.182704746931105, 14],
  ],
};

/** scipy's heights of eight rows with duplicates and ties. */
const TIED = [
  [0, 0],
  [0, 0],
  [0, 0],
  [1, 0],
  [1, 0],
  [5, 5],
  [5, 5],
  [9, 1],
];
const SCIPY_TIED: Record<Linkage, number[]> = {
  ward: [0, 0, 0, 0, 1.5491933384829666, 6.531972647421808, 13.506788416693784],
  complete: [0, 0, 0, 0, 1, 5.656854249492381, 9.055385138137417],
  average: [0, 0, 0, 0, 1, 5.656854249492381, 7.421971648795573],
  single: [0, 0, 0, 0, 1, 5.656854249492381, 6.4031242374328485],
};

describe.each([...LINKAGES])('linkageMatrix, %s', (linkage) => {
  test('is scipy’s, merge by merge', () => {
    const tree = linkageMatrix(X, linkage);
    expect(tree.toRows().map(([a, b, , size]) => [a, b, size])).toEqual(
      SCIPY[linkage].map(([a, b, , size]) => [a, b, size]),
    );
    expectClose(tree.column('height'), column(SCIPY[linkage], 2), 1e-12);
  });

  test('is scipy’s a million away from the origin', () => {
    const far = X.map((row) => row.map((value) => value + 1e6));
    expectClose(linkageMatrix(far, linkage).column('height'), column(SCIPY[linkage], 2), 1e-6);
  });

  test('has scipy’s heights among duplicates and ties', () => {
    expectClose(linkageMatrix(TIED, linkage).column('height'), SCIPY_TIED[linkage], 1e-12);
  });

  test('agrees with joining the nearest pair again and again', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 2, max: 25 }),
      cols: fc.integer({ min: 1, max: 6 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(sizes, ({ rows, cols, seed }) => {
        const random = new Random(seed);
        const data = Matrix.fromRows(
          Array.from({ length: rows }, () => Array.from({ length: cols }, () => random.normal())),
        );
        expectClose(linkageMatrix(data, linkage).column('height'), naiveHeights(data, linkage), 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test('of any table, ties and duplicates included, is a tree with rising heights', () => {
    const row = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        expectTree(linkageMatrix(rows, linkage), rows.length);
      }),
    );
  });

  test('of one row has no merges', () => {
    const tree = linkageMatrix([[3, 4]], linkage);
    expect([tree.rows, tree.cols]).toEqual([0, 4]);
  });

  test('refuses more rows than it can take, with the remedy', () => {
    const many = Matrix.zeros(MAX_ROWS[linkage] + 1, 1);
    expect(() => linkageMatrix(many, linkage)).toThrow(/takes at most \d+.*random sample.*`KMeans`/);
  });
});

test('heights of equal rows are exactly 0, however many and wherever they lie', () => {
  const rows = Array.from({ length: 30 }, (_, i) => (i % 2 ? [0.1, 1e6 / 3] : [0.7, -1 / 7]));
  for (const linkage of LINKAGES) {
    const zeros = linkageMatrix(rows, linkage)
      .column('height')
      .filter((height) => height === 0);
    expect(zeros).toHaveLength(28);
  }
});

test('an unknown linkage is refused with the known ones', () => {
  expect(() => linkageMatrix(X, 'median' as Linkage)).toThrow(
    /'median'.*'ward', 'complete', 'average', 'single'/,
  );
});

function column(rows: readonly (readonly number[])[], j: number): number[] {
  return rows.map((row) => row[j]);
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(tolerance * (1 + expected[i]));
  }
}

function expectTree(tree: Matrix, n: number): void {
  const children = tree.toRows().flatMap((row) => row.slice(0, 2));
  expect([...children].sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * n - 2 }, (_, i) => i));
  const sizeOf = (cluster: number): number => (cluster < n ? 1 : tree.get(cluster - n, 3));
  tree.toRows().forEach(([a, b, height, size], i) => {
    expect(a).toBeLessThan(b);
    expect(b).toBeLessThan(n + i);
    expect(size).toBe(sizeOf(a) + sizeOf(b));
    if (i > 0) expect(height).toBeGreaterThanOrEqual(tree.get(i - 1, 2));
  });
}

/** The textbook O(n³): every distance from its definition, every time. */
function naiveHeights(X: Matrix, linkage: Linkage): number[] {
  let clusters = Array.from({ length: X.rows }, (_, i) => [i]);
  const heights: number[] = [];
  while (clusters.length > 1) {
    let best = { height: Infinity, a: clusters[0], b: clusters[0] };
    for (const a of clusters) {
      for (const b of clusters.slice(clusters.indexOf(a) + 1)) {
        const height = between(X, a, b, linkage);
        if (height < best.height) best = { height, a, b };
      }
    }
    heights.push(best.height);
    clusters = [
      ...clusters.filter((cluster) => cluster !== best.a && cluster !== best.b),
      [...best.a, ...best.b],
    ];
  }
  return heights;
}

function between(X: Matrix, a: number[], b: number[], linkage: Linkage): number {
  if (linkage === 'ward') {
    return Math.sqrt(2 * (scatter(X, [...a, ...b]) - scatter(X, a) - scatter(X, b)));
  }
  const distances = a.flatMap((i) =>
    b.map((j) => Math.hypot(...X.row(i).map((value, c) => value - X.get(j, c)))),
  );
  if (linkage === 'single') return Math.min(...distances);
  if (linkage === 'complete') return Math.max(...distances);
  return distances.reduce((sum, distance) => sum + distance) / distances.length;
}

function scatter(X: Matrix, rows: number[]): number {
  let sum = 0;
  for (let c = 0; c < X.cols; c++) {
    const mean = rows.reduce((total, i) => total + X.get(i, c), 0) / rows.length;
    sum += rows.reduce((total, i) => total + (X.get(i, c) - mean) ** 2, 0);
  }
  return sum;
}
