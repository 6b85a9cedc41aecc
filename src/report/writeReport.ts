import { extname } from 'node:path';
import { InputError } from '../core/errors';
import { display } from '../core/options';
import { writeWhole } from '../datasets/writeWhole';
import type { SegmentationModel } from '../segmentation/segmentationModel';
import { type BuildReportOptions, buildReport } from './buildReport';
import { reportHtml } from './page/reportHtml';
import type { Report } from './report';
import { reportMarkdown } from './reportMarkdown';

/**
 * Writes the report of a segmentation: one HTML file that opens offline (4.9 MB, 4.8 of them plotly.js for the figures),
 * or Markdown where the name ends in `.md`. The file is written whole or not at all.
 *
 * @param path ending in `.html`, `.htm` or `.md`.
 * @throws InputError for another ending, an option that is unknown, or a path that cannot be written.
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * writeReport(model, 'out/report.html', { title: 'Four kinds of customers' });
 */
export function writeReport(model: SegmentationModel, path: string, options: BuildReportOptions = {}): void {
  const write = writerFor(path);
  writeWhole(path, write(buildReport(model, options)));
}

function writerFor(path: string): (report: Report) => string {
  const ending = typeof path === 'string' ? extname(path).toLowerCase() : '';
  if (ending === '.html' || ending === '.htm') return reportHtml;
  if (ending === '.md') return reportMarkdown;
  throw new InputError(`the report's path is ${display(path)}; it must end in .html, .htm or .md`);
}
