import { InputError } from '../../core/errors';
import { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, names, object, oneOf, optional, record } from '../../core/schema';
import { mean, standardDeviation } from '../../core/statistics';
import { columnOf, isNumeric } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { suggestion } from '../../datasets/nearestName';
import type { Cell } from '../../table/cell';

/** What the options may be. @internal */
export const MIXED_MATRIX_OPTIONS = object({
  /** The columns wanted, in order. Default: all columns. Leave out identifiers. */
  columns: optional(names()),
  /** Columns of numbers: 'standard' (the default) to mean 0 and standard deviation 1, or 'none'. */
  scale: oneOf(['standard', 'none'], { default: 'standard' }),
  /** The categories of a column, in order; default those it holds, sorted. Numbers named here become categories. */
  categories: record<Readonly<Record<string, readonly string[]>>>({ default: {} }),
});

/** Options of `mixedMatrix`. */
export interface MixedMatrixOptions extends Given<typeof MIXED_MATRIX_OPTIONS> {}

/** Numbers and categories as one matrix. */
export interface MixedMatrix {
  /** n × d: numbers, and codes 0, 1, 2, … of categories; NaN where a value is missing. */
  X: Matrix;
  /** Positions of the columns that hold codes, ascending. */
  categoricalColumns: number[];
  /** The categories of each such column by name: code c is `levels[column][c]`. */
  levels: Readonly<Record<string, readonly string[]>>;
}

/**
 * Combines numbers and categories in one matrix for `KPrototypes` and `gowerDistances`: numbers standardized, texts and
 * yes/no values as codes. Missing values become NaN: `gowerDistances` skips them, `KPrototypes` rejects them.
 *
 * @throws InputError for an unknown column, and for a category that is not among those given.
 * Cost: O(n·d).
 *
 * @example
 * const members = createFrame({ age: [20, 40], gender: ['Male', 'Female'] });
 * const { X, categoricalColumns, levels } = mixedMatrix(members);
 * X.toRows();         // [[-1, 1], [1, 0]]
 * categoricalColumns; // [1]
 * levels.gender;      // ['Female', 'Male']
 */
export function mixedMatrix(frame: DataFrame, options: MixedMatrixOptions = {}): MixedMatrix {
  const given = resolveOptions('mixedMatrix', MIXED_MATRIX_OPTIONS, options);
  const { columns = frame.columns as string[], scale, categories } = given;
  if (columns.length === 0)
    throw new InputError('no-data', phrase`${{ option: 'columns' }} is empty`, {
      remedy: 'name at least one',
    });
  const encoded = columns.map((name: string): EncodedColumn => {
    const cells = columnOf(frame, name);
    if (Object.hasOwn(categories, name)) return codes(name, cells, categories[name]);
    return isNumeric(cells) ? numbers(name, cells, scale) : codes(name, cells, levelsOf(cells));
  });
  const categorical = encoded.flatMap(({ levels }, j) => (levels ? [j] : []));
  return {
    X: joined(encoded),
    categoricalColumns: categorical,
    levels: Object.fromEntries(categorical.map((j) => [encoded[j].name, encoded[j].levels!])),
  };
}

interface EncodedColumn {
  name: string;
  values: Float64Array;
  /** Absent for numbers. */
  levels?: readonly string[];
}

function numbers(name: string, cells: readonly Cell[], scale: 'standard' | 'none'): EncodedColumn {
  const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)));
  if (scale === 'none') return { name, values };
  const known = values.filter((value) => !Number.isNaN(value));
  const [center, spread] = [mean(known), standardDeviation(known) || 1];
  return { name, values: values.map((value) => (value - center) / spread) };
}

function codes(name: string, cells: readonly Cell[], levels: readonly string[]): EncodedColumn {
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const values = Float64Array.from(cells, (cell, row) => {
    if (cell === null) return Number.NaN;
    const code = codeOf.get(String(cell));
    if (code !== undefined) return code;
    throw new InputError(
      'unreadable-value',
      phrase`column ${{ column: name }} holds ${{ value: cell }} in row ${{ row }}, which is not among its categories`,
      { remedy: suggestion(String(cell), Array.from(levels)) },
    );
  });
  return { name, values, levels };
}

function levelsOf(cells: readonly Cell[]): string[] {
  return Array.from(new Set(cells.filter((cell) => cell !== null).map(String))).sort();
}

function joined(columns: readonly EncodedColumn[]): Matrix {
  const names = columns.map(({ name }) => name);
  const X = Matrix.zeros(columns[0].values.length, columns.length, names);
  columns.forEach(({ values }, j) => {
    values.forEach((value, i) => {
      X.data[i * X.cols + j] = value;
    });
  });
  return X;
}
