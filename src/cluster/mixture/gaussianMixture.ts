import { checkSquares } from '../../core/checkSquares';
import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { checkInteger, checkKnown, checkNamed, checkNumber, checkOneOf } from '../../core/options';
import { checkOnProgress, type FitOptions } from '../../core/progress';
import { checkDistinctRows } from '../shared/distinctRows';
import { COVARIANCE_TYPES, type CovarianceType } from './covarianceTypes';
import { MIXTURE_INITS, type MixtureInit } from './firstGroups';
import { fitMixture } from './fitMixture';
import { GaussianMixtureModel } from './gaussianMixtureModel';
import type { MixtureStart } from './mixtureStart';

/** Options of `GaussianMixture`. */
export interface GaussianMixtureOptions {
  /** How many components. Default 8. */
  nClusters?: number;
  /**
   * Shape of the components: an ellipsoid each ('full', the default), one ellipsoid for all ('tied'), an ellipsoid each
   * along the columns ('diagonal'), a ball each ('spherical').
   */
  covarianceType?: CovarianceType;
  /** Groups to start from: by one k-means ('kmeans', the default), or around rows that 'k-means++' draws. */
  initParams?: MixtureInit;
  /** Starts, of which the one with the greatest lower bound is kept. Default 5; always 1 where `fit` is given a start. */
  nInit?: number;
  /** Iterations of one start, at most. Default 100. */
  maxIter?: number;
  /** Converged when the mean log-likelihood of a row changes by no more than this in one iteration. Default 1e-3. */
  tol?: number;
  /** Added to every variance (≥ 0), in the squared unit of the columns, so that none becomes 0. Default 1e-6. */
  regCovar?: number;
  /** Any integer: the same seed gives the same model. Default 0. */
  seed?: number;
}

/** Options of one fit. */
export interface GaussianMixtureFitOptions extends FitOptions {
  /** The mixture to start from, such as a fitted model. Default: `nInit` starts drawn as `initParams` says. */
  start?: MixtureStart;
}

const OPTIONS = ['nClusters', 'covarianceType', 'initParams', 'nInit', 'maxIter', 'tol', 'regCovar', 'seed'];

/**
 * A mixture of Gaussians: segments that are ellipsoids of any size and direction and may overlap, each row belonging to
 * each of them with some probability. Fitted by expectation and maximization in float64, from several starts. Bring the
 * columns to comparable scales first: `regCovar` is in their units, and k-means finds the starts.
 *
 * A start that leads to a covariance of no volume is given up; with `regCovar` above 0 this takes columns that follow
 * from others at very large scales. On columns of few distinct values a component may collapse onto one of these, and
 * the likelihood then says little: raise `regCovar`.
 *
 * Cost: O(n·k·d²) an iteration and start, O(n·k·d) where covariances are diagonal or spherical, on plain arrays. Memory:
 * 8·n·(k + 1) bytes.
 * Source: Dempster, Laird & Rubin, "Maximum likelihood from incomplete data via the EM algorithm" (1977); names, start,
 * tolerance and regularization as in scikit-learn's `GaussianMixture`.
 *
 * @example
 * const model = new GaussianMixture({ nClusters: 2 }).fit([[-1], [0], [1], [9], [11]]);
 * model.labels;        // Int32Array [0, 0, 0, 1, 1]
 * model.logLikelihood; // −9.85
 * model.stopReason;    // 'converged'
 */
export class GaussianMixture implements Clusterer<GaussianMixtureModel> {
  private readonly options: Required<GaussianMixtureOptions>;

  /** @throws InputError naming an option that is unknown or out of its range. */
  constructor(options: GaussianMixtureOptions = {}) {
    this.options = checkOptions(options);
  }

  /**
   * @param X n × d, every value finite.
   * @param fitOptions `onProgress` is told of the 'starts run' at every iteration.
   * @throws InputError when there are fewer rows, or fewer distinct rows, than components; on a bad cell, named by row
   * and column; on a start that does not fit; when every start leads to a covariance of no volume.
   */
  fit(X: MatrixLike, fitOptions: GaussianMixtureFitOptions = {}): GaussianMixtureModel {
    checkKnown('fit', fitOptions, ['start', 'onProgress']);
    const { start, onProgress } = fitOptions;
    checkOnProgress(onProgress);
    if (start !== undefined) checkNamed('start', start);
    const matrix = toMatrix(X);
    checkSquares(matrix);
    checkDistinctRows(matrix, this.options.nClusters);
    return new GaussianMixtureModel(fitMixture(matrix, { ...this.options, start, onProgress }));
  }
}

function checkOptions(options: GaussianMixtureOptions): Required<GaussianMixtureOptions> {
  checkKnown('GaussianMixture', options, OPTIONS);
  const { nClusters = 8, covarianceType = 'full', initParams = 'kmeans', nInit = 5 } = options;
  const { maxIter = 100, tol = 1e-3, regCovar = 1e-6, seed = 0 } = options;
  checkInteger('nClusters', nClusters, { min: 1 });
  checkOneOf('covarianceType', covarianceType, COVARIANCE_TYPES);
  checkOneOf('initParams', initParams, MIXTURE_INITS);
  checkInteger('nInit', nInit, { min: 1 });
  checkInteger('maxIter', maxIter, { min: 1 });
  checkNumber('tol', tol, { min: 0 });
  checkNumber('regCovar', regCovar, { min: 0 });
  checkInteger('seed', seed);
  return { nClusters, covarianceType, initParams, nInit, maxIter, tol, regCovar, seed };
}
