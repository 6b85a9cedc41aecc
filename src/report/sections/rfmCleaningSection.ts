import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { cleaningTable } from '../../features/rfm/tables/rfmTables';
import type { ReportSection } from '../report';

/** What counts as a purchase, statement by statement. */
export function rfmCleaningSection(analysis: RfmAnalysis): ReportSection {
  return {
    title: 'Data cleaning',
    blocks: [
      { kind: 'table', table: cleaningTable(analysis) },
      { kind: 'paragraph', text: 'Statement by statement:' },
      { kind: 'code', text: analysis.steps.map(({ name, sql }) => `-- ${name}\n${sql};`).join('\n\n') },
    ],
  };
}
