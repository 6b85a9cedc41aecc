import { formatCell } from '../core/format';
import type { Table } from '../core/table';
import { columnHeading, isNumericColumn } from '../ui/table/columns';

/**
 * A table as aligned plain text, for a terminal and for viewers that show no HTML.
 *
 * @param note a line below the table, such as its full size.
 */
export function tableText(table: Table, note?: string): string {
  const heads = table.columns.map((column) => oneLine(columnHeading(column)));
  const body = table.rows.map((row) =>
    table.columns.map((column, j) => oneLine(formatCell(row[j] ?? null, column.format))),
  );
  const widths = heads.map((head, j) => Math.max(head.length, ...body.map((row) => row[j].length)));
  const numeric = table.columns.map((_, j) => isNumericColumn(table, j));
  const line = (cells: string[]) =>
    cells
      .map((cell, j) => (numeric[j] ? cell.padStart(widths[j]) : cell.padEnd(widths[j])))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  const lines = [line(heads), line(rule), ...body.map(line)];
  return [oneLine(table.caption), ...lines, note ?? ''].filter(Boolean).join('\n');
}

/** Control characters (line breaks, terminal escapes) would break the alignment or the terminal. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
