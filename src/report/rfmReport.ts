import { capitalised } from '../core/columnNames';
import { InputError } from '../core/errors';
import { checkKnown, display } from '../core/options';
import type { TableData } from '../datasets/tableData';
import type { RfmSegment } from '../features/rfm/rfm';
import type { RfmAnalysis } from '../features/rfm/rfmAnalysis';
import type { RfmSegmentName } from '../features/rfm/rfmSegments';
import { cleaningTable, rfmSegmentTable } from '../features/rfm/rfmTables';
import { cohortHeatMap } from '../plot/cohortHeatMap';
import { paretoCurve } from '../plot/paretoCurve';
import { revenueBySegment } from '../plot/revenueBySegment';
import { rfmHeatMap } from '../plot/rfmHeatMap';
import { timeHeatMap } from '../plot/timeHeatMap';
import { count, number, percent } from '../plot/words';
import type { Report, ReportBlock, ReportSection } from './report';

/** Options of `buildRfmReport`. */
export interface RfmReportOptions {
  /** Default 'Customers by recency, frequency and money'. */
  title?: string;
}

/**
 * The report of a transaction log: what the segments bring in words first, then the segments with what to do, figures,
 * the cleaning with its statements, method and limits. `reportHtml` and `reportMarkdown` write it out.
 *
 * @param analysis what `rfmAnalysis` found.
 * @throws InputError for an option that is unknown or no text.
 *
 * @example
 * const report = buildRfmReport(await rfmAnalysis('purchases.csv'), { title: 'Spring' });
 * report.sections.map(({ title }) => title); // ['Summary', 'Segments', …]
 */
export function buildRfmReport(analysis: RfmAnalysis, options: RfmReportOptions = {}): Report {
  checkKnown('buildRfmReport', options, ['title']);
  const { title = 'Customers by recency, frequency and money' } = options;
  if (typeof title !== 'string') throw new InputError(`\`title\` is ${display(title)}; it must be text`);
  const { file, asOf, customers } = analysis;
  return {
    title,
    subtitle: `${number(customers.customer.length)} customers of ${file}, as of ${asOf}`,
    sections: [
      summarySection(analysis),
      { title: 'Segments', blocks: [{ kind: 'table', table: rfmSegmentTable(analysis.segments) }] },
      { title: 'In pictures', blocks: figureBlocks(analysis) },
      cleaningSection(analysis),
      methodSection(analysis),
    ],
  };
}

function byRevenue(segments: readonly RfmSegment[]): RfmSegment[] {
  return segments.filter(({ customers }) => customers > 0).sort((a, b) => b.revenue - a.revenue);
}

function finding([first]: readonly RfmSegment[]): string {
  return `${first.name} are ${percent(first.share)} of customers and bring ${percent(first.shareOfRevenue)} of revenue`;
}

function summarySection({ segments, revenue, customers, rowsRead, rowsValid }: RfmAnalysis): ReportSection {
  const present = byRevenue(segments);
  const howMany = customers.customer.length;
  return {
    title: 'Summary',
    blocks: [
      { kind: 'paragraph', text: [`${finding(present)}.`, ...slippingAway(segments)].join(' ') },
      {
        kind: 'measures',
        measures: [
          { label: 'Customers', value: number(howMany) },
          { label: 'Revenue', value: number(revenue) },
          { label: 'Revenue per customer', value: number(revenue / howMany) },
          { label: 'Rows read', value: number(rowsRead) },
          { label: 'Rows that count', value: number(rowsValid), share: rowsValid / rowsRead },
        ],
      },
    ],
  };
}

/** Good customers who have not come lately: where attention earns most. */
const SLIPPING: readonly RfmSegmentName[] = ['At Risk', 'Cannot Lose Them'];

function slippingAway(segments: readonly RfmSegment[]): string[] {
  const slipping = segments.filter(({ name }) => SLIPPING.includes(name));
  const customers = slipping.reduce((sum, segment) => sum + segment.customers, 0);
  const share = slipping.reduce((sum, segment) => sum + segment.shareOfRevenue, 0);
  if (customers === 0) return [];
  return [
    `${count(customers, 'customer')} who used to buy often stay away (${SLIPPING.join(' and ')}); they stand for ${percent(share)} of revenue and are the first to win back.`,
  ];
}

function figureBlocks({ segments, customers, cohorts, monthByCountry }: RfmAnalysis): ReportBlock[] {
  const rows = byRevenue(segments).map(({ name, customers, revenue }) => ({
    segment: name,
    customers,
    revenue,
  }));
  const full = rowsWhere(cohorts, (row) => cohorts.complete[row] === true);
  const someCameLater = full.period.some((period) => (period as number) > 0);
  const figures = [
    revenueBySegment(rows),
    rfmHeatMap(customers),
    paretoCurve(customers.monetary as number[]),
    ...(someCameLater ? [cohortHeatMap(full)] : []),
    ...(monthByCountry === null ? [] : [timeHeatMap(monthByCountry)]),
  ];
  return figures.map((figure) => ({ kind: 'figure', figure }));
}

function rowsWhere(table: TableData, test: (row: number) => boolean): TableData {
  return Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name, values.filter((_, row) => test(row))]),
  );
}

function cleaningSection(analysis: RfmAnalysis): ReportSection {
  const { steps, duplicates, recognised } = analysis;
  const { rows, amount, choice } = duplicates;
  const fate = choice === 'keep' ? 'they are counted' : 'they are left out';
  return {
    title: 'Data cleaning',
    blocks: [
      { kind: 'table', table: cleaningTable(analysis) },
      {
        kind: 'paragraph',
        text: `${number(rows)} purchases repeat an earlier row in every column (${number(amount, 2)} of revenue); ${fate}.`,
      },
      ...(recognised.length > 0
        ? [{ kind: 'list' as const, points: recognised.map((text) => ({ text: capitalised(text) })) }]
        : []),
      { kind: 'code', text: steps.map(({ name, sql }) => `-- ${name}\n${sql};`).join('\n\n') },
    ],
  };
}

function methodSection({ asOf, sql }: RfmAnalysis): ReportSection {
  return {
    title: 'Method and limits',
    blocks: [
      {
        kind: 'paragraph',
        text: `Recency is the days from the last purchase to ${asOf}, frequency the number of orders, monetary value the sum of what was paid. Each is scored in fifths, 5 is best; customers with equal values have equal scores. The segments are cells of recency score by frequency score.`,
      },
      {
        kind: 'list',
        points: [
          'The scores rank customers against each other: some are always in the lowest fifth, however well business goes.',
          'Customers who bought for the first time lately have had little time to come back; they are not less loyal for it.',
          'The names are the usual ones of this grid. They say where a customer stands, not why.',
        ].map((text) => ({ text })),
      },
      { kind: 'code', text: sql },
    ],
  };
}
