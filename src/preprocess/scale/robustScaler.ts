import type { Transformer } from '../../core/estimator';
import type { MatrixLike } from '../../core/matrix';
import { resolveOptions } from '../../core/resolveOptions';
import { array, type Given, object } from '../../core/schema';
import { quantile, standardDeviation } from '../../core/statistics';
import { type AffineJSON, AffineModel, affineFromJSON, fitAffine } from './affine';
import { checkRange, type Range } from './range';

/** What the options may be. @internal */
export const ROBUST_SCALER_OPTIONS = object({
  /** The two percentiles whose distance becomes 1 (default [25, 75], the interquartile range). */
  quantileRange: array<Range>({ default: [25, 75] }),
});

/** Options of `RobustScaler`. */
export interface RobustScalerOptions extends Given<typeof ROBUST_SCALER_OPTIONS> {}

/**
 * Scales every column to median 0 and interquartile range 1; a few extreme values hardly affect either. Where most values
 * of a column are the same, its two quantiles are equal and say nothing of how far the others lie apart: then the range
 * from the 5th to the 95th percentile takes the place of theirs, and if that is 0 too, the standard deviation. A constant
 * column is only centered: its scale is 1.
 *
 * @throws InputError for percentiles that are not in order within 0 to 100; from `fit` for an empty table or a
 * value that is not finite.
 *
 * Cost: O(d · n log n) for `fit`, O(n·d) for `transform`, in float64.
 *
 * Source: as scikit-learn's `RobustScaler`, which leaves a column whose two quantiles are equal on its own scale; quantiles
 * interpolate linearly.
 *
 * @example
 * const Z = new RobustScaler().fit(X).transform(X);
 */
export class RobustScaler implements Transformer<RobustScalerModel> {
  /** The two percentiles, 0 to 100. */
  readonly quantileRange: readonly [number, number];

  constructor(options: RobustScalerOptions = {}) {
    const { quantileRange } = resolveOptions('RobustScaler', ROBUST_SCALER_OPTIONS, options);
    this.quantileRange = checkRange('quantileRange', quantileRange, { min: 0, max: 100 });
  }

  /** Learns median and quantile range of each column of `X` (n × d). */
  fit(X: MatrixLike): RobustScalerModel {
    const [low, high] = this.quantileRange;
    const learn = (values: Float64Array) => {
      values.sort();
      const between = (least: number, greatest: number) =>
        quantile(values, greatest / 100) - quantile(values, least / 100);
      const scale = between(low, high) || between(5, 95) || standardDeviation(values) || 1;
      return { center: quantile(values, 0.5), scale };
    };
    return new RobustScalerModel(fitAffine(X, learn));
  }
}

/**
 * What `RobustScaler` learned: `center` is each column's median, `scale` the distance of the two quantiles (or what was
 * used instead).
 *
 * @example
 * const model = new RobustScaler().fit([[0], [2], [8]]);
 * model.transform([[4]]).toRows(); // [[0.5]]
 * RobustScalerModel.fromJSON(model.toJSON()).inverseTransform([[0]]).toRows(); // [[2]]
 */
export class RobustScalerModel extends AffineModel {
  protected readonly type = 'RobustScaler';

  /** The model that `toJSON` gave, with identical answers. @throws InputError if it belongs to another model. */
  static fromJSON(json: AffineJSON): RobustScalerModel {
    return new RobustScalerModel(affineFromJSON('RobustScaler', json));
  }
}
