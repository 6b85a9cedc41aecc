import { formatCell } from '../core/format';
import type { Table, TableCell, TableColumn } from '../core/table';
import { escapeHtml } from './escapeHtml';
import { columnLabel, isNumericColumn } from './tableColumn';

/**
 * A table as HTML: caption above, numbers aligned to the right, scrolling sideways when it is wider than its
 * place. Every text is escaped. Styles are inline, since viewers of notebooks drop style sheets.
 *
 * @param note a line below the table, such as its full size.
 */
export function tableHtml(table: Table, note?: string): string {
  const aligned = table.columns.map((_, j) => (isNumericColumn(table, j) ? 'right' : 'left'));
  const heads = table.columns.map((column, j) => headCell(column, aligned[j]));
  const rows = table.rows.map(
    (row) => `<tr>${table.columns.map((column, j) => bodyCell(row[j], column, aligned[j])).join('')}</tr>`,
  );
  return [
    table.caption ? `<p style="${CAPTION}">${escapeHtml(table.caption)}</p>` : '',
    '<div style="overflow-x:auto;max-width:100%">',
    `<table${table.caption ? ` aria-label="${escapeHtml(table.caption)}"` : ''} style="${TABLE}">`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    '</table>',
    note ? `<p style="margin:0.2em 0 0.6em;opacity:0.75">${escapeHtml(note)}</p>` : '',
    '</div>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** A paragraph of its own: a `caption` would be squeezed into a narrow table, or stretch it. */
const CAPTION = 'font-size:0.95em;font-weight:600;margin:0.8em 0 0.2em;padding:0 0.4em';
const TABLE = 'border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0.2em 0 0.8em';

function headCell(column: TableColumn, align: string): string {
  const style = `text-align:${align};vertical-align:bottom;padding:0.3em 0.4em`;
  return `<th scope="col" style="${style}">${escapeHtml(columnLabel(column))}</th>`;
}

function bodyCell(value: TableCell | undefined, column: TableColumn, align: string): string {
  const wrap = align === 'right' ? ';white-space:nowrap' : ';max-width:32em';
  const text = escapeHtml(formatCell(value ?? null, column.format));
  return `<td style="text-align:${align};padding:0.25em 0.4em${wrap}">${text}</td>`;
}
