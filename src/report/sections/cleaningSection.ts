import { formatNumber, plural, someOf } from '../../core/format';
import { recordTable } from '../../preprocess/clean/recordTable';
import type { ReportBlock, ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** What was left out before grouping, step by step. */
export function cleaningSection({ dropped, rows, clustered }: ReportedModel): ReportSection {
  const blocks: ReportBlock[] =
    dropped.length > 0
      ? [{ kind: 'table', table: recordTable(dropped) }]
      : [
          {
            kind: 'paragraph',
            text:
              rows === clustered
                ? `Nothing was left out or changed: all ${formatNumber(rows)} rows were used.`
                : `${someOf(rows - clustered, plural(rows, 'row'), 'was', 'were')} left out.`,
          },
        ];
  return { title: 'Data cleaning', blocks };
}
