import { checkSquares, isSureToSpreadWithin, widestRange } from '../core/checkSquares';
import { InputError } from '../core/errors';
import type { Transformer } from '../core/estimator';
import { Matrix, type MatrixLike, toMatrix } from '../core/matrix';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { boolean, type Given, object } from '../core/schema';
import { N_COMPONENTS } from './checkComponents';
import { PCAModel } from './pcaModel';
import { principalAxes } from './principalAxes';

/** What the options may be. @internal */
export const PCA_OPTIONS = object({
  /**
   * How many components to keep: a whole number of at most min(n, d); a fraction between 0 and 1, for the fewest
   * that together explain at least that share of the variance; or 'all' of them, the default.
   */
  nComponents: N_COMPONENTS,
  /** Scale each component to variance 1. Default false. */
  whiten: boolean({ default: false }),
});

/** Options of `PCA`. */
export interface PCAOptions extends Given<typeof PCA_OPTIONS> {}

/** Between these, products of squares (the eigenvalues' own) keep all their digits. */
const WIDEST = 1e60;
const NARROWEST = 1e-60;

/**
 * Principal component analysis: the directions along which customers differ most. Centers the columns, does not
 * scale them: bring columns of different units to one scale first.
 *
 * Eigenvectors of the centered table's Gram matrix, in float64; each component's sign is such that its loading of
 * largest magnitude (the first of several) is positive, so that a re-run draws the same picture.
 *
 * Where there are more columns than rows, the eigenvectors are those of the rows' Gram matrix, which is smaller and has
 * the same eigenvalues.
 *
 * Cost: O(n·d·m + m³) for m = min(n, d), in float64.
 * Source: Jolliffe (2002), "Principal Component Analysis"; names and sign rule as in scikit-learn's `PCA`.
 *
 * @example
 * const model = new PCA({ nComponents: 1 }).fit([[0, 0], [2, 1], [4, 2]]);
 * model.explainedVarianceRatio;          // Float64Array [1]
 * model.transform([[4, 2]]).toRows();    // [[2.236]]
 */
export class PCA implements Transformer<PCAModel> {
  private readonly options: Required<PCAOptions>;

  /** @throws InputError naming an option that is unknown or out of its range. */
  constructor(options: PCAOptions = {}) {
    this.options = resolveOptions('PCA', PCA_OPTIONS, options);
  }

  /**
   * @param X n × d, at least two rows, every value finite. Constant columns are harmless: their loadings are 0.
   * @throws InputError when all columns are constant, when `nComponents` is more than min(n, d), on a bad cell.
   */
  fit(X: MatrixLike): PCAModel {
    const matrix = toMatrix(X);
    const most = Math.min(matrix.rows, matrix.cols);
    checkRows(matrix, this.options.nComponents, most);
    const factor = scaleFor(matrix);
    const mean = columnMeans(matrix);
    const { variances, vectors } = principalAxes(
      times(matrix, factor),
      mean.map((value) => value * factor),
    );
    const total = variances.reduce((sum, variance) => sum + variance, 0);
    if (total === 0) {
      throw new InputError('no-difference', 'every column of X is constant', {
        remedy: 'there is no variance for components to explain',
      });
    }
    const explainedVariance = variances.slice(0, most).map((variance) => variance / factor / factor);
    const all = new PCAModel({
      mean,
      components: new Matrix(vectors.data.slice(0, most * matrix.cols), most, matrix.cols, matrix.columns),
      explainedVariance,
      explainedVarianceRatio: variances.slice(0, most).map((variance) => variance / total),
      singularValues: variances
        .slice(0, most)
        .map((variance) => Math.sqrt(variance * (matrix.rows - 1)) / factor),
      whiten: this.options.whiten,
    });
    return all.keep(this.options.nComponents);
  }
}

function checkRows(matrix: Matrix, nComponents: 'all' | number, most: number): void {
  if (matrix.rows < 2)
    throw new InputError('out-of-range', 'X has 1 row', { remedy: 'components need at least 2' });
  if (typeof nComponents === 'number' && nComponents >= 1 && nComponents > most) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'nComponents' }} is ${{ value: nComponents }} but the table is ${matrix.rows} × ${matrix.cols}`,
      { remedy: `ask for at most ${most}` },
    );
  }
}

/** Rows whose columns are added up one after the other: they are still in the cache then. */
const BLOCK_NUMBERS = 16_384;

function columnMeans({ data, rows, cols }: Matrix): Float64Array {
  const sums = new Float64Array(cols);
  const blockSize = cols * Math.ceil(BLOCK_NUMBERS / cols);
  for (let start = 0; start < data.length; start += blockSize) {
    addBlock(sums, data, start, Math.min(start + blockSize, data.length));
  }
  return sums.map((sum, j) => data[j] + sum / rows);
}

/** Sums of differences from the first row lose nothing far from the origin; each stays in a register. */
function addBlock(sums: Float64Array, data: Float64Array, start: number, end: number): void {
  const cols = sums.length;
  for (let j = 0; j < cols; j++) {
    const first = data[j];
    let sum = 0;
    for (let at = start + j; at < end; at += cols) sum += data[at] - first;
    sums[j] += sum;
  }
}

/** A power of two, which rounds nothing, that brings huge and tiny tables to where squares of squares are numbers. */
function scaleFor(matrix: Matrix): number {
  if (isSureToSpreadWithin(matrix, NARROWEST, WIDEST)) return 1;
  checkSquares(matrix);
  const widest = widestRange(matrix);
  const isUsual = widest === 0 || (widest >= NARROWEST && widest <= WIDEST);
  return isUsual ? 1 : 2 ** -Math.floor(Math.log2(widest));
}

function times(matrix: Matrix, factor: number): Matrix {
  if (factor === 1) return matrix;
  const scaled = matrix.data.map((value) => value * factor);
  return new Matrix(scaled, matrix.rows, matrix.cols, matrix.columns);
}
