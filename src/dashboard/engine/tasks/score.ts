import { InputError } from '../../../core/errors';
import { csvText } from '../../../datasets/write/writeCsv';
import { suggestColumns } from '../../../segmentation/columns/suggestColumns';
import { scoredTable, scoringSummary } from '../../../segmentation/score/scoredCustomers';
import type { SegmentationModel } from '../../../segmentation/segmentationModel';
import type { TableData } from '../../../table/tableData';
import { objectSchema, settings, source } from '../../requests';
import type { Source } from '../../sources';
import { fittedTo, type SettingsRequest } from '../models';
import { loadCustomers } from '../tables/loadCustomers';
import type { Task } from '../task';
import type { FileAnswer } from './download';

/** Rows that could not be scored and are listed one by one. */
const MAX_LISTED = 50;

/** Answer to `score`. */
export interface ScoreAnswer {
  /** The file of customers. */
  source: string;
  title: string;
  /** What was read and recognized, in sentences. */
  notes: string[];
  rows: number;
  scored: number;
  /** How many went where; the share of each segment at the fit, and now. */
  segments: { segment: number; name: string; customers: number; share: number; shareNow: number }[];
  /** The first of those that could not be scored; `row` counts from 1. */
  notScored: { row: number; column: string; why: string }[];
  notScoredCount: number;
  /** Every customer with segment and margin. */
  file: FileAnswer;
}

/** The segments of a file of customers: how many went where, who could not be placed and why, and all of it as CSV. */
export const score: Task<SettingsRequest & { customers: Source }, ScoreAnswer> = {
  engine: 'background',
  request: objectSchema({ ...settings, customers: source }, ['source', 'customers']),
  async run(request, { onProgress }) {
    const source = request.customers;
    if (source.kind === 'model')
      throw new InputError('unavailable', 'A saved model holds no customers to be scored.');
    const { model } = await fittedTo(request, onProgress);
    const { table, notes } = await loadCustomers(source, request.limits);
    const file = { table, file: source.title, rows: Object.values(table)[0].length };
    const prediction = model.predict(table);
    const { rows, scored, segments, notScored } = scoringSummary(prediction, model, file);
    const drift = model.drift(table);
    const body: ScoreAnswer = {
      source: source.id,
      title: source.title,
      notes,
      rows,
      scored,
      segments: segments.map((counted) => ({
        ...counted,
        share: drift.find(({ segment }) => segment === counted.segment)?.share ?? 0,
        shareNow: counted.customers / scored,
      })),
      notScored: notScored.slice(0, MAX_LISTED),
      notScoredCount: notScored.length,
      file: {
        name: `${withoutEnding(source.title)}-segments.csv`,
        type: 'text/csv',
        text: csvText(scoredTable(prediction, model, file, idOf(model, table))),
      },
    };
    return { body, arrays: {} };
  },
};

/** The model's own identifier, or the column that identifies customers in this file; neither: rows are counted. */
function idOf({ id }: SegmentationModel, table: TableData): string | undefined {
  if (id !== null && Object.hasOwn(table, id)) return id;
  return suggestColumns(table).id ?? undefined;
}

function withoutEnding(title: string): string {
  return title.replace(/(\.gz)?$/i, '').replace(/\.[^.]*$/, '') || 'customers';
}
