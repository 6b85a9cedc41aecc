import { inside } from '../../core/columnNames';
import { EFFECT_THRESHOLDS } from '../features/effectSize';
import { byStrength, type FeatureProfile, type NumericFeature } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import { categoryWords } from './categoryWords';
import type { NameReason } from './householdName';
import { spenderKind } from './spenderKind';
import {
  ageDirection,
  direction,
  featureOf,
  graded,
  isAverage,
  numberOf,
  pick,
  spendingOf,
  type Traits,
} from './traits';
import { evidence, middleThirdEvidence } from './wording';

interface Adjective extends NameReason {
  role: ColumnRole;
  effect: number;
}

/** Adjectives by importance: the first two win among equally strong ones. */
const IMPORTANCE: ColumnRole[] = [
  'income',
  'age',
  'recency',
  'frequency',
  'tenure',
  'activityRecency',
  'orderValue',
  'deals',
  'promotions',
];
/** Adjectives in the order in which they read well; orders follow the noun. */
const READING_ORDER: ColumnRole[] = [
  'recency',
  'activityRecency',
  'age',
  'income',
  'tenure',
  'frequency',
  'deals',
  'promotions',
  'orderValue',
];

/**
 * A name based on buying: up to two adjectives and a noun, such as 'older, frequent buyers', 'younger, affluent big
 * spenders' or 'loyal customers' (long-standing and frequent). Adjectives need at least a medium effect. Those with a
 * large effect come first, then the more important. Undefined if no column with a known meaning stands out.
 */
export function customerName(traits: Traits): NameReason[] | undefined {
  const kind = spenderKind(traits);
  const most = kind && kind.covers.length > 1 ? 1 : 2;
  const further = chosen(
    adjectivesOf(traits).filter(({ role }) => !kind?.covers.includes(role)),
    most,
  );
  if (further.length === 0 && !kind) return undefined;
  const buys = further.some(({ role }) => role === 'frequency' || role === 'recency' || role === 'deals');
  const noun = kind?.noun ?? { words: buys ? 'buyers' : 'customers', because: '' };
  const before = further.filter(({ role }) => role !== 'orderValue');
  const after = further.filter(({ role }) => role === 'orderValue');
  const adjectives = withCommas(kind?.adjective ? [...before, kind.adjective] : before);
  const said = further.length + (kind ? kind.covers.length : 0);
  return [...adjectives, noun, ...after, ...(said < 2 ? furtherTrait(traits) : [])];
}

function withCommas(adjectives: readonly NameReason[]): NameReason[] {
  return adjectives.map(({ words, because }, i) => ({
    words: i < adjectives.length - 1 ? `${words},` : words,
    because,
  }));
}

/**
 * 'High foo, low bar': the two strongest features that no other rule puts into words, or of all features if there are
 * none. Undefined if none has a medium effect.
 */
export function unknownName(traits: Traits): NameReason[] | undefined {
  const unworded = clearest(traits.features.filter(isUnworded));
  const features = (unworded.length > 0 ? unworded : clearest(traits.features)).slice(0, 2);
  if (features.length === 0) return undefined;
  return features.map((feature, i) => ({
    words: plainWords(feature) + (i < features.length - 1 ? ',' : ''),
    because: evidence(feature),
  }));
}

/** 'Middle-income customers with average spending' if both are in the middle. Otherwise, 'Average customers'. */
export function typicalName(traits: Traits): NameReason[] {
  const income = numberOf(traits, 'income');
  const spending = spendingOf(traits);
  if (!isAverage(income) || (spending && !isAverage(spending))) return [typical(traits)];
  const customers = { words: 'customers', because: '' };
  const average = { words: 'middle-income', because: middleThirdEvidence(income!) };
  if (!spending) return [average, customers];
  return [average, customers, { words: 'with average spending', because: middleThirdEvidence(spending) }];
}

function typical({ features }: Traits): NameReason {
  const strongest = byStrength(features)[0];
  const because = strongest
    ? `no column differs clearly from the others; the largest difference is ${evidence(strongest)}`
    : 'no column describes them';
  return { words: 'average customers', because };
}

function adjectivesOf(traits: Traits): Adjective[] {
  const by = (role: ColumnRole) => numberOf(traits, role);
  const loyal = direction(by('tenure')) > 0 && direction(by('frequency')) > 0;
  const words: Partial<Record<ColumnRole, string | undefined>> = {
    income: graded(by('income'), ['high-income', 'higher-income'], ['low-income', 'lower-income']),
    age: pick(ageDirection(traits), 'older', 'younger'),
    recency: graded(by('recency'), ['lapsed', 'less recent'], ['recent', 'more recent']),
    activityRecency: graded(by('activityRecency'), ['inactive', 'less active'], ['active', 'more active']),
    frequency: loyal
      ? undefined
      : graded(by('frequency'), ['frequent', 'more frequent'], ['occasional', 'less frequent']),
    tenure: loyal ? 'loyal' : pick(direction(by('tenure')), 'long-standing', 'newer'),
    orderValue: orderWords(by('orderValue')),
    deals: pick(direction(by('deals')), 'deal-seeking'),
    promotions: pick(direction(by('promotions')), 'campaign-responsive'),
  };
  return IMPORTANCE.flatMap((role) => {
    const feature = role === 'age' ? featureOf(traits, 'age', 'birthYear') : by(role);
    if (!words[role] || !feature) return [];
    const backing = words[role] === 'loyal' ? [feature, by('frequency')!] : [feature];
    const effect = Math.max(...backing.map((each) => Math.abs(each.effect.standardized)));
    return [{ role, words: words[role], because: backing.map(evidence).join('; '), effect }];
  });
}

function orderWords(feature: NumericFeature | undefined): string | undefined {
  const size = graded(feature, ['large', 'larger'], ['small', 'smaller']);
  if (!size || !feature) return undefined;
  return /\b(last|latest)\b/i.test(feature.label) ? `with a ${size} last purchase` : `with ${size} orders`;
}

function chosen(adjectives: Adjective[], most: number): Adjective[] {
  const large = adjectives.filter(({ effect }) => effect >= EFFECT_THRESHOLDS.large);
  const medium = adjectives.filter(({ effect }) => effect < EFFECT_THRESHOLDS.large);
  return [...large, ...medium]
    .slice(0, most)
    .sort((a, b) => READING_ORDER.indexOf(a.role) - READING_ORDER.indexOf(b.role));
}

/** ', high foo': one more trait for a name of one or two words, if its effect is large. */
function furtherTrait({ features }: Traits): NameReason[] {
  const [feature] = clearest(features.filter(isUnworded));
  if (feature?.effect.strength !== 'large') return [];
  return [{ words: `, ${plainWords(feature)}`, because: evidence(feature) }];
}

/** Features with at least a medium effect, strongest first, one per column. Less common categories come last. */
function clearest(features: readonly FeatureProfile[]): FeatureProfile[] {
  const clear = byStrength(features).filter((feature) => direction(feature) !== 0);
  const isRare = (feature: FeatureProfile) => feature.kind === 'share' && direction(feature) < 0;
  const ordered = [...clear.filter((feature) => !isRare(feature)), ...clear.filter(isRare)];
  return ordered.filter(({ column }, i) => ordered.findIndex((feature) => feature.column === column) === i);
}

function plainWords(feature: FeatureProfile): string {
  const more = direction(feature) > 0;
  if (feature.kind === 'numeric') return `${more ? 'high' : 'low'} ${inside(feature.label)}`;
  if (feature.share === 1) return `all ${categoryWords(feature)}`;
  if (!more) return `less often ${categoryWords(feature)}`;
  return `${feature.share >= 0.5 ? 'mostly' : 'more often'} ${categoryWords(feature)}`;
}

function isUnworded({ kind, role, effect }: FeatureProfile): boolean {
  if (kind === 'share') return true;
  const coversMoreOnly = role === 'deals' || role === 'promotions';
  return coversMoreOnly
    ? effect.standardized < 0
    : ![...IMPORTANCE, 'birthYear', 'spending', 'spendingScore'].includes(role);
}
