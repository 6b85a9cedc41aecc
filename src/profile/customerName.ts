import { inside } from '../core/columnNames';
import { effectThresholds } from './effectSize';
import { byStrength, type FeatureProfile, type NumericFeature } from './featureProfile';
import type { NameReason } from './householdName';
import type { ColumnRole } from './roleLexicon';
import {
  ageDirection,
  direction,
  featureOf,
  isAverage,
  levelOf,
  numberOf,
  spendingOf,
  type Traits,
} from './traits';
import { evidence, middleThirdEvidence } from './wording';

interface Adjective extends NameReason {
  role: ColumnRole;
  effect: number;
}

/** Adjectives by importance: of equally strong ones the first two are taken. */
const importance: ColumnRole[] = ['income', 'age', 'recency', 'frequency', 'tenure', 'deals', 'promotions'];
/** Adjectives in the order in which they read well. */
const readingOrder: ColumnRole[] = ['tenure', 'recency', 'age', 'income', 'frequency', 'deals', 'promotions'];

/**
 * A name around buying: up to two adjectives and a noun, such as 'older, frequent buyers' or 'high-income light
 * spenders'. Adjectives need a medium effect at least; those with a large one come first, then by importance.
 * Undefined where nothing known stands out.
 */
export function customerName(traits: Traits): NameReason[] | undefined {
  const adjectives = chosen(adjectivesOf(traits));
  const spenders = spenderNoun(traits);
  if (adjectives.length === 0 && !spenders) return undefined;
  const buys = adjectives.some(({ role }) => role === 'frequency' || role === 'recency' || role === 'deals');
  const noun = spenders ?? { words: buys ? 'buyers' : 'customers', because: '' };
  const commas = adjectives.map(({ words, because }, i) => ({
    words: i < adjectives.length - 1 ? `${words},` : words,
    because,
  }));
  const said = adjectives.length + (spenders ? 1 : 0);
  return [...commas, noun, ...(said < 2 ? furtherTrait(traits) : [])];
}

/**
 * 'High foo, low bar': the two strongest features that no other rule puts into words, or, failing these, of all;
 * undefined where none has a medium effect.
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

/** 'Middle-income customers with average spending', where both lie in the middle; else 'Typical customers'. */
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
    ? `no feature differs clearly from everyone else; the most different is ${evidence(strongest)}`
    : 'there is no feature to tell them by';
  return { words: 'typical customers', because };
}

function adjectivesOf(traits: Traits): Adjective[] {
  const by = (role: ColumnRole) => numberOf(traits, role);
  const words: Partial<Record<ColumnRole, string | undefined>> = {
    income: graded(by('income'), ['high-income', 'higher-income'], ['low-income', 'lower-income']),
    age: pick(ageDirection(traits), 'older', 'younger'),
    recency: graded(by('recency'), ['lapsed', 'less recent'], ['recent', 'more recent']),
    frequency: graded(by('frequency'), ['frequent', 'more frequent'], ['occasional', 'less frequent']),
    tenure: pick(direction(by('tenure')), 'long-standing', 'newer'),
    deals: pick(direction(by('deals')), 'deal-seeking'),
    promotions: pick(direction(by('promotions')), 'campaign-responsive'),
  };
  return importance.flatMap((role) => {
    const feature = role === 'age' ? featureOf(traits, 'age', 'birthYear') : by(role);
    if (!words[role] || !feature) return [];
    const effect = Math.abs(feature.effect.standardised);
    return [{ role, words: words[role], because: evidence(feature), effect }];
  });
}

function chosen(adjectives: Adjective[]): Adjective[] {
  const large = adjectives.filter(({ effect }) => effect >= effectThresholds.large);
  const medium = adjectives.filter(({ effect }) => effect < effectThresholds.large);
  return [...large, ...medium]
    .slice(0, 2)
    .sort((a, b) => readingOrder.indexOf(a.role) - readingOrder.indexOf(b.role));
}

function spenderNoun(traits: Traits): NameReason | undefined {
  const spending = spendingOf(traits);
  const words = graded(
    spending,
    ['big spenders', 'above-average spenders'],
    ['light spenders', 'below-average spenders'],
  );
  return words && spending ? { words, because: evidence(spending) } : undefined;
}

/** ', high foo': one more trait for a name of a single word or two, where it is strong. */
function furtherTrait({ features }: Traits): NameReason[] {
  const [feature] = clearest(features.filter(isUnworded));
  if (feature?.effect.strength !== 'large') return [];
  return [{ words: `, ${plainWords(feature)}`, because: evidence(feature) }];
}

/** Features with a medium effect or more, strongest first, one for each column; rare categories come last. */
function clearest(features: readonly FeatureProfile[]): FeatureProfile[] {
  const clear = byStrength(features).filter((feature) => direction(feature) !== 0);
  const isRare = (feature: FeatureProfile) => feature.kind === 'share' && direction(feature) < 0;
  const ordered = [...clear.filter((feature) => !isRare(feature)), ...clear.filter(isRare)];
  return ordered.filter(({ column }, i) => ordered.findIndex((feature) => feature.column === column) === i);
}

function plainWords(feature: FeatureProfile): string {
  const label = inside(feature.label);
  const more = direction(feature) > 0;
  if (feature.kind === 'numeric') return `${more ? 'high' : 'low'} ${label}`;
  if (!more) return `less often ${label}`;
  return `${feature.share >= 0.5 ? 'mostly' : 'more often'} ${label}`;
}

function isUnworded({ kind, role, effect }: FeatureProfile): boolean {
  if (kind === 'share') return true;
  const saysMoreOnly = role === 'deals' || role === 'promotions';
  return saysMoreOnly
    ? effect.standardised < 0
    : ![...importance, 'birthYear', 'spending', 'spendingScore'].includes(role);
}

/** The absolute word where the median lies in that third of everyone, else the comparative. */
function graded(
  feature: NumericFeature | undefined,
  more: [absolute: string, comparative: string],
  less: [absolute: string, comparative: string],
): string | undefined {
  const extreme = levelOf(feature) === 'high' || levelOf(feature) === 'low';
  const words = pick(direction(feature), more, less);
  return words?.[extreme ? 0 : 1];
}

function pick<T>(side: -1 | 0 | 1, more: T, less?: T): T | undefined {
  return side > 0 ? more : side < 0 ? less : undefined;
}
