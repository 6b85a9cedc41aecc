import { capitalized } from '../../core/columnNames';
import { noEvidence, type SegmentStrategies, segmentStrategies } from '../../profile/actions/strategies';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { ReportPoint } from '../report';

const strategyNames: Record<keyof SegmentStrategies, string> = {
  campaigns: 'Campaigns',
  recommendations: 'Offer',
  pricing: 'Pricing',
  retention: 'Retention',
};

/**
 * The strategies that the data support, then in one point those that they don't.
 * @param unsuited rules that do not suit the segment for another reason: left out as if the data did not support them.
 */
export function strategyPoints(profile: SegmentProfile, unsuited: readonly string[] = []): ReportPoint[] {
  const strategies = segmentStrategies(profile);
  const kinds = Object.keys(strategyNames) as (keyof SegmentStrategies)[];
  const without = kinds.filter((kind) => [noEvidence, ...unsuited].includes(strategies[kind].rule));
  const points = kinds
    .filter((kind) => !without.includes(kind))
    .map((kind) => ({ about: strategyNames[kind], ...pointOf(strategies[kind]) }));
  if (without.length === 0) return points;
  const about = capitalized(without.map((kind) => strategyNames[kind].toLowerCase()).join(', '));
  return [...points, { about, text: 'These columns don’t support a strategy of their own.' }];
}

/** Advice with its grounds. */
export function pointOf({ action, reason }: { action: string; reason: string }): ReportPoint {
  return { text: action, reason: capitalized(reason) };
}
