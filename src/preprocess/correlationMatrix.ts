import { InputError } from '../core/errors';
import { Matrix } from '../core/matrix';

/**
 * Pearson's correlation of every pair of columns, in float64. A missing value (NaN) sets its row aside for that
 * pair only. A constant column correlates with nothing: its cells, the diagonal's too, are NaN.
 *
 * @param matrix n × d, as `toNumericMatrix` gives.
 * @returns d × d, symmetric, with the same column names; values in [−1, 1].
 * @throws InputError for an infinite value, by row and column.
 *
 * Cost: O(n · d²).
 *
 * @example
 * correlationMatrix(toNumericMatrix(frame, ['Age', 'Income', 'Spending'])).get(1, 2);
 */
export function correlationMatrix(matrix: Matrix): Matrix {
  checkFinite(matrix);
  const { cols, columns } = matrix;
  const values = Array.from({ length: cols }, (_, j) => matrix.column(j));
  const result = Matrix.zeros(cols, cols, columns);
  for (let a = 0; a < cols; a++) {
    for (let b = a; b < cols; b++) {
      const r = correlation(values[a], values[b]);
      result.data[a * cols + b] = r;
      result.data[b * cols + a] = r;
    }
  }
  return result;
}

/** Pearson's correlation of two columns of one length; see `correlationMatrix`. */
function correlation(x: Float64Array, y: Float64Array): number {
  const rows = Array.from(x.keys()).filter((row) => !Number.isNaN(x[row]) && !Number.isNaN(y[row]));
  if (isConstant(x, rows) || isConstant(y, rows)) return Number.NaN;
  if (x === y) return 1; // exactly, whatever rounding says
  const centreX = meanAt(x, rows);
  const centreY = meanAt(y, rows);
  let [xx, yy, xy] = [0, 0, 0];
  for (const row of rows) {
    const dx = x[row] - centreX;
    const dy = y[row] - centreY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

function isConstant(values: Float64Array, rows: readonly number[]): boolean {
  return rows.every((row) => values[row] === values[rows[0]]);
}

function meanAt(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + values[row], 0) / rows.length;
}

function checkFinite({ data, cols, columns }: Matrix): void {
  const bad = data.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (bad < 0) return;
  const column = columns?.[bad % cols] ?? bad % cols;
  throw new InputError(`the matrix holds ${data[bad]} in row ${Math.floor(bad / cols)}, column ${column}`);
}
