import { capitalized } from '../../core/columnNames';
import { countPhrase, formatMoney, formatNumber, formatShare } from '../../core/format';
import type { RfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { profileSegments } from '../../profile/segmentProfile';
import type { ReportCard, ReportPoint } from '../report';
import { unsuitedRules } from './rfmStory';
import { strategyPoints } from './strategyPoints';

/** What is profiled of each customer. */
const PROFILED = ['recency', 'frequency', 'monetary', 'averageOrderValue', 'tenure'];

/** A card for each segment that has customers. */
export function rfmCards({ segments, customers, revenue }: RfmAnalysis, unit: string): ReportCard[] {
  const position = new Map(segments.map(({ name }, i) => [name as string, i]));
  const labels = customers.segment.map((name) => position.get(String(name))!);
  const table = Object.fromEntries(PROFILED.map((name) => [name, customers[name]]));
  const profiles = new Map(profileSegments(table, labels).map((profile) => [profile.segment, profile]));
  return segments.map((segment, i) => {
    const card: ReportCard = {
      title: segment.name,
      segment: i,
      measures: [
        { label: 'Customers', value: formatNumber(segment.customers) },
        { label: 'Share of customers', value: formatShare(segment.share), share: segment.share },
        {
          label: 'Share of revenue',
          value: formatShare(segment.shareOfRevenue),
          share: revenue > 0 ? Math.max(0, segment.shareOfRevenue) : undefined,
        },
      ],
      groups: [
        { heading: 'Who they are', points: typicalPoints(segment, unit) },
        { heading: 'What to do', points: [{ text: segment.action }] },
        { heading: 'Strategies', points: strategyPoints(profiles.get(i)!, unsuitedRules(segment.name)) },
      ],
    };
    if (profiles.get(i)!.tiny)
      card.warning = `Only ${countPhrase(segment.customers, 'customer')}: use these numbers with caution.`;
    return card;
  });
}

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };

function typicalPoints(
  { meaning, medianRecency, medianFrequency, medianMonetary }: RfmAnalysis['segments'][number],
  unit: string,
): ReportPoint[] {
  const days = countPhrase(medianRecency ?? 0, 'day');
  const times = TIMES[medianFrequency ?? 0] ?? countPhrase(medianFrequency ?? 0, 'time');
  const typical = `The typical customer (median) bought ${times}, last ${days} ago, for ${formatMoney(medianMonetary ?? 0, unit)} in all.`;
  return [{ text: `${capitalized(meaning)}.` }, { text: typical }];
}
