import type { Transformer } from '../../core/estimator';
import type { MatrixLike } from '../../core/matrix';
import { resolveOptions } from '../../core/resolveOptions';
import { array, type Given, object } from '../../core/schema';
import { type AffineJSON, AffineModel, affineFromJSON, fitAffine } from './affine';
import { checkRange, type Range } from './range';

/** What the options may be. @internal */
export const MIN_MAX_SCALER_OPTIONS = object({
  /** The range to scale each column to (default [0, 1]). */
  featureRange: array<Range>({ default: [0, 1] }),
});

/** Options of `MinMaxScaler`. */
export interface MinMaxScalerOptions extends Given<typeof MIN_MAX_SCALER_OPTIONS> {}

/**
 * Scales every column linearly to a range: its minimum to the low end and its maximum to the high end. A
 * constant column becomes the low end. Values beyond the fitted minimum or maximum end up outside the range.
 *
 * @throws InputError for a range whose ends are not in order; from `fit` for an empty table or a value that is not
 * finite.
 *
 * Cost of `fit` and `transform`: O(n·d), in float64.
 *
 * @example
 * const Z = new MinMaxScaler().fit(X).transform(X);
 */
export class MinMaxScaler implements Transformer<MinMaxScalerModel> {
  /** The range each column is brought to. */
  readonly featureRange: readonly [number, number];

  constructor(options: MinMaxScalerOptions = {}) {
    const { featureRange } = resolveOptions('MinMaxScaler', MIN_MAX_SCALER_OPTIONS, options);
    this.featureRange = checkRange('featureRange', featureRange);
  }

  /** Learns minimum and maximum of each column of `X` (n × d). */
  fit(X: MatrixLike): MinMaxScalerModel {
    const [low, high] = this.featureRange;
    const learn = (values: Float64Array) => {
      const [least, greatest] = extent(values);
      const scale = greatest > least ? (greatest - least) / (high - low) : 1;
      return { center: least - low * scale, scale };
    };
    return new MinMaxScalerModel(fitAffine(X, learn));
  }
}

/**
 * What `MinMaxScaler` learned: `center` is the value of each column that becomes 0, `scale` how much of it makes one
 * unit of the range (1 for a constant column).
 *
 * @example
 * const model = new MinMaxScaler().fit([[0], [2], [8]]);
 * model.transform([[4]]).toRows(); // [[0.5]]
 * MinMaxScalerModel.fromJSON(model.toJSON()).inverseTransform([[0]]).toRows(); // [[0]]
 */
export class MinMaxScalerModel extends AffineModel {
  protected readonly type = 'MinMaxScaler';

  /** The model that `toJSON` gave, with identical answers. @throws InputError if it belongs to another model. */
  static fromJSON(json: AffineJSON): MinMaxScalerModel {
    return new MinMaxScalerModel(affineFromJSON('MinMaxScaler', json));
  }
}

function extent(values: Float64Array): [number, number] {
  let [least, greatest] = [values[0], values[0]];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
