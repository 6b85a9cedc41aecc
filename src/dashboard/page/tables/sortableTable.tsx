import type { Table } from '../../../core/table';
import { isNumericColumn } from '../../../ui/table/columns';
import { compareCells, nextSort, type Sort } from '../../../ui/table/sort';
import { TableView } from '../../../ui/table/tableView';
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
    ? table.rows.toSorted((a, b) => compareCells(a[sort.column], b[sort.column], sort.descending))
    : table.rows;
  const onSort = (column: number) =>
    order(name, table, nextSort(sort, column, isNumericColumn(table, column)));
  return <TableView table={{ ...table, rows }} sorting={{ sort, onSort }} />;
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
