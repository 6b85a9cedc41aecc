import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Table } from '../../core/table';
import { BY_STYLE } from '../../ui/table/tableLook';
import { TableView } from '../../ui/table/tableView';
import { stripBidiControls } from '../escapeHtml';
import { ReportPage, type ReportPageProps } from './reportPage';

/** Components as HTML. Every text in them is escaped, and cannot turn the direction of what follows it. */
function render(content: VNode): string {
  return stripBidiControls(renderToString(content));
}

/** The document of a report. */
export function renderReport(props: ReportPageProps): string {
  return `<!doctype html>\n${render(<ReportPage {...props} />)}\n`;
}

/** A table with styles of its own. */
export function renderTable(table: Table, note?: string): string {
  return render(<TableView table={table} note={note} look={BY_STYLE} />);
}
