import { InputError } from '../core/errors';
import type { ModelJSON } from '../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../core/matrix';
import { display } from '../core/options';

/** What every scaler has learnt: each column j becomes (x − center[j]) / scale[j]. */
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

/** (x − center) / scale, column by column. Cost: O(n·d). */
export function applyAffine(X: MatrixLike, { center, scale, columns }: Affine): Matrix {
  return mapColumns(X, center.length, columns, (value, j) => (value - center[j]) / scale[j]);
}

/** z · scale + center, column by column. Cost: O(n·d). */
export function undoAffine(Z: MatrixLike, { center, scale, columns }: Affine): Matrix {
  return mapColumns(Z, center.length, columns, (value, j) => value * scale[j] + center[j]);
}

/** A scaling as JSON; numbers come back exactly. */
export function affineToJSON(type: string, { center, scale, columns }: Affine): AffineJSON {
  const names = columns && { columns: columns.slice() };
  return { type, version: 1, center: Array.from(center), scale: Array.from(scale), ...names };
}

/** The scaling of a JSON. @throws InputError when it is another model's, of another version, or damaged. */
export function affineFromJSON(type: string, json: AffineJSON): Affine {
  if (json?.type !== type || json.version !== 1) {
    throw new InputError(
      `this JSON is of type ${display(json?.type)}, version ${display(json?.version)}; ${type} version 1 was expected`,
    );
  }
  const { center, scale, columns } = json;
  const sound = (values: unknown) => Array.isArray(values) && values.every(Number.isFinite);
  const named = columns === undefined || columns.length === center?.length;
  if (!sound(center) || !sound(scale) || center.length !== scale.length || !named) {
    throw new InputError(
      `this JSON of a ${type} is damaged: \`center\`, \`scale\` and \`columns\` do not fit`,
    );
  }
  return { center: Float64Array.from(center), scale: Float64Array.from(scale), columns };
}

/** Each column's values, one after the other. */
export function eachColumn(X: Matrix, visit: (values: Float64Array, j: number) => void): void {
  for (let j = 0; j < X.cols; j++) visit(X.column(j), j);
}

function mapColumns(
  input: MatrixLike,
  cols: number,
  columns: readonly string[] | undefined,
  change: (value: number, j: number) => number,
): Matrix {
  const X = toFittedMatrix(input, { cols, columns });
  const result = Matrix.zeros(X.rows, cols, columns ?? X.columns);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < cols; j++) result.data[i * cols + j] = change(X.data[i * cols + j], j);
  }
  return result;
}
