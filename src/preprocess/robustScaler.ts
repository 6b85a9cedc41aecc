import { InputError } from '../core/errors';
import type { Transformer } from '../core/estimator';
import { type MatrixLike, toMatrix } from '../core/matrix';
import { checkKnown, checkList, checkNumber } from '../core/options';
import { quantile } from '../core/statistics';
import { type AffineJSON, AffineModel, affineFromJSON, eachColumn } from './affine';

/** Options of `RobustScaler`. */
export interface RobustScalerOptions {
  /** The two percentiles whose distance becomes 1 (default [25, 75], the interquartile range). */
  quantileRange?: readonly [low: number, high: number];
}

/**
 * Brings every column to median 0 and interquartile range 1: a few absurd values hardly move either. A column
 * whose two quantiles are equal is only centred: its scale is 1.
 *
 * @throws InputError for percentiles that are not in order within 0 to 100; from `fit` for an empty table or a
 * value that is not finite.
 *
 * Cost: O(d · n log n) for `fit`, O(n·d) for `transform`, in float64.
 *
 * Source: as scikit-learn's `RobustScaler`; quantiles interpolate linearly.
 *
 * @example
 * const Z = new RobustScaler().fit(X).transform(X);
 */
export class RobustScaler implements Transformer<RobustScalerModel> {
  /** The two percentiles, 0 to 100. */
  readonly quantileRange: readonly [number, number];

  constructor(options: RobustScalerOptions = {}) {
    checkKnown('RobustScaler', options, ['quantileRange']);
    const [low, high] = checkList('quantileRange', options.quantileRange ?? [25, 75]);
    checkNumber('quantileRange[0]', low, { min: 0, max: 100 });
    checkNumber('quantileRange[1]', high, { min: 0, max: 100 });
    if (low >= high) {
      throw new InputError(
        `\`quantileRange\` is [${low}, ${high}]; its first end must be less than its second`,
      );
    }
    this.quantileRange = [low, high];
  }

  /** Learns median and quantile range of each column of `X` (n × d). */
  fit(X: MatrixLike): RobustScalerModel {
    const matrix = toMatrix(X);
    const [low, high] = this.quantileRange;
    const center = new Float64Array(matrix.cols);
    const scale = new Float64Array(matrix.cols);
    eachColumn(matrix, (values, j) => {
      values.sort();
      center[j] = quantile(values, 0.5);
      scale[j] = quantile(values, high / 100) - quantile(values, low / 100) || 1;
    });
    return new RobustScalerModel({ center, scale, columns: matrix.columns });
  }
}

/**
 * What `RobustScaler` learnt: `center` is each column's median, `scale` the distance of the two quantiles (1 where
 * they are equal).
 *
 * @example
 * const model = new RobustScaler().fit([[0], [2], [8]]);
 * model.transform([[4]]).toRows(); // [[0.5]]
 * RobustScalerModel.fromJSON(model.toJSON()).inverseTransform([[0]]).toRows(); // [[2]]
 */
export class RobustScalerModel extends AffineModel {
  protected readonly type = 'RobustScaler';

  /** The model that `toJSON` gave, with identical answers. @throws InputError when it is another one's. */
  static fromJSON(json: AffineJSON): RobustScalerModel {
    return new RobustScalerModel(affineFromJSON('RobustScaler', json));
  }
}
