import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { number, percent } from '../../plot/base/words';
import type { ReportSection } from '../report';
import { money } from './money';

/** What was bought, by how many, and which segments matter most. */
export function rfmSummarySection(
  { segments, customers, revenue, rowsRead, rowsValid, asOf }: RfmAnalysis,
  unit: string,
): ReportSection {
  const byRevenue = [...segments].sort((a, b) => b.revenue - a.revenue);
  const [best] = byRevenue;
  const text = [
    `${number(rowsValid)} of ${number(rowsRead)} rows are valid purchases, by ${number(customers.customer.length)} customers who spent ${money(revenue, unit)}.`,
    `‘${best.name}’ (${best.meaning}) are ${percent(best.share)} of the customers and bring ${percent(best.shareOfRevenue)} of the revenue.`,
  ].join(' ');
  return {
    title: 'Summary',
    blocks: [
      {
        kind: 'measures',
        measures: [
          { label: 'Customers', value: number(customers.customer.length) },
          { label: 'Revenue', value: money(revenue, unit) },
          { label: 'Segments', value: number(segments.length) },
          { label: 'As of', value: asOf },
        ],
      },
      { kind: 'paragraph', text },
      { kind: 'paragraph', text: 'What to do first, the segments with most revenue first:' },
      {
        kind: 'list',
        points: byRevenue.slice(0, 5).map(({ name, action }) => ({ about: name, text: action })),
      },
    ],
  };
}
