import { formatNumber } from '../../core/format';
import { INDICES, type PreferredKs } from '../indices/registry';
import { type SilhouetteBand, silhouetteBand } from '../indices/silhouetteBand';
import type { KEvaluation } from './evaluateKs';

/** A number of clusters and why. */
export interface KRecommendation {
  k: number;
  /** Plain sentences with their numbers. */
  reasons: string[];
}

const BANDS: Record<SilhouetteBand, string> = {
  strong: 'a strong structure',
  reasonable: 'a reasonable structure',
  weak: 'a weak structure that may be artificial',
  none: 'no substantial structure',
};

/**
 * The k that most indices prefer; of several with as many votes, the one with the best silhouette. A preference
 * outside the rows (a gap statistic that prefers one cluster) votes for none of them.
 */
export function recommendK(rows: readonly KEvaluation[], preferred: PreferredKs): KRecommendation {
  const votes = (k: number) => Object.values(preferred).filter((choice) => choice === k).length;
  const best = rows.reduce((leader, row) => {
    const lead = votes(row.k) - votes(leader.k);
    return lead > 0 || (lead === 0 && row.silhouette > leader.silhouette) ? row : leader;
  });
  const reasons = [
    voteReason(best.k, preferred),
    silhouetteReason(best),
    stabilityReason(best),
    gapReason(preferred),
  ];
  return { k: best.k, reasons: reasons.filter((reason) => reason !== '') };
}

function voteReason(k: number, preferred: PreferredKs): string {
  const agree = INDICES.filter(({ key }) => preferred[key] === k).map(({ name }) => name);
  const differ = INDICES.filter(({ key }) => preferred[key] !== k).map(
    ({ key, name }) => `${name} ${preferred[key] ?? 'none'}`,
  );
  const others = differ.length > 0 ? `; the others prefer: ${differ.join(', ')}` : '';
  return `${agree.length} of ${INDICES.length} indices prefer k = ${k} (${agree.join(', ')})${others}.`;
}

function silhouetteReason({ k, silhouette, referenceSilhouette }: KEvaluation): string {
  return (
    `The mean silhouette at k = ${k} is ${formatNumber(silhouette, { decimals: 3 })}: ${BANDS[silhouetteBand(silhouette)]} by Kaufman and ` +
    `Rousseeuw's bands, which take nothing else into account. In reference data without groups, ${k} clusters have ${formatNumber(referenceSilhouette, { decimals: 3 })}.`
  );
}

/** Words of Steinley (2004). */
function stabilityReason({ k, stability }: KEvaluation): string {
  if (Number.isNaN(stability)) return '';
  const words =
    stability >= 0.9 ? 'excellent' : stability >= 0.8 ? 'good' : stability >= 0.65 ? 'moderate' : 'poor';
  return `In resampled data the ${k} segments reappear with an adjusted Rand index of ${formatNumber(stability, { decimals: 2 })}: ${words} stability.`;
}

function gapReason({ gap }: PreferredKs): string {
  if (gap > 1) return '';
  return 'The gap statistic finds no number of clusters better than one.';
}
