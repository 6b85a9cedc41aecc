import { InputError } from './errors';
import { checkList } from './options';
import { phrase } from './phrase';

/**
 * A dense row-major matrix of float64: `data[i * cols + j]` is row i (a customer), column j (a feature).
 * `columns`, where known, names the features in order.
 *
 * @example
 * const X = Matrix.fromRows([[1, 2], [3, 4]], ['age', 'income']);
 * X.get(1, 0);        // 3
 * X.column('income'); // Float64Array [2, 4]
 */
export class Matrix {
  /**
   * Takes the array as it is, without a copy.
   * @param data row by row, of length rows × cols.
   * @throws InputError when the length, or the number of column names, does not fit.
   */
  constructor(
    readonly data: Float64Array,
    readonly rows: number,
    readonly cols: number,
    readonly columns?: readonly string[],
  ) {
    if (data.length !== rows * cols) {
      throw new InputError(
        'wrong-shape',
        `a ${rows} × ${cols} matrix needs ${rows * cols} numbers, not ${data.length}`,
      );
    }
    if (columns && columns.length !== cols) {
      throw new InputError('wrong-shape', `${columns.length} column names were given for ${cols} columns`);
    }
  }

  /** A matrix of zeros. */
  static zeros(rows: number, cols: number, columns?: readonly string[]): Matrix {
    return new Matrix(new Float64Array(rows * cols), rows, cols, columns);
  }

  /**
   * From an array of rows, copied; values are not looked at (see `toMatrix`).
   * @param columns default none.
   * @throws InputError when `rows` or one of them is no array, or a row is longer or shorter than the first.
   */
  static fromRows(rows: readonly ArrayLike<number>[], columns?: readonly string[]): Matrix {
    checkList('rows', rows);
    const cols = columns?.length ?? rows[0]?.length ?? 0;
    const data = new Float64Array(rows.length * cols);
    rows.forEach((row, i) => {
      if (!isRow(row))
        throw new InputError('wrong-type', phrase`row ${{ row: i }} is ${{ value: row }}`, {
          remedy: 'every row must be an array of numbers',
        });
      if (row.length !== cols)
        throw new InputError(
          'wrong-shape',
          phrase`row ${{ row: i }} has ${row.length} values, row 0 has ${cols}`,
        );
      data.set(row, i * cols);
    });
    return new Matrix(data, rows.length, cols, columns);
  }

  /** The value in row `i`, column `j`. */
  get(i: number, j: number): number {
    return this.data[i * this.cols + j];
  }

  /** Row `i` as a view: writing to it writes to the matrix. */
  row(i: number): Float64Array {
    return this.data.subarray(i * this.cols, (i + 1) * this.cols);
  }

  /**
   * A copy of one column, by position or by name.
   * @throws InputError when there is no such column.
   */
  column(which: number | string): Float64Array {
    const j = typeof which === 'number' ? which : this.indexOf(which);
    if (!(j >= 0 && j < this.cols))
      throw new InputError('missing-column', phrase`there is no column ${{ column: j }}`, {
        remedy: `the matrix has ${this.cols}`,
      });
    return Float64Array.from({ length: this.rows }, (_, i) => this.data[i * this.cols + j]);
  }

  /** A copy of the chosen rows, in the order given. */
  selectRows(indices: ArrayLike<number>): Matrix {
    const taken = Matrix.zeros(indices.length, this.cols, this.columns);
    const { data, cols } = this;
    const { data: copy } = taken;
    for (let i = 0, to = 0; i < indices.length; i++, to += cols) {
      const from = indices[i] * cols; // four columns a turn: a third of the time of setting row by row
      let j = 0;
      for (; j + 3 < cols; j += 4) {
        copy[to + j] = data[from + j];
        copy[to + j + 1] = data[from + j + 1];
        copy[to + j + 2] = data[from + j + 2];
        copy[to + j + 3] = data[from + j + 3];
      }
      for (; j < cols; j++) copy[to + j] = data[from + j];
    }
    return taken;
  }

  /**
   * A copy of the chosen columns, by name, in the order given.
   * @throws InputError when there is no such column.
   */
  select(columns: readonly string[]): Matrix {
    const from = columns.map((name) => this.indexOf(name));
    const selected = Matrix.zeros(this.rows, columns.length, columns);
    for (let i = 0; i < this.rows; i++) {
      for (let j = 0; j < from.length; j++) selected.data[i * from.length + j] = this.get(i, from[j]);
    }
    return selected;
  }

  /** As nested arrays, for figures and JSON. */
  toRows(): number[][] {
    return Array.from({ length: this.rows }, (_, i) => Array.from(this.row(i)));
  }

  private indexOf(name: string): number {
    const index = this.columns?.indexOf(name) ?? -1;
    if (index < 0) {
      const known = this.columns ? `it has ${this.columns.join(', ')}` : 'its columns have no names';
      throw new InputError('missing-column', phrase`there is no column ${{ column: name }}`, {
        remedy: known,
      });
    }
    return index;
  }
}

/** What a danfojs `DataFrame` looks like from here. */
export interface DataFrameLike {
  readonly columns: string[];
  readonly shape: number[];
  readonly values: unknown;
}

/** What a TensorFlow.js 2-D tensor looks like from here. */
export interface TensorLike {
  readonly shape: number[];
  readonly rank: number | string;
  /** The values in row-major order. */
  dataSync(): ArrayLike<number>;
}

/** Everything an estimator accepts as a table of numbers: n rows (customers) × d columns (features). */
export type MatrixLike = Matrix | readonly (readonly number[])[] | DataFrameLike | TensorLike;

/**
 * Brings any accepted table to a `Matrix` and checks it: at least one row and one column, every value finite.
 * A `Matrix` is passed through without a copy.
 *
 * @param name what the table is called in error messages.
 * @throws InputError naming the first bad cell by row (0-based) and column, its value, and the remedy.
 * Cost: O(n·d).
 *
 * @example
 * toMatrix([[1, 2], [3, 4]]).column(1); // Float64Array [2, 4]
 */
export function toMatrix(input: MatrixLike, name = 'X'): Matrix {
  const matrix = convert(input, name);
  if (matrix.rows === 0 || matrix.cols === 0) {
    throw new InputError('no-data', `${name} is empty (${matrix.rows} rows × ${matrix.cols} columns)`, {
      remedy: 'nothing can be learned from it',
    });
  }
  const bad = firstNotFinite(matrix.data);
  if (bad >= 0)
    throw badCell(
      name,
      Math.floor(bad / matrix.cols),
      nameOf(matrix.columns, bad % matrix.cols),
      matrix.data[bad],
    );
  return matrix;
}

/**
 * As `toMatrix`, for a model that was fitted on `cols` columns; where both sides name their columns, the names
 * must agree.
 * @throws InputError naming what was expected and what was found.
 */
export function toFittedMatrix(
  input: MatrixLike,
  expected: { cols: number; columns?: readonly string[] },
  name = 'X',
): Matrix {
  const matrix = toMatrix(input, name);
  if (matrix.cols !== expected.cols) {
    throw new InputError('wrong-shape', `${name} has ${matrix.cols} columns`, {
      remedy: `the model was fitted on ${expected.cols}`,
    });
  }
  const { columns } = expected;
  const wrong =
    columns && matrix.columns ? columns.findIndex((column, j) => column !== matrix.columns![j]) : -1;
  if (wrong >= 0) {
    throw new InputError(
      'wrong-shape',
      phrase`column ${wrong} of ${name} is ${{ column: matrix.columns![wrong] }}`,
      {
        remedy: `the model was fitted on '${columns![wrong]}' there`,
      },
    );
  }
  return matrix;
}

/** A plain loop: `findIndex` takes ten times as long, which a million rows notice. */
function firstNotFinite(values: Float64Array): number {
  let zeros = 0; // two sums, so that one addition need not wait for the other; NaN once a value is not finite
  let others = 0;
  for (let at = 0; at + 1 < values.length; at += 2) {
    zeros += values[at] * 0;
    others += values[at + 1] * 0;
  }
  if (values.length % 2 === 1) zeros += values[values.length - 1] * 0;
  return zeros + others === 0 ? -1 : values.findIndex((value) => !Number.isFinite(value));
}

function convert(input: MatrixLike, name: string): Matrix {
  if (input instanceof Matrix) return input;
  if (Array.isArray(input)) return fromUnknownRows(input, name);
  if (isTensor(input)) return fromTensor(input, name);
  if (isDataFrame(input)) return fromUnknownRows(input.values as unknown[][], name, input.columns);
  throw new InputError('wrong-shape', phrase`${name} is ${{ value: input }}`, {
    remedy: 'it must be a Matrix, an array of rows, a DataFrame of numbers or a 2-D tensor',
  });
}

function fromUnknownRows(rows: readonly unknown[], name: string, columns?: readonly string[]): Matrix {
  const first = rows[0];
  const cols = columns?.length ?? (isRow(first) ? first.length : 0);
  const data = new Float64Array(rows.length * cols);
  rows.forEach((row, i) => {
    if (!isRow(row))
      throw new InputError('wrong-type', phrase`row ${{ row: i }} of ${name} is ${{ value: row }}`, {
        remedy: 'every row must be an array of numbers',
      });
    if (row.length !== cols) {
      throw new InputError('wrong-shape', phrase`row ${{ row: i }} of ${name} has ${row.length} values`, {
        remedy: `${cols} were expected`,
      });
    }
    for (let j = 0; j < cols; j++) {
      if (typeof row[j] !== 'number') throw badCell(name, i, nameOf(columns, j), row[j]);
      data[i * cols + j] = row[j] as number;
    }
  });
  return new Matrix(data, rows.length, cols, columns);
}

function fromTensor(tensor: TensorLike, name: string): Matrix {
  if (tensor.shape.length !== 2) {
    throw new InputError('wrong-shape', `${name} is a tensor of shape [${tensor.shape.join(', ')}]`, {
      remedy: 'it must be 2-D',
    });
  }
  return new Matrix(Float64Array.from(tensor.dataSync()), tensor.shape[0], tensor.shape[1]);
}

function badCell(name: string, row: number, column: string | number, value: unknown): InputError {
  const remedy =
    typeof value === 'string' || typeof value === 'boolean'
      ? 'encode categories as numbers first (see `oneHotEncode`, `ordinalEncode`)'
      : 'drop or fill such rows first (see `dropMissing`, `fillMissing`)';
  return new InputError(
    'unreadable-value',
    phrase`${name} holds ${{ value }} in row ${{ row }}, column ${{ column }}`,
    { remedy: remedy },
  );
}

function nameOf(columns: readonly string[] | undefined, j: number): string | number {
  return columns?.[j] ?? j;
}

function isRow(row: unknown): row is ArrayLike<unknown> {
  return Array.isArray(row) || (ArrayBuffer.isView(row) && !(row instanceof DataView));
}

function isTensor(input: unknown): input is TensorLike {
  return typeof (input as TensorLike)?.dataSync === 'function';
}

export function isDataFrame(input: unknown): input is DataFrameLike {
  const frame = input as DataFrameLike;
  return Array.isArray(frame?.columns) && Array.isArray(frame?.shape) && 'values' in frame;
}
