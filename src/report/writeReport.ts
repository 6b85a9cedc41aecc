import { extname } from 'node:path';
import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { writeFileAtomic } from '../datasets/write/writeFileAtomic';
import type { SegmentationModel } from '../segmentation/segmentationModel';
import { type BuildReportOptions, buildReport } from './buildReport';
import { reportHtml } from './page/reportHtml';
import type { Report } from './report';
import { reportMarkdown } from './reportMarkdown';

/**
 * Writes a report: one HTML file that opens offline (4.9 MB, 4.8 of them plotly.js for the figures), or Markdown where
 * the name ends in `.md`. The file is written whole or not at all.
 *
 * @param of a segmentation, which is told by `buildReport`; or a report already built, such as `buildRfmReport`'s.
 * @param path ending in `.html`, `.htm` or `.md`.
 * @param options those of `buildReport`, for a segmentation.
 * @throws InputError for another ending, an option that is unknown, or a path that cannot be written.
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * writeReport(model, 'out/report.html', { title: 'Four kinds of customers' });
 */
export function writeReport(
  of: SegmentationModel | Report,
  path: string,
  options: BuildReportOptions = {},
): void {
  const write = writerFor(path);
  if (isReport(of) && Object.keys(options).length > 0) {
    const [name] = Object.keys(options);
    throw new InputError('conflict', phrase`${{ option: name }} has no effect on a report that is built`, {
      remedy: 'give it to what builds the report',
    });
  }
  writeFileAtomic(path, write(isReport(of) ? of : buildReport(of, options)));
}

function isReport(of: SegmentationModel | Report): of is Report {
  return Array.isArray((of as Partial<Report>)?.sections);
}

function writerFor(path: string): (report: Report) => string {
  const ending = typeof path === 'string' ? extname(path).toLowerCase() : '';
  if (ending === '.html' || ending === '.htm') return reportHtml;
  if (ending === '.md') return reportMarkdown;
  throw new InputError('not-allowed', phrase`the report's path is ${{ value: path }}`, {
    remedy: 'it must end in .html, .htm or .md',
  });
}
