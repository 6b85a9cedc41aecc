import type { FeatureProfile } from '../features/featureProfile';
import {
  type AdviceTraits,
  ageDirection,
  direction,
  featureOf,
  isMixed,
  levelOf,
  numberOf,
  spendingOf,
  strongestFeature,
} from '../names/traits';
import { evidence, shareEvidence, spreadEvidence } from '../names/wording';
import type { ColumnRole } from '../roles/roleLexicon';
import { type AdviceRule, type PartRole, partRoles, type SegmentFacts } from './adviceRule';

/** Advice for a segment, in one imperative sentence, and the numbers behind it. */
export interface Advice {
  action: string;
  because: string;
  /** The rule that fired, e.g. 'reward-best-customers'. */
  rule: string;
}

/** Describes a feature as evidence. */
export type Wording = (feature: FeatureProfile) => string;

/** Returns the advice of the first rule that applies, with its evidence in words; undefined if none applies. */
export function applyRules(
  rules: readonly AdviceRule[],
  traits: AdviceTraits,
  describe: Wording = evidence,
): Advice | undefined {
  const facts = factsOf(traits);
  const rule = rules.find(({ when }) => when(facts));
  if (!rule) return undefined;
  const action = typeof rule.action === 'string' ? rule.action : rule.action(facts);
  return { action, because: evidenceOf(rule, facts, traits, describe), rule: rule.rule };
}

function factsOf(traits: AdviceTraits): SegmentFacts {
  const spending = spendingOf(traits);
  const { parents } = traits.household;
  return {
    of: (role) => direction(featureOf(traits, role)),
    income: direction(numberOf(traits, 'income')),
    spending: direction(spending),
    age: ageDirection(traits),
    lapsed: levelOf(numberOf(traits, 'recency')) === 'high',
    mixedSpending: isMixed(spending),
    families: traits.householdDiffers && !!parents && parents.share >= 2 / 3,
    isBulk: traits.share >= 1 / 2 || (traits.shareOfSpending ?? 0) >= 1 / 3,
    strongest: (role) => strongestFeature(traits, role),
  };
}

function evidenceOf(
  rule: AdviceRule,
  { families }: SegmentFacts,
  traits: AdviceTraits,
  describe: Wording,
): string {
  const reasons = rule.evidence.flatMap((source) => {
    if (source === 'families') return families ? [shareEvidence(traits.household.parents!)] : [];
    if (source === 'spread') return [spreadEvidence(spendingOf(traits)!)];
    const feature = distinctFeature(source, traits);
    return feature ? [describe(feature)] : [];
  });
  return reasons.join('; ');
}

function distinctFeature(role: ColumnRole, traits: AdviceTraits): FeatureProfile | undefined {
  if (partRoles.includes(role as PartRole)) return strongestFeature(traits, role);
  const feature = featureOf(traits, role);
  return direction(feature) === 0 ? undefined : feature;
}
