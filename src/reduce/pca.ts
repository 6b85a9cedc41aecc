import { EigenvalueDecomposition, Matrix as MLMatrix } from 'ml-matrix';
import { checkSquares } from '../core/checkSquares';
import { InputError } from '../core/errors';
import type { Transformer } from '../core/estimator';
import { Matrix, type MatrixLike, toMatrix } from '../core/matrix';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { boolean, type Given, object } from '../core/schema';
import { gramMatrix } from '../tensor/gramMatrix';
import { N_COMPONENTS } from './checkComponents';
import { PCAModel } from './pcaModel';

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

/** Eigenvalues below this share of the whole variance are rounding, and count as none. */
const NO_VARIANCE = 1e-15;

/**
 * Principal component analysis: the directions along which customers differ most. Centers the columns, does not
 * scale them: bring columns of different units to one scale first.
 *
 * Eigenvectors of the centered table's Gram matrix, in float64; each component's sign is such that its loading of
 * largest magnitude (the first of several) is positive, so that a re-run draws the same picture.
 *
 * Cost: O(n·d² + d³). Exact to float64 up to n·d² = 2·10⁸, six to eight digits beyond (see `gramMatrix`).
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
    checkSquares(matrix);
    const mean = columnMeans(matrix);
    const { variances, vectors } = principalAxes(matrix, mean);
    const total = variances.reduce((sum, variance) => sum + variance, 0);
    if (total === 0) {
      throw new InputError('no-difference', 'every column of X is constant', {
        remedy: 'there is no variance for components to explain',
      });
    }
    const explainedVariance = variances.slice(0, most);
    const all = new PCAModel({
      mean,
      components: new Matrix(vectors.data.slice(0, most * matrix.cols), most, matrix.cols, matrix.columns),
      explainedVariance,
      explainedVarianceRatio: explainedVariance.map((variance) => variance / total),
      singularValues: explainedVariance.map((variance) => Math.sqrt(variance * (matrix.rows - 1))),
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

function columnMeans({ data, rows, cols }: Matrix): Float64Array {
  const first = data.subarray(0, cols); // sums of differences from it lose nothing far from the origin
  const sums = new Float64Array(cols);
  for (let at = 0; at < data.length; at += cols) {
    for (let j = 0; j < cols; j++) sums[j] += data[at + j] - first[j];
  }
  return sums.map((sum, j) => first[j] + sum / rows);
}

/** All variances, largest first, and their unit vectors as rows. */
function principalAxes(matrix: Matrix, mean: Float64Array): { variances: Float64Array; vectors: Matrix } {
  const { values, vectors } = symmetricEigen(gramMatrix(matrix, mean));
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const variances = Float64Array.from(order, (index) =>
    values[index] > NO_VARIANCE * total ? values[index] / (matrix.rows - 1) : 0,
  );
  return { variances, vectors: Matrix.fromRows(order.map((index) => withFixedSign(vectors[index]))) };
}

/**
 * Eigenvalues and vectors of a Gram matrix. Its columns are taken in order of size: the reduction to tridiagonal
 * form starts at the end, and keeps small eigenvalues (of unscaled tables) to 13 digits only when it starts with
 * the large ones; in the order of the table the smallest had 4.
 */
function symmetricEigen(gram: Matrix): { values: number[]; vectors: number[][] } {
  const d = gram.cols;
  const bySize = Array.from({ length: d }, (_, j) => j).sort((a, b) => gram.get(a, a) - gram.get(b, b));
  const sorted = new MLMatrix(bySize.map((a) => bySize.map((b) => gram.get(a, b))));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(sorted, {
    assumeSymmetric: true,
  });
  const vectors = realEigenvalues.map((_, index) => {
    const vector = new Array<number>(d);
    bySize.forEach((j, at) => {
      vector[j] = eigenvectorMatrix.get(at, index);
    });
    return vector;
  });
  return { values: realEigenvalues, vectors };
}

function withFixedSign(vector: number[]): number[] {
  const largest = Math.max(...vector.map(Math.abs));
  const leading = vector.find((loading) => Math.abs(loading) >= largest * (1 - 1e-10))!;
  return leading < 0 ? vector.map((loading) => -loading) : vector;
}
