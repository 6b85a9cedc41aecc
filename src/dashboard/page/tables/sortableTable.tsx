import { formatCell } from '../../../core/format';
import type { Table, TableCell } from '../../../core/table';
import { columnLabel, isNumericColumn } from '../../../ui/table/columns';
import { change, view } from '../state/view';

interface SortableTableProps {
  /** What the address calls it. */
  name: string;
  table: Table;
}

/** A finished table of the library; a click on a heading sorts by it. */
export function SortableTable({ name, table }: SortableTableProps) {
  const sort = sortOf(name, table);
  const rows = sort
    ? table.rows.toSorted((a, b) => compare(a[sort.column], b[sort.column], sort.descending))
    : table.rows;
  return (
    <div class="wide">
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((heading, column) => (
              <th
                key={heading.name}
                scope="col"
                class={isNumericColumn(table, column) ? 'number' : ''}
                aria-sort={ariaSort(sort, column)}
              >
                <button type="button" onClick={() => order(name, table, nextSort(sort, column))}>
                  {columnLabel(heading)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, column) => (
                <td key={table.columns[column].name} class={isNumericColumn(table, column) ? 'number' : ''}>
                  {formatCell(cell, table.columns[column].format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As the address says; a column that the table does not have says nothing. */
function sortOf(name: string, { columns }: Table): Sort<number> {
  const order = view.value.orders.find(([table]) => table === name)?.[1] ?? '';
  const column = columns.findIndex((heading) => heading.name === order.slice(1));
  return column < 0 ? null : { column, descending: order.startsWith('-') };
}

function order(name: string, { columns }: Table, sort: Sort<number>): void {
  const others = view.value.orders.filter(([table]) => table !== name);
  const own: [string, string][] = sort
    ? [[name, `${sort.descending ? '-' : '+'}${columns[sort.column].name}`]]
    : [];
  change({ orders: [...others, ...own] });
}

/** What a table is sorted by; null: as it came. */
export type Sort<Column> = { column: Column; descending: boolean } | null;

/** First from low to high, then from high to low, then as it was. */
export function nextSort<Column>(sort: Sort<Column>, column: Column): Sort<Column> {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** What a screen reader is told of a heading. */
export function ariaSort<Column>(sort: Sort<Column>, column: Column): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** Missing values last in either direction. */
function compare(a: TableCell, b: TableCell, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
  return descending ? -order : order;
}
