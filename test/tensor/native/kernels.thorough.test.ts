import { Matrix } from '../../../src/core/matrix';
import { nearestRows } from '../../../src/core/nearestRow';
import { Random } from '../../../src/core/random';
import { assignAndSum } from '../../../src/tensor/native/assignAndSum';
import { inertiaEstimates } from '../../../src/tensor/native/inertiaEstimates';
import { labelRows } from '../../../src/tensor/native/labelRows';
import { stackCenters } from '../../../src/tensor/native/stackedCenters';
import { tensorflow } from '../../../src/tensor/native/tensorflow';
import { type TensorRows, type UploadOptions, uploadRows } from '../../../src/tensor/native/tensorRows';

function randomTable(rows: number, cols: number, seed = 1): Matrix {
  const random = new Random(seed);
  return new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.normal(5, 2)),
    rows,
    cols,
  );
}

/** Runs `use` on the uploaded table, and sees that nothing stays behind. */
function withTable<T>(X: Matrix, centers: number, options: UploadOptions, use: (data: TensorRows) => T): T {
  const before = tensorflow().memory().numTensors;
  const data = uploadRows(X, centers, options);
  const result = use(data);
  data.dispose();
  expect(tensorflow().memory().numTensors).toBe(before);
  return result;
}

describe('assignAndSum', () => {
  const line = Matrix.fromRows([[0], [1], [2], [3], [4]]);

  test('sums and counts of several clusterings of different k, by hand', () => {
    const centers = [Matrix.fromRows([[0], [4]]), Matrix.fromRows([[-9], [0.4], [1.6]])];
    withTable(line, 6, {}, (data) => {
      const { sums, counts } = assignAndSum(data, stackCenters(centers, data.offset));
      const values = [...counts].map((count, at) => sums[2 * at] + count * data.offset[0]);
      expect([...counts]).toEqual([3, 2, 0, 0, 1, 4]); // 2 is a tie: the first of 0 and 4 has it
      expect(values).toEqual([3, 7, 0, 0, 0, 10]);
    });
  });

  test('weights multiply sums, not counts', () => {
    withTable(line, 2, { weights: Float64Array.of(1, 1, 1, 1, 3) }, (data) => {
      const { sums, counts } = assignAndSum(data, stackCenters([Matrix.fromRows([[0], [4]])], data.offset));
      expect([...counts]).toEqual([3, 2]);
      expect([sums[1], sums[3]]).toEqual([3, 4]);
      expect(sums[2] + 4 * data.offset[0]).toBe(3 + 12);
    });
  });

  test('cutting the table into groups and batches changes nothing but rounding', () => {
    const X = randomTable(1000, 3);
    const centers = X.selectRows([1, 2, 3, 4]);
    const run = (stacked: number, batchRows: number) =>
      withTable(X, stacked, { batchRows }, (data) =>
        assignAndSum(data, stackCenters([centers], data.offset)),
      );
    const whole = run(4, 8192);
    const cut = run(2_097_152 / 300, 77); // groups of 300 rows, the last of 100; batches filled up
    expect(cut.counts).toEqual(whole.counts);
    expect([...cut.sums]).toEqual([...whole.sums].map((sum) => expect.closeTo(sum, 3)));
    expect(cut.counts.reduce((sum, count) => sum + count)).toBe(1000);
  });
});

describe('labelRows', () => {
  test.each([1, 3, 8])('finds the very labels of the float64 search, k = %i', (k) => {
    const X = randomTable(5000, 4, k);
    const centers = X.selectRows(Array.from({ length: k }, (_, i) => 7 * i));
    const labels = withTable(X, k, {}, (data) => labelRows(data, X, centers));
    expect(labels).toEqual(nearestRows(centers, X));
  });

  test('also where float32 cannot tell centers apart: ties, near ties, far from the origin', () => {
    const near = 1 + 1e-12;
    const X = Matrix.fromRows([[0], [0.5], [1], [near], [2], [1e5]].map(([value]) => [1e6 + value]));
    const centers = Matrix.fromRows([[1e6 + 1], [1e6 + 1 + 1e-9], [1e6], [1e6]]);
    const labels = withTable(X, 4, {}, (data) => labelRows(data, X, centers));
    expect(labels).toEqual(nearestRows(centers, X));
    expect(labels[0]).toBe(2);
  });
});

test('inertiaEstimates ranks clusterings as float64 does', () => {
  const X = randomTable(3000, 3);
  const weights = Float64Array.from({ length: 3000 }, (_, i) => (i % 4) / 2);
  const clusterings = [X.selectRows([1, 2]), X.selectRows([3, 4, 5]), X.selectRows([6])];
  const estimates = withTable(X, 9, { weights }, (data) =>
    inertiaEstimates(data, stackCenters(clusterings, data.offset)),
  );
  clusterings.forEach((centers, at) => {
    const labels = nearestRows(centers, X);
    let inertia = 0;
    for (let i = 0; i < X.rows; i++) {
      for (let j = 0; j < 3; j++) inertia += weights[i] * (X.get(i, j) - centers.get(labels[i], j)) ** 2;
    }
    expect(estimates[at] / inertia).toBeCloseTo(1, 5);
  });
});
