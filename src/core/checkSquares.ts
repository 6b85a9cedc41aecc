import { InputError } from './errors';
import { Matrix } from './matrix';
import { roundDigits } from './round';

/** Squares of differences between these bounds add up in float64, over any number of rows and columns. */
const WIDEST = 1e150;
const NARROWEST = 1e-150;

/**
 * Refuses a table whose squared distances would be infinite or vanish, so that no algorithm answers with NaN.
 * @param name what the table is called in error messages.
 * @throws InputError naming the spread and the remedy.
 * Cost: O(n·d), about 10 ms for 1,000,000 × 8.
 */
export function checkSquares(X: Matrix, name = 'X'): void {
  if (isSureToSpreadWithin(X, NARROWEST, WIDEST)) return;
  const widest = widestRange(X);
  if (widest > WIDEST) {
    throw new InputError(
      'out-of-range',
      `a column of ${name} spreads over ${roundDigits(widest, 3)}, too far to square`,
      { remedy: `scale ${name} first (see \`StandardScaler\`)` },
    );
  }
  if (widest > 0 && widest < NARROWEST) {
    throw new InputError(
      'out-of-range',
      `no column of ${name} spreads over more than ${roundDigits(widest, 3)}, too little to square`,
      { remedy: `scale ${name} first (see \`StandardScaler\`)` },
    );
  }
}

/** Rows that say what a table spreads over at least. */
const FIRST_ROWS = 1000;

/**
 * Whether the widest column surely spreads over as much as `least` and no more than `most`, by the first rows and the
 * largest number: a tenth of the time of `widestRange`, which decides where this does not.
 */
export function isSureToSpreadWithin(X: Matrix, least: number, most: number): boolean {
  const { data, rows, cols } = X;
  const first = Math.min(rows, FIRST_ROWS);
  if (!(widestRange(new Matrix(data.subarray(0, first * cols), first, cols)) >= least)) return false;
  let largest = 0;
  let other = 0; // two at a time need not wait for each other
  for (let at = 0; at + 1 < data.length; at += 2) {
    const even = Math.abs(data[at]);
    const odd = Math.abs(data[at + 1]);
    if (even > largest) largest = even;
    if (odd > other) other = odd;
  }
  return 2 * Math.max(largest, other, Math.abs(data[data.length - 1])) <= most;
}

/** The largest difference between two values of one column. */
export function widestRange({ data, rows, cols }: Matrix): number {
  const least = new Float64Array(cols).fill(Infinity);
  const most = new Float64Array(cols).fill(-Infinity);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) {
      const value = data[at];
      if (value < least[j]) least[j] = value;
      if (value > most[j]) most[j] = value;
    }
  }
  return most.reduce((widest, value, j) => Math.max(widest, value - least[j]), 0);
}
