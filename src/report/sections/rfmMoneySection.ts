import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { moneySentences, subtractedTable } from '../../features/rfm/tables/moneySentences';
import type { ReportSection } from '../report';

/** Net beside gross: what was subtracted by which rule, and who kept nothing. None where nothing was subtracted. */
export function rfmMoneySection(analysis: RfmAnalysis, unit: string): ReportSection[] {
  const table = subtractedTable(analysis, unit);
  if (table === undefined) return [];
  const points = moneySentences(analysis, unit, 'numbers').map((text) => ({ text }));
  return [
    {
      title: 'Gross and net',
      blocks: [
        { kind: 'list', points },
        { kind: 'table', table },
      ],
    },
  ];
}
