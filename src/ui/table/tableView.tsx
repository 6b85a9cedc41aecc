import { formatCell } from '../../core/format';
import type { Table, TableCell, TableColumn } from '../../core/table';
import { columnHeading, isNumericColumn } from './columns';
import { ariaSort, type Sort } from './sort';
import { BY_CLASS, type TableLook } from './tableLook';

interface TableViewProps {
  table: Table;
  /** A line below it, such as its full size. */
  note?: string;
  /** With it, headings are buttons. */
  sorting?: { sort: Sort<number>; onSort: (column: number) => void };
  look?: TableLook;
}

/** A table with its caption, numbers aligned to the right. It scrolls sideways where it is too wide. */
export function TableView({ table, note, sorting, look = BY_CLASS }: TableViewProps) {
  const numeric = table.columns.map((_, j) => isNumericColumn(table, j));
  return (
    <>
      {look.captionAbove && table.caption && <p {...look.caption}>{table.caption}</p>}
      <div {...look.scroll(table)}>
        <table {...look.table(table)}>
          {!look.captionAbove && <caption {...look.caption}>{table.caption}</caption>}
          <thead>
            <tr>
              {table.columns.map((column, j) => (
                <th
                  key={column.name}
                  scope="col"
                  {...look.heading(numeric[j])}
                  aria-sort={sorting && ariaSort(sorting.sort, j)}
                >
                  {sorting ? (
                    <button type="button" onClick={() => sorting.onSort(j)}>
                      {columnHeading(column)}
                    </button>
                  ) : (
                    columnHeading(column)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join('\u0000')}>
                {table.columns.map((column, j) => (
                  <Cell
                    key={column.name}
                    value={row[j] ?? null}
                    column={column}
                    isNumber={numeric[j]}
                    look={look}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p {...look.note}>{note}</p>}
    </>
  );
}

interface CellProps {
  value: TableCell;
  column: TableColumn;
  isNumber: boolean;
  look: TableLook;
}

/** A number carries its value, to be sorted by where no component is at work. */
function Cell({ value, column, isNumber, look }: CellProps) {
  return (
    <td {...look.cell(isNumber)} data-value={isNumber && typeof value === 'number' ? value : undefined}>
      {formatCell(value, column.format)}
    </td>
  );
}
