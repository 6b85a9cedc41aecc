import { type FeatureProfile, materialityBetween } from '../features/featureProfile';
import { favoriteLine, productLine, strongestLine } from '../names/productLine';
import {
  type AdviceTraits,
  ageDirection,
  direction,
  featureOf,
  isMixed,
  isRate,
  levelOf,
  numberOf,
  spendingOf,
  strongestFeature,
} from '../names/traits';
import { evidence, shareEvidence, spreadEvidence } from '../names/wording';
import type { ColumnRole } from '../roles/roleLexicon';
import { tradeOf } from '../roles/trade';
import { type AdviceRule, type PartRole, partRoles, type SegmentFacts } from './adviceRule';
import { burdenOf } from './burden';

/** Advice for a segment, in one imperative sentence, and the numbers behind it. */
export interface Advice {
  action: string;
  reason: string;
  /** The rule that fired, e.g. 'reward-best-customers'. */
  rule: string;
}

/** Describes a feature as evidence. */
export type DescribeFeature = (feature: FeatureProfile) => string;

/** Returns the advice of the first rule that applies, with its evidence in words; undefined if none applies. */
export function applyRules(
  rules: readonly AdviceRule[],
  traits: AdviceTraits,
  describe: DescribeFeature = evidence,
): Advice | undefined {
  const facts = factsOf(traits);
  const sellsGoods = facts.trade === 'shop';
  const rule = rules.find(({ when, service }) => (sellsGoods || service !== null) && when(facts));
  if (!rule) return undefined;
  const words = (!sellsGoods && rule.service) || rule.action;
  const action = typeof words === 'string' ? words : words(facts);
  return { action, reason: evidenceOf(rule, facts, traits, describe), rule: rule.rule };
}

function factsOf(traits: AdviceTraits): SegmentFacts {
  const spending = spendingOf(traits);
  const { parents } = traits.household;
  const line = strongestLine(traits);
  const favorite = favoriteLine(traits);
  return {
    of: (role) => sideOf(role, traits),
    income: direction(numberOf(traits, 'income')),
    spending: direction(spending),
    age: isInTheMiddle(featureOf(traits, 'age', 'birthYear'), traits) ? 0 : ageDirection(traits),
    lapsed: levelOf(numberOf(traits, 'recency')) === 'high',
    isWorthLess: isWorthLess(traits),
    spendsLittle: levelOf(spending) === 'low',
    staysAway: levelOf(numberOf(traits, 'visits')) === 'low',
    trade: tradeOf(traits.features),
    isOnDiscount: isRate(featureOf(traits, 'deals')),
    line: line && productLine(line),
    favorite: favorite && productLine(favorite),
    mixedSpending: isMixed(spending),
    families: traits.householdDiffers && !!parents && parents.share >= 2 / 3,
    isBulk: traits.share >= 1 / 2 || (traits.shareOfSpending ?? 0) >= 1 / 3,
    strongest: (role) => strongestPart(traits, role),
    burden: burdenOf(traits),
  };
}

function isWorthLess(traits: AdviceTraits): boolean {
  const worth = [spendingOf(traits), numberOf(traits, 'frequency'), numberOf(traits, 'orderValue')].map(
    direction,
  );
  return worth.some((side) => side < 0) && !worth.some((side) => side > 0);
}

/** Roles by which customers are early or late, often or rare. */
const GRADED: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['tenure', 'frequency']);

function sideOf(role: ColumnRole, traits: AdviceTraits): -1 | 0 | 1 {
  const feature = featureOf(traits, role);
  return GRADED.has(role) && isInTheMiddle(feature, traits) ? 0 : direction(feature);
}

/** Whether a quarter of all customers go further the same way by what matters. Half of them fill the middle themselves. */
function isInTheMiddle(feature: FeatureProfile | undefined, { share }: AdviceTraits): boolean {
  if (feature?.kind !== 'numeric' || share >= 1 / 2) return false;
  const { segment, everyone, effect } = feature;
  const side = Math.sign(effect.standardized);
  const outer = side < 0 ? everyone.q1 : everyone.q3;
  return side * (outer - segment.median) > 0 && materialityBetween(feature, segment.median, outer) >= 1;
}

function strongestPart(traits: AdviceTraits, role: PartRole): FeatureProfile | undefined {
  return role === 'spendingPart' ? strongestLine(traits) : strongestFeature(traits, role);
}

function evidenceOf(
  rule: AdviceRule,
  { families, burden }: SegmentFacts,
  traits: AdviceTraits,
  describe: DescribeFeature,
): string {
  const reasons = rule.evidence.flatMap((source) => {
    if (source === 'families') return families ? [shareEvidence(traits.household.parents!)] : [];
    if (source === 'burden') return burden ? [describe(burden)] : [];
    if (source === 'spread') return [spreadEvidence(spendingOf(traits)!)];
    const feature = distinctFeature(source, traits);
    return feature ? [describe(feature)] : [];
  });
  return reasons.join('; ');
}

function distinctFeature(role: ColumnRole, traits: AdviceTraits): FeatureProfile | undefined {
  if (partRoles.includes(role as PartRole)) return strongestPart(traits, role as PartRole);
  const feature = featureOf(traits, role);
  return direction(feature) === 0 ? undefined : feature;
}
