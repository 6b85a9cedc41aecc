import { InputError } from '../../../core/errors';
import { splitEnding } from '../../../datasets/read/formats';
import { csvText } from '../../../datasets/write/writeCsv';
import { scoringSummary } from '../../../segmentation/score/scoredCustomers';
import { scoredTable } from '../../../segmentation/score/scoredTable';
import type { SegmentationModel } from '../../../segmentation/segmentationModel';
import { objectSchema, settings, source } from '../../requests';
import type { Source } from '../../sources';
import { type BackgroundRequest, modelFor } from '../savedFits';
import type { CustomersRead } from '../tables/customersRead';
import { loadCustomers } from '../tables/loadCustomers';
import { writtenTable } from '../tables/writtenTable';
import type { Task } from '../task';
import type { FileAnswer } from './download';

/** Rows that could not be scored and are listed one by one. */
const MAX_LISTED = 50;

/** Answer to `score`. */
export interface ScoreAnswer {
  /** The file of customers. */
  source: string;
  title: string;
  /** What was read and detected, in sentences. */
  detected: string[];
  rows: number;
  scored: number;
  /** How many went where; the share of each segment at the fit, and now. */
  segments: { segment: number; name: string; customers: number; share: number; shareNow: number }[];
  /** The first of those that could not be scored; `row` counts from 1. */
  notScored: { row: number; column: string; reason: string }[];
  notScoredCount: number;
  /** In which columns customers are unlike those of the fit, in sentences. */
  unfamiliar: string[];
  /** Every customer with segment and margin. */
  file: FileAnswer;
}

/** The segments of a file of customers: how many went where, who could not be placed and why, and all of it as CSV. */
export const score: Task<BackgroundRequest & { customers: Source }, ScoreAnswer> = {
  engine: 'background',
  request: objectSchema({ ...settings, customers: source }, ['source', 'customers']),
  async run(request, { onProgress }) {
    const source = request.customers;
    if (source.kind === 'model')
      throw new InputError('unavailable', 'A saved model holds no customers to be scored.');
    const model = await modelFor(request, onProgress);
    const customers = await loadCustomers(source, request.limits);
    const { table, read, detected } = customers;
    const written = await writtenTable(source, customers, request.limits);
    const file = { table, file: source.title, rows: read.given.rows };
    const counted = read.asOf === null ? {} : { asOf: read.asOf };
    const prediction = model.predict(read.given, counted);
    const { rows, scored, segments, notScored, unfamiliar } = scoringSummary(prediction, model, file);
    const drift = model.drift(read.given, counted);
    const body: ScoreAnswer = {
      source: source.id,
      title: source.title,
      detected,
      rows,
      scored,
      segments: segments.map((counted) => ({
        ...counted,
        share: drift.find(({ segment }) => segment === counted.segment)?.share ?? 0,
        shareNow: counted.customers / scored,
      })),
      notScored: notScored.slice(0, MAX_LISTED),
      notScoredCount: notScored.length,
      unfamiliar: unfamiliar.map(({ says }) => says),
      file: {
        name: `${splitEnding(source.title)[0] || 'customers'}-segments.csv`,
        type: 'text/csv',
        text: csvText(scoredTable(prediction, model, written, { id: idOf(model, read) })),
      },
    };
    return { body, arrays: {} };
  },
};

/** The model's own identifier, or the column that identifies customers in this file; neither: rows are counted. */
function idOf({ id }: SegmentationModel, { table, suggested }: CustomersRead['read']): string | undefined {
  if (id !== null && table.columns.some(({ name }) => name === id)) return id;
  return suggested.id ?? undefined;
}
