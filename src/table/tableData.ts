import type { Cell } from './cell';
import { columnNumbers } from './column';
import { isMissing } from './missing';
import type { TypedTable } from './typedTable';

/**
 * Columns by name, equally long; `null` is missing. What every reader of files gives and `Segmentation` takes: it
 * needs neither danfojs nor TensorFlow, so reading and scoring stay light. `createFrame` makes a data frame of it.
 *
 * @example
 * const customers: TableData = { Income: [42000, null], City: ['Leeds', 'York'] };
 */
export type TableData = Readonly<Record<string, readonly Cell[]>>;

/** Whether it is columns by name, one at least and all equally long; a data frame is not, nor any other object of a class. */
export function isTableData(thing: unknown): thing is TableData {
  if (typeof thing !== 'object' || thing === null || Object.getPrototypeOf(thing) !== Object.prototype)
    return false;
  const columns = Object.values(thing);
  return (
    columns.length > 0 &&
    columns.every((values) => Array.isArray(values) && values.length === columns[0].length)
  );
}

/** A typed table as columns by name: numbers that stood as text are numbers, dates ISO text. Cost: O(n · columns). */
export function tableData({ columns }: TypedTable): TableData {
  return Object.fromEntries(
    columns.map((column): [string, Cell[]] => {
      const numbers = columnNumbers(column);
      return [column.name, Array.from(column.cells, (cell, row) => cellOf(cell, numbers?.[row]))];
    }),
  );
}

function cellOf(cell: unknown, number: number | undefined): Cell {
  if (isMissing(cell)) return null;
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string' || number === undefined) return cell as Cell;
  return Number.isNaN(number) ? null : number;
}
