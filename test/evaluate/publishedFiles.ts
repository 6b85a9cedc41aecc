import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Matrix } from '../../src/core/matrix';

/** The folder with the published files, where there is one. */
const FOLDER = process.env.CUSTOMER_DATA_DIR;

/** Tests on published files, or a skip that says why. */
export function describePublished(name: string, tests: () => void): void {
  if (FOLDER) describe(name, tests);
  else describe.skip(`${name}: SKIPPED, set CUSTOMER_DATA_DIR to the folder of the published files`, tests);
}

/** Numeric columns of a published comma-separated file. */
export function readColumns(file: string, columns: readonly string[]): Matrix {
  const [header, ...lines] = readFileSync(join(FOLDER!, file), 'utf8').trim().split(/\r?\n/);
  const at = columns.map((column) => header.split(',').indexOf(column));
  return Matrix.fromRows(
    lines.map((line) => at.map((j) => Number(line.split(',')[j]))),
    columns,
  );
}

/** Each column less its mean, by its standard deviation (divisor n). */
export function standardized(X: Matrix): Matrix {
  const columns = Array.from({ length: X.cols }, (_, j) => {
    const column = X.column(j);
    const mean = column.reduce((sum, value) => sum + value, 0) / X.rows;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / X.rows;
    return column.map((value) => (value - mean) / Math.sqrt(variance));
  });
  return Matrix.fromRows(
    Array.from({ length: X.rows }, (_, i) => columns.map((column) => column[i])),
    X.columns,
  );
}
