/**
 * Reports and figures as files.
 *
 * @packageDocumentation
 */

export { type BuildReportOptions, buildReport } from './buildReport';
export { type BuildRfmReportOptions, buildRfmReport } from './buildRfmReport';
export { reportHtml } from './page/reportHtml';
export type { ImageFormat } from './painter';
export type {
  Report,
  ReportBlock,
  ReportCard,
  ReportMeasure,
  ReportPoint,
  ReportPoints,
  ReportSection,
} from './report';
export { reportMarkdown } from './reportMarkdown';
export { type SavedFigure, type SaveFigureOptions, saveFigure } from './saveFigure';
export { writeReport } from './writeReport';
