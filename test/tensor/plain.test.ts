import { Matrix } from '../../src/core/matrix';
import { nearestRows } from '../../src/core/nearestRow';
import { Random } from '../../src/core/random';
import { plainEngine } from '../../src/tensor/plain';

function randomTable(rows: number, cols: number, seed: number): Matrix {
  const random = new Random(seed);
  return new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.normal(5, 2)),
    rows,
    cols,
  );
}

describe('assignAndSum', () => {
  /** What a pass over all rows finds. */
  function fullPass(X: Matrix, centers: Matrix, weights?: Float64Array) {
    const labels = nearestRows(centers, X);
    const found = { sums: new Float64Array(centers.rows * X.cols), weights: new Float64Array(centers.rows) };
    labels.forEach((label, i) => {
      const weight = weights?.[i] ?? 1;
      found.weights[label] += weight;
      for (let j = 0; j < X.cols; j++) found.sums[label * X.cols + j] += weight * X.get(i, j);
    });
    return found;
  }

  test.each([
    ['one column', 1, 5],
    ['three columns', 3, 2],
    ['eight columns', 8, 7],
    ['one center', 2, 1],
    ['more centers than the kernel takes at once', 23, 13],
  ])('remembered passes find what full ones do, however centers move: %s', (_, cols, k) => {
    const X = randomTable(700, cols, k);
    const random = new Random(2);
    const weights = Float64Array.from({ length: 700 }, () => random.integer(3));
    const rows = plainEngine.holdRows(X, { centers: k, weights });
    const run = { centers: X.selectRows(Array.from({ length: k }, (_, at) => at)) };
    for (let pass = 0; pass < 30; pass++) {
      const [{ sums, weights: totals }] = rows.assignAndSum([run]);
      const expected = fullPass(X, run.centers, weights);
      expect([...totals]).toEqual([...expected.weights]);
      sums.forEach((sum, at) => {
        const center = Math.floor(at / cols);
        expect(sum + totals[center] * rows.offset[at % cols]).toBeCloseTo(expected.sums[at], 6);
      });
      const far = pass % 7 === 6 ? 20 : 1 / (1 + pass); // now and then one goes far away, and comes back
      run.centers = new Matrix(
        run.centers.data.map((value, at) =>
          at < cols && far > 1 ? 5 + far * random.normal() : value + far * random.normal(),
        ),
        k,
        cols,
      );
    }
    rows.dispose();
  });

  test('an empty center has the weight 0 exactly, whatever was taken from it', () => {
    const X = Matrix.fromRows([[0.1], [0.2], [0.3], [9]]);
    const rows = plainEngine.holdRows(X, { centers: 2, weights: Float64Array.of(0.1, 0.2, 0.3, 1) });
    const run = { centers: Matrix.fromRows([[0.2], [9]]) };
    expect([...rows.assignAndSum([run])[0].weights]).toEqual([expect.closeTo(0.6, 12), 1]);
    run.centers = Matrix.fromRows([[-90], [9]]);
    expect([...rows.assignAndSum([run])[0].weights]).toEqual([0, expect.closeTo(1.6, 12)]);
  });
});

test('the Gram matrix of three points, by hand', () => {
  const X = Matrix.fromRows([
    [1, 0],
    [2, 3],
    [3, 6],
  ]);
  expect([...plainEngine.gramMatrix(X, Float64Array.of(2, 3)).data]).toEqual([2, 6, 6, 18]);
});

describe('distanceSums', () => {
  const labelings = [
    { labels: Int32Array.of(0, 0, 1, -1), nClusters: 2 },
    { labels: Int32Array.of(2, 0, 0, 1), nClusters: 3 },
  ];
  const expected = [
    [1, 5, 9, 6, 9, 0],
    [1, 4, 8, 4, 8, 1],
    [9, 0, 4, 4, 4, 5],
    [17, 4, 0, 12, 0, 9],
  ];

  test('by hand, with noise: every row to every cluster of every labeling', () => {
    const data = Float64Array.of(0, 1, 5, 9);
    const found = plainEngine.distanceSums({ rows: 4, cols: 1, data, known: false }, labelings);
    expect([found.width, found.offsets]).toEqual([7, [0, 3]]);
    const rows = expected.map((_, i) => [...found.sums.subarray(i * 7, i * 7 + 6)]);
    expect(rows).toEqual(expected);
  });

  test('distances that are known are looked up', () => {
    const at = [0, 1, 5, 9];
    const data = Float64Array.from(at.flatMap((a) => at.map((b) => Math.abs(a - b))));
    const found = plainEngine.distanceSums({ rows: 4, cols: 4, data, known: true }, labelings);
    expect(expected.map((_, i) => [...found.sums.subarray(i * 7, i * 7 + 6)])).toEqual(expected);
  });

  test.each([1, 2, 3, 4])('in %i columns they are those of a loop over all pairs', (cols) => {
    const X = randomTable(40, cols, cols);
    const random = new Random(4);
    const labels = Int32Array.from({ length: 40 }, () => random.integer(3));
    const { sums, width } = plainEngine.distanceSums({ ...X, data: X.data, rows: 40, cols, known: false }, [
      { labels, nClusters: 3 },
    ]);
    const direct = new Float64Array(40 * width);
    for (let i = 0; i < 40; i++) {
      for (let j = 0; j < 40; j++) {
        const differences = Array.from({ length: cols }, (_, c) => X.get(i, c) - X.get(j, c));
        direct[i * width + labels[j]] += Math.hypot(...differences);
      }
    }
    sums.forEach((sum, at) => {
      expect(sum).toBeCloseTo(direct[at], 9);
    });
  });
});

describe('nearest', () => {
  const random = new Random(3);
  const grid = new Matrix(
    Float64Array.from({ length: 3000 }, () => random.integer(4)),
    1000,
    3,
  );
  const crowded = randomTable(5000, 4, 8);
  for (let at = 0; at < crowded.data.length; at++) crowded.data[at] = 1e6 + 1e-4 * crowded.data[at];

  test.each([
    ['ties, of which the first center wins', grid, [3, 77, 5, 3, 900, 41, 8, 9, 10, 11]],
    ['differences that float32 alone cannot tell', crowded, [0, 1, 2, 3, 4]],
    ['more rows than are searched at a time', randomTable(9001, 2, 4), [1, 5, 9]],
  ])('labels are those of a full search in float64: %s', (_, X, centers) => {
    const rows = plainEngine.holdRows(X, { centers: centers.length });
    const chosen = X.selectRows(centers);
    expect([...rows.nearest(chosen)]).toEqual([...nearestRows(chosen, X)]);
    rows.dispose();
  });

  test('a center farther away than float32 can square', () => {
    const X = randomTable(50, 2, 1);
    const rows = plainEngine.holdRows(X, { centers: 2 });
    const centers = Matrix.fromRows([
      [1e30, 0],
      [4, 6],
    ]);
    expect(new Set(rows.nearest(centers))).toEqual(new Set([1]));
    rows.dispose();
  });
});
