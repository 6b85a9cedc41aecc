import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import type { Figure } from '../../plot/base/figure';
import { cohortHeatMap } from '../../plot/cohortHeatMap';
import { revenueBySegment } from '../../plot/revenueBySegment';
import { rfmHeatMap } from '../../plot/rfmHeatMap';
import { timeHeatMap } from '../../plot/timeHeatMap';
import type { TableData } from '../../table/tableData';
import type { ReportBlock, ReportSection } from '../report';

/** Shares of revenue, scores against each other, cohorts, and months by country. */
export function rfmFiguresSection(
  { segments, customers, cohorts, cohortPeriod, monthByCountry, subtracted }: RfmAnalysis,
  unit: string,
  further: readonly Figure[],
): ReportSection {
  const units = (name: string) => (unit ? { units: { [name]: unit } } : {});
  const rows = segments.map(({ name, customers, revenue }) => ({
    ...{ segment: name, customers, revenue: Math.max(0, revenue) },
  }));
  const byMonth = subtracted.length > 0 ? { labels: { revenue: 'Gross revenue' } } : {};
  const blocks: ReportBlock[] = [
    ...(rows.some(({ revenue }) => revenue > 0)
      ? [{ kind: 'figure' as const, figure: revenueBySegment(rows, units('revenue')) }]
      : []),
    {
      kind: 'figure',
      figure: rfmHeatMap(customers, units('monetary')),
      reading: 'Scores go from 1 to 5; 5 is the most recent, and the most frequent.',
    },
  ];
  if (showsRetention(cohorts))
    blocks.push({ kind: 'figure', figure: cohortHeatMap(cohorts, { periodName: cohortPeriod }) });
  if (monthByCountry)
    blocks.push({ kind: 'figure', figure: timeHeatMap(monthByCountry, { ...units('revenue'), ...byMonth }) });
  blocks.push(...further.map((figure): ReportBlock => ({ kind: 'figure', figure })));
  return { title: 'Segment charts', blocks };
}

/** Some cohort has a month after its first that the data cover to its end. */
function showsRetention({ period, complete }: TableData): boolean {
  return period.some((after, i) => Number(after) > 0 && complete[i] === true);
}
