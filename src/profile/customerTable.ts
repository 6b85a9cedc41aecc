import { InputError } from '../core/errors';
import type { DataFrameLike } from '../core/matrix';
import { display } from '../core/options';

/**
 * Customers in original units: a danfojs `DataFrame`, or columns by name. Numbers and yes/no values are compared
 * as numbers, short texts as categories; null, undefined, NaN and empty text are missing.
 */
export type CustomerTable = DataFrameLike | Readonly<Record<string, ArrayLike<unknown>>>;

/** A column of numbers; missing values are NaN. */
export interface NumericColumn {
  kind: 'numeric';
  name: string;
  values: Float64Array;
}

/** A column of 0 and 1; missing values are NaN. */
export interface BinaryColumn {
  kind: 'binary';
  name: string;
  values: Float64Array;
}

/** A column of categories: `levels[codes[i]]` is row i's value, −1 is missing. Levels are in alphabetical order. */
export interface CategoryColumn {
  kind: 'category';
  name: string;
  levels: string[];
  codes: Int32Array;
}

/** A column that says nothing about how customers differ, and why. */
export interface UnusableColumn {
  kind: 'unusable';
  name: string;
  why: string;
}

export type CustomerColumn = NumericColumn | BinaryColumn | CategoryColumn | UnusableColumn;

/** A category with more levels than this is taken for free text. */
const mostLevels = 30;

/**
 * Reads every column once and finds out what it holds. Cost: O(n · columns).
 * @throws InputError when the table is empty, columns differ in length, or a number is infinite.
 */
export function readCustomers(table: CustomerTable): { rows: number; columns: CustomerColumn[] } {
  const raw = customerColumns(table);
  return { rows: raw[0].values.length, columns: raw.map(({ name, values }) => readColumn(name, values)) };
}

/**
 * The columns of a table as they stand, in its order. Cost: O(n · columns) for a data frame, else none.
 * @throws InputError when the table is empty, columns differ in length, or two have one name.
 */
export function customerColumns(table: CustomerTable): RawColumn[] {
  const raw = isDataFrame(table) ? columnsOfFrame(table) : columnsOfRecord(table);
  const rows = raw[0]?.values.length ?? 0;
  if (rows === 0) throw new InputError('the customer table is empty; there is nobody to profile');
  for (const { name, values } of raw) {
    if (values.length !== rows) {
      throw new InputError(
        `column '${name}' has ${values.length} values, '${raw[0].name}' has ${rows}; columns must be equally long`,
      );
    }
  }
  return raw;
}

/** A column's values as they were given. */
export interface RawColumn {
  name: string;
  values: ArrayLike<unknown>;
}

function isDataFrame(table: CustomerTable): table is DataFrameLike {
  const frame = table as DataFrameLike;
  return Array.isArray(frame?.columns) && Array.isArray(frame.shape) && Array.isArray(frame.values);
}

function columnsOfFrame(frame: DataFrameLike): RawColumn[] {
  const rows = frame.values as unknown[][];
  const twice = frame.columns.find((name, j) => frame.columns.indexOf(name) !== j);
  if (twice !== undefined)
    throw new InputError(`the customer table has two columns named '${twice}'; rename one`);
  return frame.columns.map((name, j) => ({ name: String(name), values: rows.map((row) => row[j]) }));
}

function columnsOfRecord(table: Readonly<Record<string, ArrayLike<unknown>>>): RawColumn[] {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) {
    throw new InputError(
      `the customer table is ${display(table)}; it must be a DataFrame or an object of columns by name`,
    );
  }
  return Object.entries(table).map(([name, values]) => {
    if (typeof values !== 'object' || typeof values?.length !== 'number') {
      throw new InputError(`column '${name}' is ${display(values)}; it must be an array of values`);
    }
    return { name, values };
  });
}

function readColumn(name: string, values: ArrayLike<unknown>): CustomerColumn {
  const present = Array.from(values).filter((value) => !isMissing(value));
  const unusable = (why: string): UnusableColumn => ({ kind: 'unusable', name, why });
  if (present.length === 0) return unusable('every value is missing');
  if (present.every((value) => value === present[0]))
    return unusable(`constant: always ${display(present[0])}`);
  if (present.every((value) => typeof value === 'number' || typeof value === 'boolean')) {
    return numeric(name, values);
  }
  if (present.some((value) => typeof value === 'object')) return unusable('holds dates or objects');
  const levels = new Set(present.map(String));
  if (levels.size === present.length) return unusable('every value is different text');
  if (levels.size > mostLevels) return unusable(`${levels.size} different texts`);
  return category(name, values, [...levels].sort());
}

function isMissing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    Number.isNaN(value) ||
    (typeof value === 'string' && value.trim() === '')
  );
}

function numeric(name: string, values: ArrayLike<unknown>): NumericColumn | BinaryColumn {
  const numbers = Float64Array.from(values, (value) => (isMissing(value) ? NaN : Number(value)));
  const infinite = numbers.findIndex((value) => Math.abs(value) === Infinity);
  if (infinite >= 0) {
    throw new InputError(
      `column '${name}' holds ${numbers[infinite]} in row ${infinite}; fill or drop such values first`,
    );
  }
  const binary = numbers.every((value) => value === 0 || value === 1 || Number.isNaN(value));
  return { kind: binary ? 'binary' : 'numeric', name, values: numbers };
}

function category(name: string, values: ArrayLike<unknown>, levels: string[]): CategoryColumn {
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(values, (value) => (isMissing(value) ? -1 : codeOf.get(String(value))!));
  return { kind: 'category', name, levels, codes };
}
