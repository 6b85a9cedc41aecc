import { InputError } from '../../core/errors';
import { Matrix } from '../../core/matrix';
import { checkList } from '../../core/options';
import { phrase } from '../../core/phrase';
import type { Cell } from '../../table/cell';
import { isNullish } from '../../table/missing';
import { suggestion } from '../nearestName';
import type { DataFrame } from './danfoTypes';
import { checkFrame } from './dataFrame';

/**
 * A copy of every column, by name, in the frame's order; missing values are `null`. The counterpart of
 * `createFrame`, for computing on plain arrays.
 *
 * Cost: O(rows × columns).
 *
 * @example
 * columnsOf(createFrame({ Age: [34, 51], Income: [42000, null] })).get('Income'); // [42000, null]
 */
export function columnsOf(frame: DataFrame): Map<string, Cell[]> {
  checkFrame(frame);
  return new Map(frame.columns.map((name: string, j: number) => [name, cellsAt(frame, j)]));
}

/**
 * A copy of one column, length n; missing values are `null`.
 * @throws InputError naming the nearest column when there is none of that name.
 * Cost: O(n).
 *
 * @example
 * columnOf(createFrame({ City: ['Oslo', null] }), 'City'); // ['Oslo', null]
 */
export function columnOf(frame: DataFrame, name: string): Cell[] {
  return cellsAt(frame, positionOf(frame, name));
}

/**
 * A copy of one column as numbers: missing values are NaN, true and false 1 and 0.
 * @throws InputError naming row (0-based) and value where a text stands, or the nearest column when unknown.
 *
 * @example
 * numericColumn(createFrame({ Income: [58138, null] }), 'Income'); // Float64Array [58138, NaN]
 */
export function numericColumn(frame: DataFrame, name: string): Float64Array {
  return Float64Array.from(columnOf(frame, name), (value, row) => {
    if (value === null) return Number.NaN;
    if (typeof value === 'string') {
      throw new InputError(
        'unreadable-value',
        phrase`column ${{ column: name }} holds ${{ value }} in row ${{ row }}, where a number belongs`,
        { remedy: 'encode categories first (see `oneHotEncode`, `ordinalEncode`)' },
      );
    }
    return Number(value);
  });
}

/**
 * The chosen columns as an n × d matrix of float64, for estimators. Missing values come out as NaN, which
 * estimators refuse by row and column: drop or fill them before.
 *
 * @param columns in the order wanted; default every column of numbers.
 * @throws InputError for an unknown column, a column of text, or when there is no column to take.
 * Cost: O(n·d).
 *
 * @example
 * const X = toNumericMatrix(customers, ['Age', 'Income']); // n × 2
 */
export function toNumericMatrix(
  frame: DataFrame,
  columns: readonly string[] = numericColumns(frame),
): Matrix {
  if (checkList('columns', columns).length === 0)
    throw new InputError('missing-column', 'there is no column of numbers to take');
  const values = columns.map((name) => numericColumn(frame, name));
  const matrix = Matrix.zeros(frame.values.length, columns.length, columns.slice());
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.cols; j++) matrix.data[i * matrix.cols + j] = values[j][i];
  }
  return matrix;
}

/**
 * Names of the columns that hold numbers (missing values aside) and nothing else, in the frame's order.
 * Cost: O(rows × columns).
 *
 * @example
 * numericColumns(createFrame({ Age: [34, null], City: ['Oslo', 'Rome'] })); // ['Age']
 */
export function numericColumns(frame: DataFrame): string[] {
  return Array.from(columnsOf(frame))
    .filter(([, values]) => isNumeric(values))
    .map(([name]) => name);
}

/** Whether at least one value is known and all known ones are numbers. */
export function isNumeric(values: readonly Cell[]): boolean {
  const known = values.filter((value) => value !== null);
  return known.length > 0 && known.every((value) => typeof value === 'number');
}

/** Position of a column. @throws InputError naming the nearest when there is none of that name. */
export function positionOf(frame: DataFrame, name: string): number {
  const position = checkFrame(frame).columns.indexOf(name);
  if (position < 0)
    throw new InputError('missing-column', phrase`there is no column ${{ column: name }}`, {
      remedy: suggestion(String(name), frame.columns),
    });
  return position;
}

function cellsAt(frame: DataFrame, position: number): Cell[] {
  return (frame.values as Cell[][]).map((row) => (isNullish(row[position]) ? null : row[position]));
}
