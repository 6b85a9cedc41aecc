import { InputError } from '../../../core/errors';
import { formatShare, plural, someOf } from '../../../core/format';
import { checkList } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import { resolveOptions } from '../../../core/resolveOptions';
import { object, optional, text } from '../../../core/schema';
import type { Table } from '../../../core/table';
import type { CleaningStep, Purchases } from '../cleaning/cleanTransactions';
import type { RfmSegment } from '../scoring/rfm';

/**
 * The cleaning of a transaction log as a table: a line for each step, with the rows of the log it is about and the rows
 * before and after it; and a line for exact duplicates that were kept, if any.
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
    throw new InputError('wrong-type', phrase`${{ option: 'steps' }} is ${{ value: steps }}`, {
      remedy: 'it must hold the steps of a cleaning',
    });
  const last = steps[steps.length - 1].rowsAfter;
  const rows = steps.map(({ name, concerned, rowsBefore, rowsAfter, reason }) => [
    ...[name, concerned, rowsBefore, rowsAfter, reason],
  ]);
  const kept = `${plural(duplicates.rows, 'line that repeats another stays', 'lines that repeat another stay')}: two of the same in one basket`;
  if (duplicates.choice === 'keep' && duplicates.rows > 0)
    rows.push(['Exact duplicates: kept', duplicates.rows, last, last, kept]);
  return {
    caption: someOf(last, plural(steps[0].rowsBefore, 'row'), 'is a valid purchase', 'are valid purchases'),
    columns: [
      { name: 'Step' },
      { name: 'Rows affected', format: 'integer' },
      { name: 'Rows before', format: 'integer' },
      { name: 'Rows after', format: 'integer' },
      { name: 'Reason' },
    ],
    rows,
  };
}

const RFM_SEGMENT_TABLE_OPTIONS = object({ unit: optional(text()) });

/**
 * Named segments as a table: how many customers, what share of customers and of revenue, what is typical; where something
 * is subtracted, net revenue and gross revenue beside it. Segments without customers are left out.
 *
 * @param segments as `rfm` or `rfmAnalysis` gives them.
 * @param options.unit of money, said after the heading, e.g. '£'.
 *
 * @example
 * const { segments } = await rfmAnalysis('purchases.csv');
 * show(rfmSegmentTable(segments, { unit: '£' }));
 */
export function rfmSegmentTable(segments: readonly RfmSegment[], options: { unit?: string } = {}): Table {
  const given = resolveOptions('rfmSegmentTable', RFM_SEGMENT_TABLE_OPTIONS, options);
  const there = withCustomers(segments);
  const best = there.reduce((most, segment) => (segment.revenue > most.revenue ? segment : most));
  const unit = given.unit ? { unit: given.unit } : {};
  const differ = there.some(({ revenue, grossRevenue = revenue }) => revenue !== grossRevenue);
  return {
    caption: `'${best.name}' are ${formatShare(best.share)} of customers and bring ${formatShare(best.shareOfRevenue)} of revenue`,
    columns: [
      { name: 'Segment' },
      { name: 'Customers', format: 'integer' },
      { name: 'Share of customers', format: 'percent' },
      { name: 'Share of revenue', format: 'percent' },
      ...(differ ? NET_AND_GROSS.map((name) => ({ name, ...unit, format: 'integer' as const })) : []),
      { name: 'Median recency', unit: 'days', format: 'integer' },
      { name: 'Median frequency', unit: 'purchases' },
      { name: 'Median monetary value', ...unit, format: 'integer' },
    ],
    rows: there.map((segment) => [
      ...[segment.name, segment.customers, segment.share, segment.shareOfRevenue],
      ...(differ ? [segment.revenue, segment.grossRevenue ?? segment.revenue] : []),
      ...[segment.medianRecency, segment.medianFrequency, segment.medianMonetary],
    ]),
  };
}

const NET_AND_GROSS = ['Net revenue', 'Gross revenue'];

/**
 * Named segments as a table: who they are and what to do for them. Segments without customers are left out.
 *
 * @param segments as `rfm` or `rfmAnalysis` gives them.
 *
 * @example
 * const { segments } = await rfmAnalysis('purchases.csv');
 * show(rfmActionTable(segments));
 */
export function rfmActionTable(segments: readonly RfmSegment[]): Table {
  return {
    caption: 'One action for each segment',
    columns: [
      { name: 'Segment' },
      { name: 'Customers', format: 'integer' },
      { name: 'Who they are' },
      { name: 'What to do' },
    ],
    rows: withCustomers(segments).map(({ name, customers, meaning, action }) => [
      name,
      customers,
      meaning,
      action,
    ]),
  };
}

function withCustomers(segments: readonly RfmSegment[]): RfmSegment[] {
  const there = checkList('segments', segments).filter(({ customers }) => customers > 0);
  if (there.length === 0) {
    throw new InputError('no-data', phrase`${{ option: 'segments' }} has no customers`, {
      remedy: 'pass what `rfm` returns',
    });
  }
  return there;
}
