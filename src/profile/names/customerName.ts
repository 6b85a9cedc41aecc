import { EFFECT_THRESHOLDS } from '../features/effectSize';
import { byStrength, materialityOf } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import { clearest, furtherTrait, isUnworded, orderWords } from './closingTrait';
import type { NameReason } from './nameReason';
import { nounsOf } from './nouns';
import { plainTrait } from './plainTrait';
import { favoriteLine, mainLine, productLine } from './productLine';
import { type SpenderKind, spenderKind } from './spenderKind';
import {
  ageDirection,
  direction,
  featureOf,
  graded,
  isAverage,
  isRate,
  numberOf,
  outermost,
  pick,
  spendingOf,
  type Traits,
} from './traits';
import { evidence, middleThirdEvidence } from './wording';

interface Adjective extends NameReason {
  role: ColumnRole;
  effect: number;
  /** Follows the noun. */
  after: boolean;
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
  'satisfaction',
  'promotions',
];
/** Adjectives in the order in which they read well; orders follow the noun. */
const READING_ORDER: ColumnRole[] = [
  'satisfaction',
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
  const nouns = nounsOf(traits);
  const telling = tellingTrait(traits, kind);
  const line = lineTrait(traits, kind);
  const most = telling || line || (kind && kind.covers.length > 1) ? 1 : 2;
  const further = chosen(
    adjectivesOf(traits).filter(({ role }) => !kind?.covers.includes(role)),
    most,
  );
  if (further.length === 0 && !kind && !line) return undefined;
  const buys = further.some(({ role, after }) => !after && BUYING.includes(role));
  const noun = kind?.noun ?? { text: buys ? nouns.buyers : nouns.customers, reason: '' };
  const before = further.filter(({ after }) => !after);
  const after = further.filter((adjective) => adjective.after);
  const adjectives = withCommas(kind?.adjective ? [...before, kind.adjective] : before);
  const said = further.length + (kind ? kind.covers.length : 0) + (line ? 1 : 0);
  const more = telling && !line ? [telling] : said < 2 ? furtherTrait(traits) : [];
  return [...adjectives, noun, ...after, ...(line ? [line] : []), ...more];
}

const BUYING: readonly ColumnRole[] = ['frequency', 'recency', 'deals'];

/** ', mostly on wine' of those who spend more in all; otherwise, ', more on wine' where that stands out. */
function lineTrait(traits: Traits, kind: SpenderKind | undefined): NameReason | undefined {
  const spendsMore = direction(spendingOf(traits)) > 0;
  const line = spendsMore ? kind && mainLine(traits) : favoriteLine(traits);
  if (!line) return undefined;
  const isSpender = !!kind && / (?:spenders|donors)$/.test(` ${kind.noun.text}`);
  const text = isSpender ? `, ${spendsMore ? 'mostly' : 'more'} on` : 'who spend more on';
  return { text: `${text} ${productLine(line)}`, reason: evidence(line) };
}

/** So many times the effect of what a name says otherwise makes a trait worth a place of its own. */
const OUTSTANDING = 1.5;

/** The strongest trait without words of its own, if nothing that the name would say comes near it. */
function tellingTrait(traits: Traits, kind: SpenderKind | undefined): NameReason | undefined {
  const [feature] = clearest(
    traits.features.filter((each) => isUnworded(each) && each.role !== 'spendingPart'),
  );
  if (feature?.effect.strength !== 'large' || materialityOf(feature) < 2) return undefined;
  const said = adjectivesOf(traits).map(({ effect }) => effect);
  const spent = kind ? [spendingOf(traits), numberOf(traits, 'income'), numberOf(traits, 'orderValue')] : [];
  const spending = spent.map((each) => Math.abs(each?.effect.standardized ?? 0));
  const strongest = Math.max(0, ...said, ...spending);
  if (Math.abs(feature.effect.standardized) < OUTSTANDING * strongest) return undefined;
  return { text: `, ${plainTrait(feature, traits.features)}`, reason: evidence(feature) };
}

function withCommas(adjectives: readonly NameReason[]): NameReason[] {
  return adjectives.map(({ text, reason }, i) => ({
    text: i < adjectives.length - 1 ? `${text},` : text,
    reason,
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
    text: plainTrait(feature, traits.features) + (i < features.length - 1 ? ',' : ''),
    reason: evidence(feature),
  }));
}

/** 'Middle-income customers with average spending' if both are in the middle. Otherwise, 'Average customers'. */
export function typicalName(traits: Traits): NameReason[] {
  const income = numberOf(traits, 'income');
  const spending = spendingOf(traits);
  if (!isAverage(income) || (spending && !isAverage(spending))) return [typical(traits)];
  const customers = { text: nounsOf(traits).customers, reason: '' };
  const average = { text: 'middle-income', reason: middleThirdEvidence(income!) };
  if (!spending) return [average, customers];
  return [average, customers, { text: 'with average spending', reason: middleThirdEvidence(spending) }];
}

function typical(traits: Traits): NameReason {
  const { features } = traits;
  const strongest = byStrength(features)[0];
  const reason = strongest
    ? `no column differs clearly from the others; the largest difference is ${evidence(strongest)}`
    : 'no column describes them';
  return { text: `average ${nounsOf(traits).customers}`, reason };
}

const LAPSED: [string, string] = ['lapsed', 'less recent'];
const RECENT: [string, string] = ['recent', 'more recent'];

function adjectivesOf(traits: Traits): Adjective[] {
  const by = (role: ColumnRole) => numberOf(traits, role);
  const isOutermost = (...roles: ColumnRole[]) => outermost(traits, featureOf(traits, ...roles)) !== 0;
  const isVisited = nounsOf(traits).customers === 'guests';
  const onDiscount = isRate(by('deals'));
  const loyal = direction(by('tenure')) > 0 && direction(by('frequency')) > 0;
  const words: Partial<Record<ColumnRole, string | undefined>> = {
    income: graded(traits, by('income'), ['high-income', 'higher-income'], ['low-income', 'lower-income']),
    age: pick(isOutermost('age', 'birthYear') ? ageDirection(traits) : 0, 'older', 'younger'),
    recency: graded(traits, by('recency'), LAPSED, RECENT),
    activityRecency: isVisited
      ? graded(traits, by('activityRecency'), LAPSED, RECENT)
      : graded(traits, by('activityRecency'), ['inactive', 'less active'], ['active', 'more active']),
    frequency: loyal
      ? undefined
      : graded(traits, by('frequency'), ['frequent', 'more frequent'], ['occasional', 'less frequent']),
    tenure: loyal ? 'loyal' : pick(outermost(traits, by('tenure')), 'long-standing', 'newer'),
    orderValue: orderWords(traits),
    deals: pick(direction(by('deals')), onDiscount ? 'with high discounts' : 'deal-seeking'),
    satisfaction: pick(direction(by('satisfaction')), 'more satisfied', 'less satisfied'),
    promotions: pick(direction(by('promotions')), 'campaign-responsive'),
  };
  return IMPORTANCE.flatMap((role) => {
    const feature = role === 'age' ? featureOf(traits, 'age', 'birthYear') : by(role);
    if (!words[role] || !feature) return [];
    const backing = words[role] === 'loyal' ? [feature, by('frequency')!] : [feature];
    const effect = Math.max(...backing.map((each) => Math.abs(each.effect.standardized)));
    const after = role === 'orderValue' || (role === 'deals' && onDiscount);
    return [{ role, text: words[role], reason: backing.map(evidence).join('; '), effect, after }];
  });
}

function chosen(adjectives: Adjective[], most: number): Adjective[] {
  const large = adjectives.filter(({ effect }) => effect >= EFFECT_THRESHOLDS.large);
  const medium = adjectives.filter(({ effect }) => effect < EFFECT_THRESHOLDS.large);
  return [...large, ...medium]
    .slice(0, most)
    .sort((a, b) => READING_ORDER.indexOf(a.role) - READING_ORDER.indexOf(b.role));
}
