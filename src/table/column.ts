import type { MissingWord } from './missingWords';

/** What every column of a `TypedTable` tells, whatever it holds. */
interface ColumnFacts {
  name: string;
  /** The values as they were given; null where a word says that one is missing, or the row is no customer. */
  cells: ArrayLike<unknown>;
  /** How many of them are missing. */
  missing: number;
  /** Whether all values that are known are the same. */
  constant: boolean;
  /** Currency, percent sign or unit of measure that stood by every value and was removed. */
  unit?: string;
  /** Words that were taken for missing values. */
  words?: readonly MissingWord[];
  /** Words that often mean a missing value, and are values here. */
  wordsKept?: readonly MissingWord[];
  /** What is to be said of how customers or categories are spelled, in sentences. */
  spellings?: readonly string[];
  /** Why the column cannot show how customers differ; undefined where it can. */
  reason?: string;
}

/** Numbers; missing values, and the few texts among them that cannot be read as numbers, are NaN. */
export interface NumberColumn extends ColumnFacts {
  kind: 'number';
  values: Float64Array;
}

/** Yes and no as 1 and 0; missing values are NaN. */
export interface BooleanColumn extends ColumnFacts {
  kind: 'boolean';
  values: Float64Array;
  /** The only value that the column holds, such as 'x', where that means yes and no value means no. */
  mark?: string;
}

/** A few different texts, in alphabetical order: `levels[codes[i]]` is the value of row i, −1 is missing. */
export interface CategoryColumn extends ColumnFacts {
  kind: 'category';
  levels: string[];
  codes: Int32Array;
}

/** Days, or days with times, as ISO text, as `Date`, or as one number each. */
export interface DateColumn extends ColumnFacts {
  kind: 'date';
  /** Days since 1970-01-01 as the table shows them, `Date` by the clock of UTC; missing ones are NaN. */
  days: Float64Array;
  /** Whether only the years are known: the days are the first of them. */
  years?: true;
}

/** Texts, too many different ones for categories, or anything that cannot be compared. */
interface TextColumn extends ColumnFacts {
  kind: 'text';
}

/** Says who a customer is. Codes that are all numbers have `values`, missing ones are NaN. */
interface IdentifierColumn extends ColumnFacts {
  kind: 'identifier';
  /** Different values, a missing one among them where there is one. */
  distinct: number;
  values?: Float64Array;
}

/** No value is known. */
interface EmptyColumn extends ColumnFacts {
  kind: 'empty';
}

/** One column of a `TypedTable`, by what it holds. */
export type TypedColumn =
  | NumberColumn
  | BooleanColumn
  | CategoryColumn
  | DateColumn
  | TextColumn
  | IdentifierColumn
  | EmptyColumn;

/** A column by which customers can be compared. */
export type ComparableColumn = NumberColumn | BooleanColumn | CategoryColumn;

/**
 * The column as one by which customers can be compared, where somebody asks for it: itself, or the numbers of codes and
 * identifiers. Undefined where every customer has the same value, or there is nothing to compare.
 */
export function comparable(column: TypedColumn): ComparableColumn | undefined {
  if (column.constant) return undefined;
  if (column.kind === 'identifier')
    return column.values && { ...column, kind: 'number', values: column.values, reason: undefined };
  if (column.kind !== 'number' && column.kind !== 'boolean' && column.kind !== 'category') return undefined;
  return column.reason === undefined ? column : { ...column, reason: undefined };
}

/** The numbers of a column, NaN where there is none; undefined for a column that holds no numbers. */
export function columnNumbers(column: TypedColumn): Float64Array | undefined {
  return 'values' in column ? column.values : undefined;
}
