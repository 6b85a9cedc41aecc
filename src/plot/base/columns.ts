import { InputError } from '../../core/errors';
import { type DataFrameLike, isDataFrame, Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';

/** One column of numbers: an array, a typed array or a danfojs `Series`. Missing is NaN, null or undefined. */
export type ColumnLike = ArrayLike<number | null | undefined> | { readonly values: unknown };

/** A table whose columns have names: `{ Income: [...], Age: [...] }`, a Matrix with names, or a DataFrame. */
export type Columns = Readonly<Record<string, ColumnLike>> | Matrix | DataFrameLike;

/** One named column, length n; missing values are NaN. */
export interface NamedColumn {
  name: string;
  values: Float64Array;
}

/**
 * Reads the columns of a table: those named, or all.
 * @throws InputError for an empty table, an unknown column, columns of different length, text among numbers.
 */
export function readColumns(table: Columns, names?: readonly string[]): NamedColumn[] {
  const source = openTable(table);
  const columns = (names ?? source.names).map((name) => ({ name, values: readColumn(source, name) }));
  const first = columns[0];
  if (first === undefined || first.values.length === 0) {
    throw new InputError('no-data', 'there is nothing to draw: the table has no columns or no rows');
  }
  const odd = columns.find(({ values }) => values.length !== first.values.length);
  if (odd) {
    throw new InputError(
      'wrong-shape',
      phrase`column ${{ column: odd.name }} has ${odd.values.length} values, ${{ column: first.name }} has ${first.values.length}`,
      { remedy: "a table's columns are equally long" },
    );
  }
  return columns;
}

/** The names of a table's columns, in order. */
export function columnNames(table: PlotTable): readonly string[] {
  return openTable(table).names;
}

/** The values as written, one array a column, for tables that hold more than numbers. */
export function readRaw(table: PlotTable): { name: string; values: ArrayLike<unknown> }[] {
  const source = openTable(table);
  const columns = source.names.map((name) => ({ name, values: source.column(name) }));
  if (columns.length === 0 || columns[0].values.length === 0) {
    throw new InputError('no-data', 'there is nothing to draw: the table has no columns or no rows');
  }
  return columns;
}

/** A table of anything: numbers, text, missing values. */
export type PlotTable =
  | Readonly<Record<string, ArrayLike<unknown> | { readonly values: unknown }>>
  | Matrix
  | DataFrameLike;

interface Source {
  names: readonly string[];
  column(name: string): ArrayLike<unknown>;
}

function openTable(table: PlotTable): Source {
  if (table instanceof Matrix) {
    const names = table.columns ?? Array.from({ length: table.cols }, (_, j) => `Column ${j + 1}`);
    return { names, column: (name) => table.column(names.indexOf(name)) };
  }
  if (isDataFrame(table)) {
    const rows = table.values as unknown[][];
    return {
      names: table.columns,
      column: (name) => {
        const j = table.columns.indexOf(name);
        return rows.map((row) => row[j]);
      },
    };
  }
  if (table === null || typeof table !== 'object' || Array.isArray(table) || ArrayBuffer.isView(table)) {
    throw new InputError('wrong-type', phrase`the table is ${{ value: table }}`, {
      remedy: 'it must have named columns, such as { Income: [30000, 52000] }',
    });
  }
  return { names: Object.keys(table), column: (name) => openColumn(name, table[name]) };
}

function openColumn(name: string, column: unknown): ArrayLike<unknown> {
  const values = isArrayLike(column) ? column : (column as { values?: unknown })?.values;
  if (!isArrayLike(values)) {
    throw new InputError('wrong-type', phrase`column ${{ column: name }} is ${{ value: column }}`, {
      remedy: 'it must be an array of values',
    });
  }
  return values;
}

function readColumn(source: Source, name: string): Float64Array {
  if (!source.names.includes(name)) {
    throw new InputError('missing-column', phrase`there is no column ${{ column: name }}`, {
      remedy: `the table has ${source.names.join(', ')}`,
    });
  }
  const raw = source.column(name);
  return Float64Array.from({ length: raw.length }, (_, i) => {
    const value = raw[i] ?? Number.NaN;
    if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
    throw new InputError(
      'unreadable-value',
      phrase`column ${{ column: name }} holds ${{ value }} in row ${{ row: i }}`,
      { remedy: 'a figure of numbers needs numbers there; draw other columns, or encode it first' },
    );
  });
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
