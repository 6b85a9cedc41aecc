import { checkModelJSON } from '../../core/checkModelJSON';
import { InputError } from '../../core/errors';
import type { ModelJSON, TransformModel } from '../../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix, toMatrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';

/** What every scaler has learned: each column j becomes (x − center[j]) / scale[j]. */
export interface Affine {
  center: Float64Array;
  scale: Float64Array;
  columns?: readonly string[];
}

/** An affine scaling as plain JSON. */
export interface AffineJSON extends ModelJSON {
  center: number[];
  scale: number[];
  columns?: string[];
}

/**
 * A fitted scaler: column j becomes (x − center[j]) / scale[j]. Each scaler defines what the numbers mean. Cost of
 * both directions: O(n·d).
 */
export abstract class AffineModel implements TransformModel {
  /** What becomes 0 in each column. */
  readonly center: Float64Array;
  /** How much of each column becomes 1. */
  readonly scale: Float64Array;
  /** Names of the fitted columns, if known: named columns of later tables must match. */
  readonly columns?: readonly string[];

  /** @internal */
  constructor({ center, scale, columns }: Affine) {
    this.center = center;
    this.scale = scale;
    this.columns = columns;
  }

  /** The scaler's class name, which its JSON contains. */
  protected abstract readonly type: string;

  /** (x − center) / scale, m × d. @throws InputError when columns differ from the fitted ones. */
  transform(X: MatrixLike): Matrix {
    const { center, scale } = this;
    return this.mapColumns(X, (value, j) => (value - center[j]) / scale[j]);
  }

  /** z · scale + center, m × d. @throws InputError when columns differ from the fitted ones. */
  inverseTransform(Z: MatrixLike): Matrix {
    const { center, scale } = this;
    return this.mapColumns(Z, (value, j) => value * scale[j] + center[j]);
  }

  /** The fitted numbers as plain data, without loss of precision. */
  toJSON(): AffineJSON {
    const { type, center, scale, columns } = this;
    const names = columns && { columns: columns.slice() };
    return { type, version: 1, center: Array.from(center), scale: Array.from(scale), ...names };
  }

  private mapColumns(input: MatrixLike, change: (value: number, j: number) => number): Matrix {
    const cols = this.center.length;
    const X = toFittedMatrix(input, { cols, columns: this.columns });
    const result = Matrix.zeros(X.rows, cols, this.columns ?? X.columns);
    for (let i = 0; i < X.rows; i++) {
      for (let j = 0; j < cols; j++) result.data[i * cols + j] = change(X.data[i * cols + j], j);
    }
    return result;
  }
}

/** The scaling of a JSON. @throws InputError if it belongs to another model or version, or is damaged. */
export function affineFromJSON(type: string, json: AffineJSON): Affine {
  checkModelJSON(json, type, `${type}Model`, ['center', 'scale']);
  const { center, scale, columns } = json;
  const sound = (values: readonly number[]) => values.every(Number.isFinite);
  const named = columns === undefined || columns.length === center.length;
  if (!sound(center) || !sound(scale) || center.length !== scale.length || !named) {
    throw new InputError(
      'damaged-file',
      phrase`this JSON of a ${type} is damaged: ${{ option: 'center' }}, ${{ option: 'scale' }} and ${{ option: 'columns' }} do not fit`,
    );
  }
  return { center: Float64Array.from(center), scale: Float64Array.from(scale), columns };
}

/**
 * Learns the scaling of each column of `X` (n × d) by itself.
 * @param learn what becomes 0 and how much becomes 1, from a column's values: a copy, which may be sorted.
 */
export function fitAffine(
  X: MatrixLike,
  learn: (values: Float64Array) => { center: number; scale: number },
): Affine {
  const matrix = toMatrix(X);
  const learned = Array.from({ length: matrix.cols }, (_, j) => learn(matrix.column(j)));
  return {
    center: Float64Array.from(learned, ({ center }) => center),
    scale: Float64Array.from(learned, ({ scale }) => scale),
    columns: matrix.columns,
  };
}
