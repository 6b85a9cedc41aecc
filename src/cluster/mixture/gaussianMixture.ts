import { checkSquares } from '../../core/checkSquares';
import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { ON_PROGRESS } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, number, object, oneOf, optional, type Static, thing } from '../../core/schema';
import { checkDistinctRows } from '../shared/distinctRows';
import { COVARIANCE_TYPES } from './covarianceTypes';
import { MIXTURE_INITS } from './firstGroups';
import { fitMixture } from './fitMixture';
import { GaussianMixtureModel } from './gaussianMixtureModel';
import type { MixtureStart } from './mixtureStart';

/** What the options may be. @internal */
export const GAUSSIAN_MIXTURE_OPTIONS = object({
  /** How many components. Default 8. */
  nClusters: integer({ minimum: 1, default: 8 }),
  /**
   * Shape of the components: an ellipsoid each ('full', the default), one ellipsoid for all ('tied'), an ellipsoid each
   * along the columns ('diagonal'), a ball each ('spherical').
   */
  covarianceType: oneOf(COVARIANCE_TYPES, { default: 'full' }),
  /** Groups to start from: by one k-means ('kmeans', the default), or around rows that 'k-means++' draws. */
  initParams: oneOf(MIXTURE_INITS, { default: 'kmeans' }),
  /** Starts, of which the one with the greatest lower bound is kept. Default 5; always 1 where `fit` is given a start. */
  nInit: integer({ minimum: 1, default: 5 }),
  /** Iterations of one start, at most. Default 100. */
  maxIter: integer({ minimum: 1, default: 100 }),
  /** Converged when the mean log-likelihood of a row changes by no more than this in one iteration. Default 1e-3. */
  tol: number({ minimum: 0, default: 1e-3 }),
  /** Added to every variance (≥ 0), in the squared unit of the columns, so that none becomes 0. Default 1e-6. */
  regCovar: number({ minimum: 0, default: 1e-6 }),
  /** Any integer: the same seed gives the same model. Default 0. */
  seed: integer({ default: 0 }),
});

/** Options of `GaussianMixture`. */
export interface GaussianMixtureOptions extends Given<typeof GAUSSIAN_MIXTURE_OPTIONS> {}

/** What the options of one fit may be. */
const MIXTURE_FIT_OPTIONS = object({
  /** The mixture to start from, such as a fitted model. Default: `nInit` starts drawn as `initParams` says. */
  start: optional(thing<MixtureStart>('object', { expects: 'an object with an entry for each name' })),
  /** Told how far the fit has come; what it throws stops the fit, and nothing is left of it. */
  onProgress: ON_PROGRESS,
});

/** Options of one fit. */
export interface GaussianMixtureFitOptions extends Given<typeof MIXTURE_FIT_OPTIONS> {}

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
  private readonly options: Static<typeof GAUSSIAN_MIXTURE_OPTIONS>;

  /** @throws InputError naming an option that is unknown or out of its range. */
  constructor(options: GaussianMixtureOptions = {}) {
    this.options = resolveOptions('GaussianMixture', GAUSSIAN_MIXTURE_OPTIONS, options);
  }

  /**
   * @param X n × d, every value finite.
   * @param fitOptions `onProgress` is told of the 'starts run' at every iteration.
   * @throws InputError when there are fewer rows, or fewer distinct rows, than components; on a bad cell, named by row
   * and column; on a start that does not fit; when every start leads to a covariance of no volume.
   */
  fit(X: MatrixLike, fitOptions: GaussianMixtureFitOptions = {}): GaussianMixtureModel {
    const { start, onProgress } = resolveOptions('fit', MIXTURE_FIT_OPTIONS, fitOptions);
    const matrix = toMatrix(X);
    checkSquares(matrix);
    checkDistinctRows(matrix, this.options.nClusters);
    return new GaussianMixtureModel(fitMixture(matrix, { ...this.options, start, onProgress }));
  }
}
