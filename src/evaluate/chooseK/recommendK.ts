import { formatNumber, formatShare, plural, someOf } from '../../core/format';
import { INDICES, type PreferredKs } from '../indices/registry';
import { type SilhouetteBand, silhouetteBand } from '../indices/silhouetteBand';
import { bestCut, naturalKs } from '../structure/naturalK';
import { type LeftOut, listOfLeftOut } from '../structure/structure';
import type { KEvaluation } from './evaluateKs';

/** A number of clusters and why. */
export interface KRecommendation {
  k: number;
  /** Plain sentences with their numbers. */
  reasons: string[];
  /** Other numbers of natural groups, the next best first. */
  otherKs: number[];
}

const BANDS: Record<SilhouetteBand, string> = {
  strong: 'a strong structure',
  reasonable: 'a reasonable structure',
  weak: 'a weak structure that may be artificial',
  none: 'no substantial structure',
};

/**
 * The k whose clusters are natural groups: the most of them that are worth about as much as the best; where none is, the
 * best cut that resampled data repeat. The indices are named for what they prefer; they do not vote, since theirs are
 * votes of very unequal worth.
 *
 * @param rows of the table, which the reasons speak of.
 * @param judged of the same ks, what k rests on: `rows`, or those of the table without what hides groups.
 * @param leftOut what that is; the reasons say where they rest on it.
 */
export function recommendK(
  rows: readonly KEvaluation[],
  preferred: PreferredKs,
  judged: readonly KEvaluation[] = rows,
  leftOut?: LeftOut,
): KRecommendation {
  const natural = naturalKs(judged);
  const best = natural[0] ?? bestCut(judged);
  const row = rows.find(({ k }) => k === best.k)!;
  const otherKs = natural.slice(1).map(({ k }) => k);
  const reasons = [
    voteReason(best.k, preferred),
    silhouetteReason(row),
    judgedWithout(leftOut, borderReason(best)),
    judgedWithout(leftOut, stabilityReason(best)),
    otherReason(otherKs),
    gapReason(preferred),
  ];
  return { k: best.k, reasons: reasons.filter((reason) => reason !== ''), otherKs };
}

/** What is true of a part of the table must not read as if it were true of all of it. */
function judgedWithout(leftOut: LeftOut | undefined, reason: string): string {
  const left = leftOut ? listOfLeftOut(leftOut) : '';
  if (left === '' || reason === '') return reason;
  return `Judged without ${left}: ${reason[0].toLowerCase()}${reason.slice(1)}`;
}

function borderReason({ k, borderDensity }: KEvaluation): string {
  if (k < 2 || borderDensity >= 1) return `Between the ${k} segments there is no gap.`;
  return `At the border of the two segments that are least distinct, customers lie ${formatShare(borderDensity)} as densely as inside.`;
}

function otherReason(otherKs: readonly number[]): string {
  if (otherKs.length === 0) return '';
  return `The next natural number of segments is ${otherKs[0]}.`;
}

function voteReason(k: number, preferred: PreferredKs): string {
  const agree = INDICES.filter(({ key }) => preferred[key] === k).map(({ name }) => name);
  const differ = INDICES.filter(({ key }) => preferred[key] !== k).map(
    ({ key, name }) => `${name} ${preferred[key] ?? 'none'}`,
  );
  const others =
    differ.length > 0
      ? `; ${differ.length === 1 ? 'the other prefers' : 'the others prefer'}: ${differ.join(', ')}`
      : '';
  const names = agree.length > 0 ? ` (${agree.join(', ')})` : '';
  return `${someOf(agree.length, plural(INDICES.length, 'index', 'indices'), 'prefers', 'prefer')} k = ${k}${names}${others}.`;
}

function silhouetteReason({ k, silhouette, referenceSilhouette }: KEvaluation): string {
  return (
    `The mean silhouette at k = ${k} is ${formatNumber(silhouette, { decimals: 3 })}: ${BANDS[silhouetteBand(silhouette)]} by Kaufman and ` +
    `Rousseeuw's bands, which take nothing else into account. In reference data without groups, ${k} clusters have ${formatNumber(referenceSilhouette, { decimals: 3 })}.`
  );
}

/** Without a word on whether that is much: how stable segments are is said of each, by its own measure. */
function stabilityReason({ k, stability }: KEvaluation): string {
  if (Number.isNaN(stability)) return '';
  return `In resampled data the ${k} segments reappear with an adjusted Rand index of ${formatNumber(stability, { decimals: 2 })} (1: the same segments, 0: no more alike than by chance).`;
}

function gapReason({ gap }: PreferredKs): string {
  if (gap > 1) return '';
  return 'The gap statistic finds no number of clusters better than one.';
}
