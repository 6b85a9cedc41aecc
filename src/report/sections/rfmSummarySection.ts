import { formatDate, formatMoney, formatNumber, formatShare, plural, someOf } from '../../core/format';
import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import type { ReportSection } from '../report';

/** What was bought, by how many, and which segments matter most. */
export function rfmSummarySection(analysis: RfmAnalysis, unit: string): ReportSection {
  const { segments, customers, revenue, grossRevenue, subtracted, rowsRead, rowsValid, asOf } = analysis;
  const differ = subtracted.length > 0;
  const paid = differ
    ? `paid ${formatMoney(revenue, unit)} (${formatMoney(grossRevenue, unit)} before returns, refunds and the like)`
    : `spent ${formatMoney(revenue, unit)}`;
  const byRevenue = [...segments].sort((a, b) => b.revenue - a.revenue);
  const [best] = byRevenue;
  const text = [
    `${someOf(rowsValid, plural(rowsRead, 'row'), 'is a valid purchase', 'are valid purchases')}, by ${plural(customers.customer.length, 'customer')} who ${paid}.`,
    `‘${best.name}’ (${best.meaning}) are ${formatShare(best.share)} of the customers and bring ${formatShare(best.shareOfRevenue)} of the revenue.`,
  ].join(' ');
  return {
    title: 'Summary',
    blocks: [
      {
        kind: 'measures',
        measures: [
          { label: 'Customers', value: formatNumber(customers.customer.length) },
          { label: differ ? 'Net revenue' : 'Revenue', value: formatMoney(revenue, unit) },
          ...(differ ? [{ label: 'Gross revenue', value: formatMoney(grossRevenue, unit) }] : []),
          { label: 'Segments', value: formatNumber(segments.length) },
          { label: 'As of', value: formatDate(asOf) },
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
