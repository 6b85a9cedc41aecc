import { formatCell } from '../core/format';
import type { Table } from '../core/table';
import { tableText } from '../report/tableText';
import { columnHeading } from '../ui/table/columns';

/**
 * A table for a terminal: as lines and columns where these fit, else each row as a block of its own, its first value as
 * heading.
 * @param width characters in a line; undefined where there is no limit, as in a file.
 */
export function tableForTerminal(table: Table, width: number | undefined): string {
  const text = tableText(table);
  const [, ...lines] = text.split('\n');
  if (width === undefined || lines.every((line) => line.length <= width)) return text;
  return [table.caption, ...table.rows.map((_, row) => block(table, row))].join('\n\n');
}

function block({ caption, columns, rows }: Table, row: number): string {
  const [heading, ...rest] = columns.map((column, j) => ({
    name: columnHeading(column),
    value: formatCell(rows[row][j] ?? null, column.format),
  }));
  const lines = tableText({
    caption,
    columns: [{ name: heading.value }, { name: '' }],
    rows: rest.map(({ name, value }) => [name, value]),
  }).split('\n');
  return [heading.value, ...lines.slice(3).map((line) => `  ${line}`)].join('\n');
}
