import { formatShare, plural } from '../../core/format';
import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import type { ReportSection } from '../report';

/** What the report of a transaction log cannot say. */
export function rfmLimitsSection({ rowsRead, rowsValid, duplicates, gross }: RfmAnalysis): ReportSection {
  const left = formatShare((rowsRead - rowsValid) / rowsRead);
  const limits = [
    'The segments are rules on scores, not natural groups: customers on either side of a border are much alike.',
    gross
      ? `Revenue is what was charged, not profit. ${left} of the rows are left out; returns are not subtracted from purchases.`
      : `Revenue is what customers paid, not profit. ${left} of the rows are no purchases; what this file says of returns, refunds and vouchers is subtracted.`,
    ...(duplicates.choice === 'keep' && duplicates.rows > 0
      ? [
          `${plural(duplicates.rows, 'row repeats another in every column and counts as a purchase. If it is a mistake', 'rows repeat another in every column and count as purchases. If they are mistakes')}, revenue is lower.`,
        ]
      : []),
    'Scores compare customers with each other at one time: a year later a 5 may need more.',
    'Strategies follow from general rules and these numbers alone: test them before you roll them out.',
  ];
  return { title: 'Limits', blocks: [{ kind: 'list', points: limits.map((text) => ({ text })) }] };
}
