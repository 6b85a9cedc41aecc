import { lowerFirst } from '../../core/columnNames';
import { EFFECT_THRESHOLDS } from '../features/effectSize';
import { type FeatureProfile, materialityBetween } from '../features/featureProfile';
import { materialityOfShares } from '../features/materiality';
import { categoryContrast } from './categoryWords';
import type { NameReason } from './nameReason';
import { othersValue, segmentValue } from './wording';

/** A name, its evidence, and the numbers that distinguish it from other segments of the same name. */
export interface NameDraft {
  name: string;
  reasons: NameReason[];
  size: number;
  features: readonly FeatureProfile[];
}

/**
 * Makes every name unique. Segments of the same name are split at the widest gap between their means, in standard
 * deviations of all customers, over all features. Those below the gap get ', lower foo', those above ', higher foo'
 * (or the role's own words: 'younger', 'spending more'). This repeats with other features until all names differ.
 * If only a feature that the name already mentions splits them, the name gets its value: 'higher foo, lower foo'
 * would be nonsense and 'younger customers, younger' clumsy.
 * Where no gap is wide enough to matter (see `materialityOfNumbers`), names get the values: 'average customers, age 42'.
 * If no gap reaches a small effect (0.2), they are numbered by size: words would claim a difference that does not
 * exist.
 */
export function makeUnique(drafts: readonly NameDraft[]): NameDraft[] {
  const result = drafts.slice();
  for (const members of sameNameGroups(result)) split(members, result, mentionedFeatures(result[members[0]]));
  return result;
}

/** Positions of drafts with the same name, one group per name. */
function sameNameGroups(drafts: readonly NameDraft[]): number[][] {
  const byName = new Map<string, number[]>();
  for (const [i, { name }] of drafts.entries()) byName.set(name, [...(byName.get(name) ?? []), i]);
  return [...byName.values()].filter((members) => members.length > 1);
}

/** The features that the name already mentions. */
function mentionedFeatures({ name, features }: NameDraft): Set<number> {
  const mentioned = features.flatMap((feature, i) =>
    possibleWords(feature).some((words) => mentions(name, words)) ? [i] : [],
  );
  return new Set(mentioned);
}

function possibleWords(feature: FeatureProfile): string[] {
  const { role, label } = feature;
  if (role === 'age' || role === 'birthYear') return ['younger', 'older'];
  if (role === 'spending' || role === 'spendingScore') return ['spending'];
  if (role === 'income') return ['income'];
  return [feature.kind === 'share' ? (feature.level ?? label) : label];
}

function mentions(name: string, words: string): boolean {
  const plain = (text: string) => ` ${text.toLowerCase().replace(/[\s,-]+/g, ' ')} `;
  return plain(name).includes(plain(words));
}

function split(members: number[], drafts: NameDraft[], used: ReadonlySet<number>): void {
  if (members.length < 2) return;
  const gap = widestGap(members, drafts, (feature) => !used.has(feature), isMaterial);
  if (!gap) {
    const again =
      widestGap(
        members,
        drafts,
        (feature) => used.has(feature),
        () => true,
      ) ??
      widestGap(
        members,
        drafts,
        () => true,
        () => true,
      );
    if (!again || !addValues(again.feature, members, drafts)) numberBySize(members, drafts);
    return;
  }
  for (const [side, group] of Object.entries({ lower: gap.lower, higher: gap.higher })) {
    for (const member of group) {
      const feature = drafts[member].features[gap.feature];
      const words = contrastWords(feature, side === 'higher');
      drafts[member] = extended(drafts[member], `, ${words}`, contrast(feature));
    }
    split(group, drafts, new Set([...used, gap.feature]));
  }
}

/** Adds the values to the names if they all differ as displayed; returns whether it did. */
function addValues(feature: number, members: readonly number[], drafts: NameDraft[]): boolean {
  const values = members.map((member) => segmentValue(drafts[member].features[feature]));
  if (new Set(values).size < members.length) return false;
  members.forEach((member, i) => {
    const shown = drafts[member].features[feature];
    const isCategory = shown.kind === 'share' && shown.level !== undefined;
    const words = isCategory ? `${values[i]} ${shown.level}` : `${lowerFirst(shown.label)} ${values[i]}`;
    drafts[member] = extended(drafts[member], `, ${words}`, contrast(shown));
  });
  return true;
}

interface Gap {
  feature: number;
  width: number;
  lower: number[];
  higher: number[];
}

function widestGap(
  members: readonly number[],
  drafts: readonly NameDraft[],
  allowed: (feature: number) => boolean,
  counts: (lower: FeatureProfile, higher: FeatureProfile) => boolean,
): Gap | undefined {
  const features = drafts[members[0]].features;
  let best: Gap | undefined;
  for (let feature = 0; feature < features.length; feature++) {
    if (!allowed(feature)) continue;
    const gap = gapIn(feature, members, drafts, counts);
    const tie = best && gap && gap.width === best.width;
    const first = tie && features[feature].label < features[best!.feature].label;
    if (gap && (!best || gap.width > best.width || first)) best = gap;
  }
  return best && best.width >= EFFECT_THRESHOLDS.small ? best : undefined;
}

/** A gap between neighbors that is wide enough to speak of 'older' or 'higher'. */
function isMaterial(lower: FeatureProfile, higher: FeatureProfile): boolean {
  if (lower.kind === 'share' || higher.kind === 'share')
    return (
      lower.kind === 'share' && higher.kind === 'share' && materialityOfShares(lower.share, higher.share) >= 1
    );
  return materialityBetween(lower, lower.segment.mean, higher.segment.mean) >= 1;
}

function gapIn(
  feature: number,
  members: readonly number[],
  drafts: readonly NameDraft[],
  counts: (lower: FeatureProfile, higher: FeatureProfile) => boolean,
): Gap | undefined {
  const position = (member: number) => inDeviations(drafts[member].features[feature]);
  const sorted = members.slice().sort((a, b) => position(a) - position(b));
  if (sorted.some((member) => !Number.isFinite(position(member)))) return undefined;
  const gaps = sorted.slice(1).map((member, i) => position(member) - position(sorted[i]));
  const width = Math.max(...gaps);
  const cut = gaps.indexOf(width) + 1;
  const written = (i: number) => averageValue(drafts[sorted[i]].features[feature]);
  if (cut > 0 && written(cut - 1) === written(cut)) return undefined;
  const [below, above] = [sorted[cut - 1], sorted[cut]].map((member) => drafts[member].features[feature]);
  if (!counts(below, above)) return undefined;
  return { feature, width, lower: sorted.slice(0, cut), higher: sorted.slice(cut) };
}

/** The segment's mean or share, as displayed. */
function averageValue(feature: FeatureProfile): string {
  return segmentValue(feature.kind === 'numeric' ? { ...feature, typical: 'mean' } : feature);
}

/** The segment's mean or share, in standard deviations of all customers. */
function inDeviations(feature: FeatureProfile): number {
  if (feature.kind === 'numeric') return feature.segment.mean / feature.everyone.standardDeviation;
  const { share, shareOfEveryone } = feature;
  return share / Math.sqrt(shareOfEveryone * (1 - shareOfEveryone));
}

function numberBySize(members: number[], drafts: NameDraft[]): void {
  const bySize = members
    .slice()
    .sort((a, b) => drafts[b].size - drafts[a].size || compareValues(drafts[a], drafts[b]));
  bySize.forEach((member, i) => {
    const reason = 'numbered by size, because no column distinguishes it from segments of the same name';
    drafts[member] = extended(drafts[member], ` ${i + 1}`, reason);
  });
}

function compareValues(a: NameDraft, b: NameDraft): number {
  const keys = a.features
    .map((_, i) => i)
    .sort((i, j) => (a.features[i].label < a.features[j].label ? -1 : 1));
  const differing = keys.find((i) => inDeviations(a.features[i]) !== inDeviations(b.features[i]));
  return differing === undefined
    ? 0
    : inDeviations(a.features[differing]) - inDeviations(b.features[differing]);
}

function extended(draft: NameDraft, words: string, reason: string): NameDraft {
  return {
    ...draft,
    name: draft.name + words,
    reasons: [...draft.reasons, { text: words.replace(/^, /, '').trim(), reason }],
  };
}

function contrastWords(feature: FeatureProfile, higher: boolean): string {
  const { role, label } = feature;
  if (role === 'age') return higher ? 'older' : 'younger';
  if (role === 'birthYear') return higher ? 'younger' : 'older';
  if (role === 'spending' || role === 'spendingScore') return higher ? 'spending more' : 'spending less';
  if (feature.kind === 'share') return categoryContrast(feature, higher);
  const what = role === 'income' ? role : lowerFirst(label);
  return `${higher ? 'higher' : 'lower'} ${what}`;
}

function contrast(feature: FeatureProfile): string {
  const kind = feature.kind === 'numeric' ? `${feature.typical} ` : '';
  return `compared with segments of the same name: ${kind}${lowerFirst(feature.label)} ${segmentValue(feature)} (customers outside the segment: ${othersValue(feature)})`;
}
