import { InputError } from '../../core/errors';
import { display } from '../../core/options';
import type { Table } from '../../core/table';
import type { CleaningStep, Purchases } from './cleanTransactions';
import type { RfmSegment } from './rfm';

/**
 * The cleaning of a transaction log as a table: a line for each step, with the rows of the log it is about and the rows
 * before and after it; and a line for exact duplicates that were kept.
 *
 * @param cleaned as `cleanTransactions` or `rfmAnalysis` gives it.
 *
 * @example
 * const analysis = await rfmAnalysis('purchases.csv');
 * show(cleaningTable(analysis));
 */
export function cleaningTable({
  steps,
  duplicates,
}: {
  readonly steps: readonly CleaningStep[];
  readonly duplicates: Purchases['duplicates'];
}): Table {
  if (!Array.isArray(steps) || steps.length === 0)
    throw new InputError(`\`steps\` is ${display(steps)}; it must hold the steps of a cleaning`);
  const last = steps[steps.length - 1].rowsAfter;
  const rows = steps.map(({ name, concerned, rowsBefore, rowsAfter, why }) => [
    ...[name, concerned, rowsBefore, rowsAfter, why],
  ]);
  const kept = `${count(duplicates.rows)} lines that repeat another stay: two of the same in one basket`;
  if (duplicates.choice === 'keep') rows.push(['Exact duplicates: kept', duplicates.rows, last, last, kept]);
  return {
    caption: `${count(last)} of ${count(steps[0].rowsBefore)} rows are valid purchases`,
    columns: [
      { name: 'Step' },
      { name: 'Rows it is about', format: 'integer' },
      { name: 'Rows before', format: 'integer' },
      { name: 'Rows after', format: 'integer' },
      { name: 'Why' },
    ],
    rows,
  };
}

/**
 * Named segments as a table: how many customers, what share of customers and of revenue, what is typical, what to do.
 * Segments without customers are left out.
 *
 * @param segments as `rfm` or `rfmAnalysis` gives them.
 * @param options.unit of money, said after the heading, e.g. '£'.
 *
 * @example
 * const { segments } = await rfmAnalysis('purchases.csv');
 * show(rfmSegmentTable(segments, { unit: '£' }));
 */
export function rfmSegmentTable(segments: readonly RfmSegment[], options: { unit?: string } = {}): Table {
  if (!Array.isArray(segments) || segments.length === 0)
    throw new InputError(`\`segments\` is ${display(segments)}; it must be the segments that \`rfm\` gives`);
  const there = segments.filter(({ customers }) => customers > 0) as RfmSegment[];
  const best = there.reduce((most, segment) => (segment.revenue > most.revenue ? segment : most));
  const unit = options.unit === undefined ? {} : { unit: options.unit };
  return {
    caption: `'${best.name}' are ${percent(best.share)} of customers and bring ${percent(best.shareOfRevenue)} of revenue`,
    columns: [
      { name: 'Segment' },
      { name: 'Who they are' },
      { name: 'Customers', format: 'integer' },
      { name: 'Share of customers', format: 'percent' },
      { name: 'Share of revenue', format: 'percent' },
      { name: 'Median recency', unit: 'days', format: 'integer' },
      { name: 'Median frequency', unit: 'purchases', format: 'general' },
      { name: 'Median monetary value', ...unit, format: 'integer' },
      { name: 'What to do' },
    ],
    rows: there.map((segment) => [
      ...[segment.name, segment.meaning, segment.customers, segment.share, segment.shareOfRevenue],
      ...[segment.medianRecency, segment.medianFrequency, segment.medianMonetary, segment.action],
    ]),
  };
}

function count(rows: number): string {
  return rows.toLocaleString('en-US');
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
