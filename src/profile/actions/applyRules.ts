import type { FeatureProfile } from '../features/featureProfile';
import {
  type AdviceTraits,
  ageDirection,
  direction,
  featureOf,
  foremostOf,
  isMixed,
  levelOf,
  numberOf,
  spendingOf,
} from '../names/traits';
import { evidence, shareEvidence, spreadEvidence } from '../names/wording';
import type { ColumnRole } from '../roles/roleLexicon';
import { type AdviceRule, type PartRole, partRoles, type SegmentFacts } from './adviceRule';

/** Advice for a segment, in one imperative sentence, and the numbers that led to it. */
export interface Advice {
  action: string;
  because: string;
  /** The rule that fired, e.g. 'reward-best-customers'. */
  rule: string;
}

/** How a feature is told as a ground. */
export type Wording = (feature: FeatureProfile) => string;

/** The advice of the first rule that applies, with its grounds as `say` words them; undefined where none does. */
export function applyRules(
  rules: readonly AdviceRule[],
  traits: AdviceTraits,
  say: Wording = evidence,
): Advice | undefined {
  const facts = factsOf(traits);
  const rule = rules.find(({ when }) => when(facts));
  if (!rule) return undefined;
  const action = typeof rule.action === 'string' ? rule.action : rule.action(facts);
  return { action, because: groundsOf(rule, facts, traits, say), rule: rule.rule };
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
    foremost: (role) => foremostOf(traits, role),
  };
}

function groundsOf(
  { because }: AdviceRule,
  { families }: SegmentFacts,
  traits: AdviceTraits,
  say: Wording,
): string {
  const reasons = because.flatMap((ground) => {
    if (ground === 'families') return families ? [shareEvidence(traits.household.parents!)] : [];
    if (ground === 'spread') return [spreadEvidence(spendingOf(traits)!)];
    const feature = groundOf(ground, traits);
    return feature ? [say(feature)] : [];
  });
  return reasons.join('; ');
}

function groundOf(role: ColumnRole, traits: AdviceTraits): FeatureProfile | undefined {
  if (partRoles.includes(role as PartRole)) return foremostOf(traits, role);
  const feature = featureOf(traits, role);
  return direction(feature) === 0 ? undefined : feature;
}
