import type { Matrix } from '../../core/matrix';
import { type CovarianceKind, MIN_SIZE, type SharedRows } from './covarianceKind';
import { densityOf, emptyExpectation, expectationStep, sumLogDensity } from './mixtureDensity';
import type { MixtureParameters } from './mixtureParameters';

/** How to iterate. */
export interface EMRule {
  kind: CovarianceKind;
  regCovar: number;
  /** Converged when the mean log-likelihood changes by no more than this. */
  tol: number;
  maxIter: number;
}

/** Where the iterations of one start led. */
export interface EMRun {
  parameters: MixtureParameters;
  /** Mean log-likelihood of a row before the last update. */
  lowerBound: number;
  nIter: number;
  stopReason: 'converged' | 'max-iterations';
}

/**
 * Expectation, maximization, until the likelihood stands still; undefined where a covariance ceases to be positive
 * definite.
 * @param parameters the start; written over.
 * @param told called before each iteration.
 * Cost: O(n·k·d²) an iteration. Memory: 8·n·(k + 1) bytes.
 */
export function expectationMaximization(
  X: Matrix,
  parameters: MixtureParameters,
  { kind, regCovar, tol, maxIter }: EMRule,
  told: () => void,
): EMRun | undefined {
  const rows = emptyExpectation(parameters.means.rows, X.rows);
  let density = densityOf(parameters, kind);
  let before = -Infinity;
  for (let nIter = 1; density; nIter++) {
    told();
    const lowerBound = sumLogDensity(expectationStep(X, density, rows)) / X.rows;
    maximize(X, rows.shares, parameters, kind, regCovar);
    density = densityOf(parameters, kind);
    const settled = Math.abs(lowerBound - before) <= tol;
    before = lowerBound;
    if (density && (settled || nIter >= maxIter))
      return { parameters, lowerBound, nIter, stopReason: settled ? 'converged' : 'max-iterations' };
  }
  return undefined;
}

/**
 * Weights, means and covariances of rows that components share, written over the parameters so far. A component that
 * has nothing of any row keeps its mean and covariance, at next to no weight.
 * @param shares k × n; each row's shares add up to 1.
 */
export function maximize(
  X: Matrix,
  shares: Float64Array,
  { weights, means, covariances }: MixtureParameters,
  kind: CovarianceKind,
  regCovar: number,
): void {
  const sizes = new Float64Array(means.rows);
  for (let c = 0; c < means.rows; c++) {
    const own = shares.subarray(c * X.rows, (c + 1) * X.rows);
    sizes[c] = own.reduce((sum, share) => sum + share, 0);
    if (sizes[c] >= MIN_SIZE) moveMean(X, own, sizes[c], means.row(c));
  }
  const total = sizes.reduce((sum, size) => sum + Math.max(size, MIN_SIZE), 0);
  sizes.forEach((size, c) => {
    weights[c] = Math.max(size, MIN_SIZE) / total;
  });
  const rows: SharedRows = { X, means, shares, sizes };
  kind.estimate(rows, regCovar, covariances);
}

/** Moves a mean by its rows' steps from where it was, so that far from zero nothing cancels. */
function moveMean(
  { data, rows, cols }: Matrix,
  shares: Float64Array,
  size: number,
  mean: Float64Array,
): void {
  const steps = new Float64Array(cols);
  for (let i = 0, at = 0; i < rows; i++, at += cols) {
    const share = shares[i];
    if (share === 0) continue;
    for (let j = 0; j < cols; j++) steps[j] += share * (data[at + j] - mean[j]);
  }
  for (let j = 0; j < cols; j++) mean[j] += steps[j] / size;
}
