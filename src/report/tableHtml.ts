import type { Table } from '../core/table';

/**
 * A table as HTML for a notebook. Every text is escaped. Styles are inline, since viewers of notebooks drop style
 * sheets.
 *
 * @param note a line below the table, such as its full size.
 */
export function tableHtml(table: Table, note?: string): string {
  const { renderTable } = require('./page/render') as typeof import('./page/render');
  return renderTable(table, note);
}
