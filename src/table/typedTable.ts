import { InputError } from '../core/errors';
import { firstRepeated } from '../core/firstRepeated';
import { type DataFrameLike, isDataFrame } from '../core/matrix';
import { phrase } from '../core/phrase';
import { columnNumbers, type TypedColumn } from './column';
import { knownTable, withWords } from './knownColumns';
import type { GivenColumn, OtherRow } from './rows/otherRow';
import { typedColumn } from './typedColumn';

/** A table whose columns are known by what they hold. All columns have `rows` cells. */
export interface TypedTable {
  readonly rows: number;
  readonly columns: readonly TypedColumn[];
  /** Rows that are no customers, in order: their cells are null. */
  readonly others?: readonly OtherRow[];
  /** Rows that read like totals, and count as customers. */
  readonly doubtful?: readonly OtherRow[];
}

/**
 * Customers in original units: what `readTable` gives, a danfojs `DataFrame`, or columns by name. Numbers and true or
 * false are compared as numbers, short texts as categories; null, undefined, NaN, blank text and words such as NULL or
 * N/A are missing. Rows of totals, headers and remarks among them are no customers.
 */
export type CustomerTable = TypedTable | DataFrameLike | Readonly<Record<string, ArrayLike<unknown>>>;

/**
 * Finds out what each column of a table holds; a table of which that is known already is passed through.
 * @param options.infinite what infinite numbers are: an error (default), or no numbers, the same as texts among them.
 * @throws InputError when the table is empty, columns differ in length, two have one name, or a number is infinite.
 * Cost: O(n · columns).
 */
export function typedTable(
  table: CustomerTable,
  { infinite = 'error' }: { infinite?: 'error' | 'unreadable' } = {},
): TypedTable {
  if (isTypedTable(table)) return table;
  const given = isDataFrame(table) ? columnsOfFrame(table) : columnsOfRecord(table);
  const rows = given[0]?.cells.length ?? 0;
  if (rows === 0) throw new InputError('no-data', 'the customer table is empty: it has no customers');
  const odd = given.find(({ cells }) => cells.length !== rows);
  if (odd) {
    const [first, column] = [given[0].name, odd.name];
    throw new InputError(
      'wrong-shape',
      phrase`column ${{ column }} has ${odd.cells.length} values, ${{ column: first }} has ${rows}`,
      { remedy: 'columns must be equally long' },
    );
  }
  const { others, doubtful, columns: known } = knownTable(given, rows);
  const columns = known.map((column) => withWords(typedColumn(column.name, column.cells), column));
  if (infinite === 'error') for (const column of columns) checkFinite(column);
  return { rows, columns, others, doubtful };
}

function checkFinite(column: TypedColumn): void {
  const { name, cells } = column;
  if (columnNumbers(column) === undefined) return;
  for (let row = 0; row < cells.length; row++) {
    const value = cells[row];
    if (value !== Infinity && value !== -Infinity) continue;
    throw new InputError(
      'unreadable-value',
      phrase`column ${{ column: name }} holds ${{ value }} in row ${{ row }}`,
      { remedy: 'fill or drop such values first' },
    );
  }
}

/** Whether it is a table whose columns are known by what they hold. */
export function isTypedTable(table: unknown): table is TypedTable {
  const { rows, columns } = (table ?? {}) as Partial<TypedTable>;
  return (
    typeof rows === 'number' &&
    Array.isArray(columns) &&
    columns.every((column) => column?.kind !== undefined)
  );
}

function columnsOfFrame(frame: DataFrameLike): GivenColumn[] {
  const rows = frame.values as unknown[][];
  const twice = frame.columns[firstRepeated(frame.columns)];
  if (twice !== undefined)
    throw new InputError('duplicate', phrase`the customer table has two columns named ${{ column: twice }}`, {
      remedy: 'rename one',
    });
  return frame.columns.map((name, j) => ({ name: String(name), cells: rows.map((row) => row[j]) }));
}

function columnsOfRecord(table: Readonly<Record<string, ArrayLike<unknown>>>): GivenColumn[] {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) {
    throw new InputError('wrong-type', phrase`the customer table is ${{ value: table }}`, {
      remedy: 'it must be a DataFrame or an object of columns by name',
    });
  }
  return Object.entries(table).map(([name, cells]) => {
    if (typeof cells !== 'object' || typeof cells?.length !== 'number') {
      throw new InputError('wrong-type', phrase`column ${{ column: name }} is ${{ value: cells }}`, {
        remedy: 'it must be an array of values',
      });
    }
    return { name, cells };
  });
}
