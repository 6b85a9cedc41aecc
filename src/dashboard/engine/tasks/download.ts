import { csvText } from '../../../datasets/write/writeCsv';
import { buildReport } from '../../../report/buildReport';
import { reportHtml } from '../../../report/page/reportHtml';
import { segmentsTable } from '../../../segmentation/segmentsTable';
import { objectSchema, settings } from '../../requests';
import { fittedTo, type SettingsRequest, tableFor } from '../models';
import type { Task } from '../task';

/** A file for the user to keep. */
export interface FileAnswer {
  name: string;
  type: string;
  text: string;
}

/** The segments as a table, the model, or the report, as the command line writes them. */
export const download: Task<SettingsRequest & { what: 'segments' | 'model' | 'report' }, FileAnswer> = {
  engine: 'interactive',
  request: objectSchema({ ...settings, what: { enum: ['segments', 'model', 'report'] } }, ['source', 'what']),
  async run(request, { onProgress }) {
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
  },
};
