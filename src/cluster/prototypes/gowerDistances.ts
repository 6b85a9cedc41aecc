import { checkWeights } from '../../core/checkWeights';
import { InputError } from '../../core/errors';
import { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { columnList, type Given, object, optional, thing } from '../../core/schema';
import { DistanceMatrix } from '../shared/distanceMatrix';
import { checkCategoricalColumns, checkCodes, columnKinds } from './categoricalColumns';

/** What the options may be. @internal */
export const GOWER_OPTIONS = object({
  /** The columns that hold categories as codes 0, 1, 2, …, by position or by name. Default none. */
  categoricalColumns: columnList({ default: [] }),
  /** How much each column counts, none negative, not all 0. Length d. Default all 1. */
  weights: optional(thing<ArrayLike<number>>('object')),
});

/** Options of `gowerDistances`. */
export interface GowerOptions extends Given<typeof GOWER_OPTIONS> {}

/** A square matrix of float64 of so many rows takes 1.8 GB. */
const MAX_ROWS = 15_000;

/**
 * Gower's distance between all pairs of rows of a table that holds numbers and categories: the (weighted) mean over
 * columns of |x − y| / range for numbers, and of 0 or 1 for categories that are equal or not; 0 … 1. Units and scales
 * do not matter. A column in which either of two rows has no value (NaN) is left out of their mean.
 *
 * Columns of numbers are read as intervals, also where they hold few values; a constant one counts as equal. Note
 * that a category that differs counts as much as the whole range of a number, so categories speak louder than numbers.
 *
 * @param X n × d, at most 15,000 rows; NaN is a missing value.
 * @throws InputError when a value is infinite, a categorical column holds no code, two rows have no known column in
 * common, or weights do not fit.
 * Cost: O(n²·d). Memory: 8n² bytes.
 * Source: Gower, "A general coefficient of similarity and some of its properties" (1971); the distance is 1 less it.
 *
 * @example
 * const rows = [[20, 0], [30, 0], [40, 1]]; // an age and a code
 * const distances = gowerDistances(rows, { categoricalColumns: [1] });
 * distances.get(0, 1); // 0.25
 * distances.get(0, 2); // 1
 */
export function gowerDistances(
  X: Matrix | readonly (readonly number[])[],
  options: GowerOptions = {},
): DistanceMatrix {
  const { categoricalColumns, weights: given } = resolveOptions('gowerDistances', GOWER_OPTIONS, options);
  const matrix = X instanceof Matrix ? X : fromNumbers(X);
  checkTable(matrix);
  const kinds = columnKinds(matrix, checkCategoricalColumns(categoricalColumns));
  checkCodes(matrix, kinds.categoricalColumns);
  const weights = columnWeights(given, matrix.cols);
  // a category as a number of range 0: differing at all is differing entirely
  const ranges = Float64Array.from({ length: matrix.cols }, (_, j) => rangeOf(matrix.column(j)));
  for (const j of kinds.categoricalColumns) ranges[j] = 0;
  return new DistanceMatrix(allPairs(matrix, ranges, weights));
}

function allPairs(X: Matrix, ranges: Float64Array, weights: Float64Array): Matrix {
  const distances = Matrix.zeros(X.rows, X.rows);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < i; j++) {
      const distance = between(X, i, j, ranges, weights);
      distances.data[i * X.rows + j] = distance;
      distances.data[j * X.rows + i] = distance;
    }
  }
  return distances;
}

function between({ data, cols }: Matrix, i: number, j: number, ranges: Float64Array, weights: Float64Array) {
  let sum = 0;
  let counted = 0;
  for (let c = 0; c < cols; c++) {
    const difference = Math.abs(data[i * cols + c] - data[j * cols + c]);
    if (Number.isNaN(difference)) continue;
    counted += weights[c];
    if (difference > 0) sum += weights[c] * (ranges[c] === 0 ? 1 : difference / ranges[c]);
  }
  if (counted > 0) return sum / counted;
  throw new InputError('missing-value', `rows ${j} and ${i} of X have no known value in common`, {
    remedy: 'drop rows of which little is known',
  });
}

function rangeOf(column: Float64Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of column) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most > least ? most - least : 0;
}

/** Otherwise, text would pass for a missing value. */
function fromNumbers(rows: readonly (readonly number[])[]): Matrix {
  const matrix = Matrix.fromRows(rows);
  rows.forEach((row, i) => {
    const bad = row.findIndex((value) => typeof value !== 'number');
    if (bad >= 0) {
      throw new InputError(
        'unreadable-value',
        phrase`X holds ${{ value: row[bad] }} in row ${{ row: i }}, column ${{ column: bad }}`,
        { remedy: 'encode categories as numbers first (see `mixedMatrix`)' },
      );
    }
  });
  return matrix;
}

function checkTable(X: Matrix): void {
  if (X.rows === 0 || X.cols === 0)
    throw new InputError('no-data', `X is empty (${X.rows} rows × ${X.cols} columns)`);
  if (X.rows > MAX_ROWS) {
    throw new InputError('too-large', `X has ${X.rows} rows and their distances would not fit`, {
      remedy: `take a random sample of at most ${MAX_ROWS}, or use \`KPrototypes\``,
    });
  }
  const bad = X.data.findIndex((value) => Math.abs(value) === Infinity);
  if (bad < 0) return;
  const [row, j] = [Math.floor(bad / X.cols), bad % X.cols];
  throw new InputError(
    'unreadable-value',
    phrase`X holds ${X.data[bad]} in row ${{ row }}, column ${{ column: X.columns?.[j] ?? j }}`,
    { remedy: 'write NaN for a missing value' },
  );
}

function columnWeights(given: ArrayLike<number> | undefined, cols: number): Float64Array {
  if (given === undefined) return new Float64Array(cols).fill(1);
  const weights = checkWeights(given, { option: 'weights', each: 'column', length: cols });
  if (weights.every((weight) => weight === 0))
    throw new InputError('out-of-range', 'every weight is 0', { remedy: 'at least one column must count' });
  return weights;
}
