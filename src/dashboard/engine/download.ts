import { csvText } from '../../datasets/writeCsv';
import { buildReport } from '../../report/buildReport';
import { reportHtml } from '../../report/page/reportHtml';
import { segmentsTable } from '../../segmentation/segmentsTable';
import type { FileAnswer } from '../answers';
import type { Result } from '../frames';
import { fittedTo, type SettingsRequest, tableFor } from './models';
import type { TaskContext } from './tasks';

/** The segments as a table, the model, or the report, as the command line writes them. */
export async function download(
  request: SettingsRequest & { what: 'segments' | 'model' | 'report' },
  { onProgress }: TaskContext,
): Promise<Result<FileAnswer>> {
  const fitted = await fittedTo(request, onProgress);
  const { model } = fitted;
  const files = {
    segments: () => ({
      name: 'segments.csv',
      type: 'text/csv',
      text: csvText(segmentsTable(model, tableFor(fitted).table)),
    }),
    model: () => ({ name: 'model.json', type: 'application/json', text: JSON.stringify(model) }),
    report: () => ({
      name: 'report.html',
      type: 'text/html',
      text: reportHtml(buildReport(model, { source: request.source.title })),
    }),
  };
  return { body: files[request.what](), arrays: {} };
}
