import { checkModelJSON } from '../../core/checkModelJSON';
import { InputError } from '../../core/errors';
import type { ClusterModel, ModelJSON } from '../../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../../core/matrix';
import { checkOneOf } from '../../core/options';
import { nearestSegments } from '../shared/nearestSegment';
import { COVARIANCE_KINDS } from './covarianceKinds';
import { COVARIANCE_TYPES, type CovarianceType } from './covarianceTypes';
import { flattenCovariances, type MixtureCovariances, nestCovariances } from './mixtureCovariances';
import {
  densityOf,
  expectationStep,
  type MixtureDensity,
  mixtureDistances,
  sumLogDensity,
} from './mixtureDensity';
import type { MixtureParameters } from './mixtureParameters';

/** Why the iterations ended: the likelihood stood still, or there were no iterations left. */
export type MixtureStopReason = 'converged' | 'max-iterations';

/** A fitted mixture as plain data. */
export interface GaussianMixtureModelJSON extends ModelJSON {
  type: 'GaussianMixture';
  version: 1;
  columns?: string[];
  covarianceType: CovarianceType;
  weights: number[];
  /** nClusters rows of d. */
  means: number[][];
  covariances: MixtureCovariances;
  labels: number[];
  logLikelihood: number;
  lowerBound: number;
  nIter: number;
  stopReason: MixtureStopReason;
}

/** What a fit found. */
export interface GaussianMixtureState {
  covarianceType: CovarianceType;
  parameters: MixtureParameters;
  /** Length n. */
  labels: Int32Array;
  logLikelihood: number;
  lowerBound: number;
  nIter: number;
  stopReason: MixtureStopReason;
}

/**
 * A fitted Gaussian mixture: k components, each a share of the rows, a mean and a covariance. `predict` of the training
 * rows is `labels`. Nothing here needs TensorFlow.
 *
 * A component that is nowhere the likeliest has no rows of its own; such components come last.
 *
 * @example
 * const model = new GaussianMixture({ nClusters: 2 }).fit([[-1], [0], [1], [9], [11]]);
 * model.weights;                // Float64Array [0.6, 0.4]
 * model.means.toRows();         // [[0.0], [10.0]]
 * model.covariances;            // [[[0.667]], [[1.000001]]]
 * model.memberships([[4.5]]).toRows(); // [[0.633, 0.367]]
 * GaussianMixtureModel.fromJSON(model.toJSON()).predict([[8]]); // Int32Array [1]
 */
export class GaussianMixtureModel implements ClusterModel {
  /** Likeliest component of each training row; 0 is the segment with most rows. Length n. */
  readonly labels: Int32Array;
  /** How many components. */
  readonly nClusters: number;
  /** Shape of the components. */
  readonly covarianceType: CovarianceType;
  /** Share of each component; together 1. Length nClusters. */
  readonly weights: Float64Array;
  /** nClusters × d, in the table's own units. */
  readonly means: Matrix;
  /** k × d × d for `full`, d × d for `tied`, k × d (variances) for `diagonal`, k for `spherical`. */
  readonly covariances: MixtureCovariances;
  /** Sum over the training rows of the logarithm of the mixture's density. */
  readonly logLikelihood: number;
  /** Mean log-likelihood of a training row before the last update: what starts are compared by. */
  readonly lowerBound: number;
  /** Iterations that the best start took. */
  readonly nIter: number;
  /** Whether that start converged, or ran out of iterations: then ask for a greater `maxIter`. */
  readonly stopReason: MixtureStopReason;
  private readonly density: MixtureDensity;

  /** @internal Made by `GaussianMixture.fit` and `fromJSON`. */
  constructor({ covarianceType, parameters, ...found }: GaussianMixtureState) {
    const { weights, means, covariances } = parameters;
    const kind = COVARIANCE_KINDS[covarianceType];
    const density = densityOf(parameters, kind);
    if (!density) {
      const remedy = 'fit and save the mixture again';
      throw new InputError('damaged-file', 'a covariance of this mixture is not positive definite', {
        remedy,
      });
    }
    this.density = density;
    this.labels = found.labels;
    this.nClusters = means.rows;
    this.covarianceType = covarianceType;
    this.weights = weights;
    this.means = means;
    this.covariances = nestCovariances(covariances, kind.shape(means.rows, means.cols));
    this.logLikelihood = found.logLikelihood;
    this.lowerBound = found.lowerBound;
    this.nIter = found.nIter;
    this.stopReason = found.stopReason;
  }

  /**
   * The likeliest component of each row: that at the least of its `distances`, of several the first.
   * @param X m × d, the fitted columns in the fitted order.
   * @returns length m.
   * @throws InputError when the columns are not those of the fit, or a value is not finite.
   * Cost: O(m·k·d²); O(m·k·d) where covariances are diagonal or spherical.
   */
  predict(X: MatrixLike): Int32Array {
    return nearestSegments(this.distances(X));
  }

  /**
   * How far each row is from each component, m × nClusters, in standard deviations: √(2·(highest − own)), where `own`
   * is the logarithm of the component's weight times its density at the row, and `highest` the greatest such logarithm
   * anywhere. Where components have equal weights and covariances, this is the Mahalanobis distance to their means;
   * elsewhere small and dense components are nearer, so that the least distance is always that of the likeliest one.
   * @throws InputError as `predict`.
   * Cost: as `predict`.
   */
  distances(X: MatrixLike): Matrix {
    return mixtureDistances(this.checked(X), this.density);
  }

  /**
   * Probability of each component, given the row: m × nClusters; each row adds up to 1. scikit-learn's `predict_proba`.
   * @throws InputError as `predict`.
   * Cost: as `predict`.
   */
  memberships(X: MatrixLike): Matrix {
    const matrix = this.checked(X);
    const { shares } = expectationStep(matrix, this.density);
    const memberships = Matrix.zeros(matrix.rows, this.nClusters);
    for (let i = 0, at = 0; i < matrix.rows; i++) {
      for (let c = 0; c < this.nClusters; c++, at++) memberships.data[at] = shares[c * matrix.rows + i];
    }
    return memberships;
  }

  /**
   * Mean log-likelihood of a row.
   * @throws InputError as `predict`.
   * Cost: as `predict`.
   */
  score(X: MatrixLike): number {
    const matrix = this.checked(X);
    return sumLogDensity(expectationStep(matrix, this.density)) / matrix.rows;
  }

  /**
   * Bayesian information criterion of the mixture on `X`: −2·log-likelihood + free parameters·ln m; less is better.
   * @throws InputError as `predict`.
   * Cost: as `predict`.
   * Source: Schwarz, "Estimating the dimension of a model" (1978).
   */
  bic(X: MatrixLike): number {
    const matrix = this.checked(X);
    return -2 * matrix.rows * this.score(matrix) + this.freeParameters() * Math.log(matrix.rows);
  }

  /**
   * Akaike's information criterion of the mixture on `X`: −2·log-likelihood + 2·free parameters; less is better.
   * @throws InputError as `predict`.
   * Cost: as `predict`.
   * Source: Akaike, "A new look at the statistical model identification" (1974).
   */
  aic(X: MatrixLike): number {
    const matrix = this.checked(X);
    return -2 * matrix.rows * this.score(matrix) + 2 * this.freeParameters();
  }

  /** Plain data that `GaussianMixtureModel.fromJSON` brings back with identical answers. */
  toJSON(): GaussianMixtureModelJSON {
    const { columns } = this.means;
    return {
      type: 'GaussianMixture',
      version: 1,
      ...(columns && { columns: [...columns] }),
      covarianceType: this.covarianceType,
      weights: Array.from(this.weights),
      means: this.means.toRows(),
      covariances: this.covariances,
      labels: Array.from(this.labels),
      logLikelihood: this.logLikelihood,
      lowerBound: this.lowerBound,
      nIter: this.nIter,
      stopReason: this.stopReason,
    };
  }

  /**
   * The model that `toJSON` wrote.
   * @throws InputError when `json` is another model's, of another version, or damaged.
   */
  static fromJSON(json: GaussianMixtureModelJSON): GaussianMixtureModel {
    const arrays = ['labels', 'weights', 'means', 'covariances'] as const;
    checkModelJSON(json, 'GaussianMixture', 'GaussianMixtureModel', arrays);
    const { logLikelihood, lowerBound, nIter, stopReason } = json;
    const covarianceType = checkOneOf('covarianceType', json.covarianceType, COVARIANCE_TYPES);
    const means = Matrix.fromRows(json.means, json.columns);
    const shape = COVARIANCE_KINDS[covarianceType].shape(means.rows, means.cols);
    const covariances = flattenCovariances(json.covariances, shape, 'covariances');
    return new GaussianMixtureModel({
      covarianceType,
      parameters: { weights: Float64Array.from(json.weights), means, covariances },
      labels: Int32Array.from(json.labels),
      logLikelihood,
      lowerBound,
      nIter,
      stopReason,
    });
  }

  /** Weights (but for the last, which follows), means and covariances. */
  private freeParameters(): number {
    const { rows: k, cols: d } = this.means;
    return k - 1 + k * d + COVARIANCE_KINDS[this.covarianceType].freeParameters(k, d);
  }

  private checked(X: MatrixLike): Matrix {
    return toFittedMatrix(X, { cols: this.means.cols, columns: this.means.columns });
  }
}
