import { csvText } from '../../../datasets/write/writeCsv';
import { buildReport } from '../../../report/buildReport';
import { reportHtml } from '../../../report/page/reportHtml';
import { segmentsTable } from '../../../segmentation/score/scoredTable';
import type { TableData } from '../../../table/tableData';
import { objectSchema, settings } from '../../requests';
import { type Fitted, fittedTo, type SettingsRequest, tableFor } from '../models';
import type { TableSource } from '../tables/loadCustomers';
import { writtenTable } from '../tables/writtenTable';
import type { Task } from '../task';
import { type CustomersRequest, listing, matching } from './customers';

/** A file for the user to keep. */
export interface FileAnswer {
  name: string;
  type: string;
  text: string;
}

/** What to take home; of the segments perhaps some customers alone. */
export interface DownloadRequest extends SettingsRequest, Pick<CustomersRequest, 'segments' | 'filters'> {
  what: 'segments' | 'model' | 'report';
}

/** The segments as a table, the model, or the report, as the command line writes them. */
export const download: Task<DownloadRequest, FileAnswer> = {
  engine: 'interactive',
  request: objectSchema(
    {
      ...settings,
      what: { enum: ['segments', 'model', 'report'] },
      segments: listing.segments,
      filters: listing.filters,
    },
    ['source', 'what'],
  ),
  async run(request, { onProgress }) {
    const fitted = await fittedTo(request, onProgress);
    const { model } = fitted;
    const files = {
      segments: async () => ({
        name: 'segments.csv',
        type: 'text/csv',
        text: csvText(await segmentsOf(fitted, request)),
      }),
      model: () => ({ name: 'model.json', type: 'application/json', text: JSON.stringify(model) }),
      report: () => ({
        name: 'report.html',
        type: 'text/html',
        text: reportHtml(buildReport(model, { source: request.source.title })),
      }),
    };
    return { body: await files[request.what](), arrays: {} };
  },
};

async function segmentsOf(fitted: Fitted, request: DownloadRequest): Promise<TableData> {
  const { source, limits, segments, filters = [] } = request;
  const { model } = fitted;
  const customers = tableFor(fitted);
  const input = await writtenTable(source as TableSource, customers, limits); // a model has no customers
  const narrowed = segments !== undefined || filters.length > 0;
  const rows = narrowed
    ? new Set(Array.from(matching(model, customers, request), (place) => model.keptRows![place]))
    : undefined;
  return segmentsTable(model, { ...input, columns: customers.read.table.columns }, { rows });
}
