import type { Transformer } from '../../core/estimator';
import type { MatrixLike } from '../../core/matrix';
import { resolveOptions } from '../../core/resolveOptions';
import { boolean, type Given, object } from '../../core/schema';
import { mean, standardDeviation } from '../../core/statistics';
import { type AffineJSON, AffineModel, affineFromJSON, fitAffine } from './affine';

/** What the options may be. @internal */
export const STANDARD_SCALER_OPTIONS = object({
  /** Subtract each column's mean (default true). */
  withMean: boolean({ default: true }),
  /** Divide by each column's population standard deviation (default true). */
  withStd: boolean({ default: true }),
});

/** Options of `StandardScaler`. */
export interface StandardScalerOptions extends Given<typeof STANDARD_SCALER_OPTIONS> {}

/**
 * Scales every column to mean 0 and (population) standard deviation 1, so that age and income count equally. A
 * constant column becomes zeros: its scale is 1.
 *
 * @throws InputError from `fit` for an empty table or a value that is not finite.
 *
 * Cost of `fit` and `transform`: O(n·d), in float64.
 *
 * Source: as scikit-learn's `StandardScaler`, also in what counts as constant.
 *
 * @example
 * const model = new StandardScaler().fit(X);
 * const Z = model.transform(X);
 */
export class StandardScaler implements Transformer<StandardScalerModel> {
  /** Whether means are subtracted. */
  readonly withMean: boolean;
  /** Whether columns are divided by their standard deviation. */
  readonly withStd: boolean;

  constructor(options: StandardScalerOptions = {}) {
    const { withMean, withStd } = resolveOptions('StandardScaler', STANDARD_SCALER_OPTIONS, options);
    this.withMean = withMean;
    this.withStd = withStd;
  }

  /** Learns mean and standard deviation of each column of `X` (n × d). */
  fit(X: MatrixLike): StandardScalerModel {
    const learn = (values: Float64Array) => {
      const average = mean(values);
      return { center: this.withMean ? average : 0, scale: this.withStd ? scaleOf(values, average) : 1 };
    };
    return new StandardScalerModel(fitAffine(X, learn));
  }
}

/**
 * What `StandardScaler` learned: `scale` is each column's standard deviation (1 for a constant column or where
 * `withStd` was false).
 *
 * @example
 * const model = new StandardScaler().fit([[0], [2], [8]]);
 * model.transform([[4]]).toRows(); // [[0.196]]
 * StandardScalerModel.fromJSON(model.toJSON()).inverseTransform([[0]]).toRows(); // [[3.333]]
 */
export class StandardScalerModel extends AffineModel {
  protected readonly type = 'StandardScaler';

  /** Mean of each column (0 where `withMean` was false): `center` under scikit-learn's name. */
  get mean(): Float64Array {
    return this.center;
  }

  /** The model that `toJSON` gave, with identical answers. @throws InputError if it belongs to another model. */
  static fromJSON(json: AffineJSON): StandardScalerModel {
    return new StandardScalerModel(affineFromJSON('StandardScaler', json));
  }
}

/** 1 where the spread is no more than what rounding makes of a constant column (Chan, Golub and LeVeque 1983). */
function scaleOf(values: Float64Array, average: number): number {
  const spread = standardDeviation(values);
  const rounding = values.length * Number.EPSILON;
  return spread * Math.sqrt(1 - rounding) <= rounding * Math.abs(average) ? 1 : spread;
}
