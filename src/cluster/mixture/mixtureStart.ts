import { checkWeights } from '../../core/checkWeights';
import { InputError } from '../../core/errors';
import { Matrix, type MatrixLike, toFittedMatrix } from '../../core/matrix';
import { nearestRows } from '../../core/nearestRow';
import { phrase } from '../../core/phrase';
import type { CovarianceKind } from './covarianceKind';
import { maximize } from './expectationMaximization';
import { flattenCovariances, type MixtureCovariances } from './mixtureCovariances';
import type { MixtureParameters } from './mixtureParameters';

/** Where to start from; a fitted model will do. */
export interface MixtureStart {
  /** nClusters × d. */
  means: MatrixLike;
  /** Share of all rows, all positive; only their proportions count. Length nClusters. Default: that of the rows nearest to each mean. */
  weights?: ArrayLike<number>;
  /** In the shape of the covariance type. Default: those of the rows nearest to each mean. */
  covariances?: MixtureCovariances;
}

/** The mixture whose components are the given groups of rows. `centers` says about where these are; it is copied. */
export function parametersOfGroups(
  X: Matrix,
  labels: Int32Array,
  centers: Matrix,
  kind: CovarianceKind,
  regCovar: number,
): MixtureParameters {
  const { rows: k, cols: d } = centers;
  const shares = new Float64Array(k * X.rows);
  labels.forEach((label, i) => {
    shares[label * X.rows + i] = 1;
  });
  const length = kind.shape(k, d).reduce((product, side) => product * side, 1);
  const parameters = {
    weights: new Float64Array(k),
    means: new Matrix(centers.data.slice(), k, d, X.columns),
    covariances: new Float64Array(length),
  };
  maximize(X, shares, parameters, kind, regCovar);
  return parameters;
}

/**
 * The start that the caller asks for, checked and completed.
 * @throws InputError naming the part that does not fit.
 */
export function parametersOfStart(
  X: Matrix,
  start: MixtureStart,
  k: number,
  kind: CovarianceKind,
  regCovar: number,
): MixtureParameters {
  const means = checkMeans(X, start, k);
  const weights = start.weights && sharesOf(start.weights, k);
  const covariances =
    start.covariances && flattenCovariances(start.covariances, kind.shape(k, X.cols), 'start.covariances');
  if (covariances && !kind.whiten(covariances, k, X.cols)) {
    throw new InputError(
      'out-of-range',
      phrase`a matrix of ${{ option: 'start.covariances' }} is not positive definite`,
      { remedy: 'give variances above 0, and correlations below 1' },
    );
  }
  if (weights && covariances) return { weights, means, covariances };
  const grouped = parametersOfGroups(X, nearestToEach(X, means), means, kind, regCovar);
  return { weights: weights ?? grouped.weights, means, covariances: covariances ?? grouped.covariances };
}

function checkMeans(X: Matrix, start: MixtureStart, k: number): Matrix {
  const { data, rows, cols } = toFittedMatrix(start.means, X, 'start.means');
  if (rows !== k)
    throw new InputError(
      'wrong-shape',
      phrase`${{ option: 'start.means' }} has ${rows} rows but ${{ option: 'nClusters' }} is ${k}`,
      { remedy: 'give one for each component' },
    );
  return new Matrix(data.slice(), rows, cols, X.columns);
}

function sharesOf(given: ArrayLike<number>, k: number): Float64Array {
  const wanted = phrase`but ${{ option: 'nClusters' }} is ${k}`;
  const weights = checkWeights(given, {
    ...{ option: 'start.weights', each: 'component', length: k, wanted, positive: true },
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function nearestToEach(X: Matrix, means: Matrix): Int32Array {
  const labels = nearestRows(means, X);
  for (let c = 0; c < means.rows; c++) {
    if (!labels.includes(c)) {
      throw new InputError(
        'wrong-shape',
        phrase`row ${c} of ${{ option: 'start.means' }} is the nearest to no row of X`,
        {
          remedy: phrase`choose means among the rows, or give ${{ option: 'start.weights' }} and ${{ option: 'start.covariances' }} too`,
        },
      );
    }
  }
  return labels;
}
