import type { Transformer, TransformModel } from '../core/estimator';
import { type Matrix, type MatrixLike, toMatrix } from '../core/matrix';
import { checkKnown } from '../core/options';
import { mean, standardDeviation } from '../core/statistics';
import {
  type Affine,
  type AffineJSON,
  affineFromJSON,
  affineToJSON,
  applyAffine,
  eachColumn,
  undoAffine,
} from './affine';

/** Options of `StandardScaler`. */
export interface StandardScalerOptions {
  /** Subtract each column's mean (default true). */
  withMean?: boolean;
  /** Divide by each column's population standard deviation (default true). */
  withStd?: boolean;
}

/**
 * Brings every column to mean 0 and (population) standard deviation 1, so that age and income weigh alike. A
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
    checkKnown('StandardScaler', options, ['withMean', 'withStd']);
    this.withMean = options.withMean ?? true;
    this.withStd = options.withStd ?? true;
  }

  /** Learns mean and standard deviation of each column of `X` (n × d). */
  fit(X: MatrixLike): StandardScalerModel {
    const matrix = toMatrix(X);
    const center = new Float64Array(matrix.cols);
    const scale = new Float64Array(matrix.cols).fill(1);
    eachColumn(matrix, (values, j) => {
      const average = mean(values);
      if (this.withMean) center[j] = average;
      if (this.withStd) scale[j] = scaleOf(values, average);
    });
    return new StandardScalerModel({ center, scale, columns: matrix.columns });
  }
}

/**
 * What `StandardScaler` learnt.
 *
 * @example
 * const model = new StandardScaler().fit([[0], [2], [8]]);
 * model.transform([[4]]).toRows(); // [[0.196]]
 * StandardScalerModel.fromJSON(model.toJSON()).inverseTransform([[0]]).toRows(); // [[3.333]]
 */
export class StandardScalerModel implements TransformModel {
  /** Mean of each column (0 where `withMean` was false). */
  readonly mean: Float64Array;
  /** Standard deviation of each column (1 for a constant column or where `withStd` was false). */
  readonly scale: Float64Array;
  /** Names of the fitted columns, where known: later tables that name theirs must agree. */
  readonly columns?: readonly string[];

  /** @internal */
  constructor({ center, scale, columns }: Affine) {
    this.mean = center;
    this.scale = scale;
    this.columns = columns;
  }

  /** (x − mean) / scale, m × d. @throws InputError when columns differ from the fitted ones. */
  transform(X: MatrixLike): Matrix {
    return applyAffine(X, this.affine);
  }

  /** z · scale + mean, m × d. @throws InputError when columns differ from the fitted ones. */
  inverseTransform(Z: MatrixLike): Matrix {
    return undoAffine(Z, this.affine);
  }

  /** The fitted numbers as plain data. */
  toJSON(): AffineJSON {
    return affineToJSON('StandardScaler', this.affine);
  }

  /** The model that `toJSON` gave, with identical answers. @throws InputError when it is another one's. */
  static fromJSON(json: AffineJSON): StandardScalerModel {
    return new StandardScalerModel(affineFromJSON('StandardScaler', json));
  }

  private get affine(): Affine {
    return { center: this.mean, scale: this.scale, columns: this.columns };
  }
}

/** 1 where the spread is no more than what rounding makes of a constant column (Chan, Golub and LeVeque 1983). */
function scaleOf(values: Float64Array, average: number): number {
  const spread = standardDeviation(values);
  const rounding = values.length * Number.EPSILON;
  return spread * Math.sqrt(1 - rounding) <= rounding * Math.abs(average) ? 1 : spread;
}
