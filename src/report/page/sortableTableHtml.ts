import { formatCell } from '../../core/format';
import type { Table, TableCell, TableColumn } from '../../core/table';
import { escapeHtml } from '../escapeHtml';
import { columnLabel, isNumericColumn } from '../tableColumn';

/** Longer tables scroll on screen. */
const LONG = 16;

/**
 * A table as HTML with its caption, numbers aligned to the right, scrolling sideways where it is too wide. The page's
 * script makes its headings buttons that sort; numbers carry their value for it.
 */
export function sortableTableHtml(table: Table, note?: string): string {
  const numeric = table.columns.map((_, j) => isNumericColumn(table, j));
  const heads = table.columns.map(
    (column, j) =>
      `<th scope="col"${numeric[j] ? ' class="number"' : ''}>${escapeHtml(columnLabel(column))}</th>`,
  );
  const rows = table.rows.map(
    (row) =>
      `<tr>${table.columns.map((column, j) => cellHtml(row[j] ?? null, column, numeric[j])).join('')}</tr>`,
  );
  const caption = escapeHtml(table.caption);
  const size = table.rows.length > LONG ? 'table long' : 'table';
  return `<div class="${size}" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>${note ? `\n<p class="note">${escapeHtml(note)}</p>` : ''}`;
}

function cellHtml(value: TableCell, { format }: TableColumn, numeric: boolean): string {
  const text = escapeHtml(formatCell(value, format));
  if (!numeric) return `<td>${text}</td>`;
  return `<td class="number"${typeof value === 'number' ? ` data-value="${value}"` : ''}>${text}</td>`;
}
