import { correlate } from '../core/correlate';
import { InputError } from '../core/errors';
import { Matrix } from '../core/matrix';
import { phrase } from '../core/phrase';

/**
 * Returns Pearson's correlation of every pair of columns, in float64. A row with a missing value (NaN) is skipped for
 * that pair only. A constant column has no correlation: its cells are NaN, on the diagonal too.
 *
 * @param matrix n × d, as `toNumericMatrix` gives.
 * @returns d × d, symmetric, with the same column names; values in [−1, 1].
 * @throws InputError for an infinite value, by row and column.
 *
 * Cost: O(n · d²).
 *
 * @example
 * correlationMatrix(Matrix.fromRows([[1, 2], [2, 4], [3, 7]])).get(0, 1); // 0.993
 */
export function correlationMatrix(matrix: Matrix): Matrix {
  if (!(matrix instanceof Matrix)) {
    throw new InputError('wrong-type', phrase`the matrix is ${{ value: matrix }}`, {
      remedy: 'take it from `toNumericMatrix` or `Matrix.fromRows`',
    });
  }
  checkFinite(matrix);
  const { cols, columns } = matrix;
  const values = Array.from({ length: cols }, (_, j) => matrix.column(j));
  const result = Matrix.zeros(cols, cols, columns);
  for (let a = 0; a < cols; a++) {
    for (let b = a; b < cols; b++) {
      const { r } = correlate(values[a], values[b]);
      result.data[a * cols + b] = r;
      result.data[b * cols + a] = r;
    }
  }
  return result;
}

function checkFinite({ data, cols, columns }: Matrix): void {
  const bad = data.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (bad < 0) return;
  const column = columns?.[bad % cols] ?? bad % cols;
  throw new InputError(
    'unreadable-value',
    phrase`the matrix holds ${data[bad]} in row ${{ row: Math.floor(bad / cols) }}, column ${{ column }}`,
  );
}
