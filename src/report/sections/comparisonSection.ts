import { agreementTable } from '../../evaluate/compare/agreementTable';
import type { ClusteringComparison } from '../../evaluate/compare/compareClusterings';
import { comparisonTable } from '../../evaluate/compare/comparisonTable';
import type { ReportBlock, ReportSection } from '../report';

/** Several algorithms on the same customers: which to trust, why, and how far they agree. */
export function comparisonSection(comparison: ClusteringComparison): ReportSection {
  const points = comparison.reasons.map((text) => ({ text }));
  const blocks: ReportBlock[] = [
    { kind: 'list', points },
    { kind: 'table', table: { ...comparisonTable(comparison), caption: 'Every clustering, measured' } },
  ];
  if (comparison.rows.length > 1) {
    blocks.push({
      kind: 'table',
      table: { ...agreementTable(comparison), caption: 'Agreement between clusterings' },
      note: 'Adjusted Rand index: 1 where two clusterings are the same, 0 where they agree no more than by chance.',
    });
  }
  return { title: 'Algorithms compared', blocks };
}
