import { inside } from '../../core/columnNames';
import { effectThresholds } from '../features/effectSize';
import type { FeatureProfile } from '../features/featureProfile';
import { categoryContrast } from './categoryWords';
import type { NameReason } from './householdName';
import { everyoneValue, segmentValue } from './wording';

/** A name, what backs it, and the numbers to tell it from its namesakes by. */
export interface NameDraft {
  name: string;
  reasons: NameReason[];
  size: number;
  features: readonly FeatureProfile[];
}

/**
 * Makes every name differ from the others. Namesakes are parted at the widest gap between their means, in
 * standard deviations of everyone, over all features: those below get ', lower foo', those above ', higher foo'
 * (or the role's own words: 'younger', 'spending more'); again, by another feature, until each is alone. Where only
 * a feature that the name speaks of already parts them, its value is said, since 'higher foo, lower foo' would be
 * nonsense and 'younger customers, younger' clumsy.
 * Where no gap reaches a small effect (0.2) they are numbered by size: words would claim a difference that is not
 * there.
 */
export function makeUnique(drafts: readonly NameDraft[]): NameDraft[] {
  const result = drafts.slice();
  for (const members of namesakes(result)) part(members, result, saidAlready(result[members[0]]));
  return result;
}

/** Positions of drafts that share a name with another. */
function namesakes(drafts: readonly NameDraft[]): number[][] {
  const byName = new Map<string, number[]>();
  for (const [i, { name }] of drafts.entries()) byName.set(name, [...(byName.get(name) ?? []), i]);
  return [...byName.values()].filter((members) => members.length > 1);
}

/** The features whose words of contrast the name holds. */
function saidAlready({ name, features }: NameDraft): Set<number> {
  const said = features.flatMap((feature, i) =>
    sayings(feature).some((words) => holds(name, words)) ? [i] : [],
  );
  return new Set(said);
}

function sayings(feature: FeatureProfile): string[] {
  const { role, label } = feature;
  if (role === 'age' || role === 'birthYear') return ['younger', 'older'];
  if (role === 'spending' || role === 'spendingScore') return ['spending'];
  if (role === 'income') return ['income'];
  return [feature.kind === 'share' ? (feature.level ?? label) : label];
}

function holds(name: string, words: string): boolean {
  const plain = (text: string) => ` ${text.toLowerCase().replace(/[\s,-]+/g, ' ')} `;
  return plain(name).includes(plain(words));
}

function part(members: number[], drafts: NameDraft[], used: ReadonlySet<number>): void {
  if (members.length < 2) return;
  const gap = widestGap(members, drafts, (feature) => !used.has(feature));
  if (!gap) {
    const again = widestGap(members, drafts, (feature) => used.has(feature));
    if (!again || !sayValues(again.feature, members, drafts)) numberBySize(members, drafts);
    return;
  }
  for (const [side, group] of Object.entries({ lower: gap.lower, higher: gap.higher })) {
    for (const member of group) {
      const feature = drafts[member].features[gap.feature];
      const words = contrastWords(feature, side === 'higher');
      drafts[member] = extended(drafts[member], `, ${words}`, contrast(feature));
    }
    part(group, drafts, new Set([...used, gap.feature]));
  }
}

/** Whether the values, as they are written, tell all of them apart; then they are said. */
function sayValues(feature: number, members: readonly number[], drafts: NameDraft[]): boolean {
  const values = members.map((member) => segmentValue(drafts[member].features[feature]));
  if (new Set(values).size < members.length) return false;
  members.forEach((member, i) => {
    const told = drafts[member].features[feature];
    const isCategory = told.kind === 'share' && told.level !== undefined;
    const words = isCategory ? `${values[i]} ${told.level}` : `${inside(told.label)} ${values[i]}`;
    drafts[member] = extended(drafts[member], `, ${words}`, contrast(told));
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
): Gap | undefined {
  const features = drafts[members[0]].features;
  let best: Gap | undefined;
  for (let feature = 0; feature < features.length; feature++) {
    if (!allowed(feature)) continue;
    const gap = gapIn(feature, members, drafts);
    const tie = best && gap && gap.width === best.width;
    const first = tie && features[feature].label < features[best!.feature].label;
    if (gap && (!best || gap.width > best.width || first)) best = gap;
  }
  return best && best.width >= effectThresholds.small ? best : undefined;
}

function gapIn(feature: number, members: readonly number[], drafts: readonly NameDraft[]): Gap | undefined {
  const position = (member: number) => inDeviations(drafts[member].features[feature]);
  const sorted = members.slice().sort((a, b) => position(a) - position(b));
  if (sorted.some((member) => !Number.isFinite(position(member)))) return undefined;
  const gaps = sorted.slice(1).map((member, i) => position(member) - position(sorted[i]));
  const width = Math.max(...gaps);
  const cut = gaps.indexOf(width) + 1;
  const written = (i: number) => averageValue(drafts[sorted[i]].features[feature]);
  if (cut > 0 && written(cut - 1) === written(cut)) return undefined;
  return { feature, width, lower: sorted.slice(0, cut), higher: sorted.slice(cut) };
}

/** The segment's mean or share, as it is written. */
function averageValue(feature: FeatureProfile): string {
  return segmentValue(feature.kind === 'numeric' ? { ...feature, typical: 'mean' } : feature);
}

/** The segment's mean or share, in standard deviations of everyone. */
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
    const because = 'numbered by size: no feature tells it from its namesakes';
    drafts[member] = extended(drafts[member], ` ${i + 1}`, because);
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

function extended(draft: NameDraft, words: string, because: string): NameDraft {
  return {
    ...draft,
    name: draft.name + words,
    reasons: [...draft.reasons, { words: words.replace(/^, /, '').trim(), because }],
  };
}

function contrastWords(feature: FeatureProfile, higher: boolean): string {
  const { role, label } = feature;
  if (role === 'age') return higher ? 'older' : 'younger';
  if (role === 'birthYear') return higher ? 'younger' : 'older';
  if (role === 'spending' || role === 'spendingScore') return higher ? 'spending more' : 'spending less';
  if (feature.kind === 'share') return categoryContrast(feature, higher);
  const what = role === 'income' ? role : inside(label);
  return `${higher ? 'higher' : 'lower'} ${what}`;
}

function contrast(feature: FeatureProfile): string {
  const kind = feature.kind === 'numeric' ? `${feature.typical} ` : '';
  return `set against its namesakes: ${kind}${inside(feature.label)} ${segmentValue(feature)} (everyone: ${everyoneValue(feature)})`;
}
