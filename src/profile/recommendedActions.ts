import { type ActionRule, actionRules, type SegmentFacts } from './actionRules';
import { byStrength } from './featureProfile';
import {
  ageDirection,
  direction,
  featureOf,
  isMixed,
  levelOf,
  numberOf,
  spendingOf,
  type Traits,
} from './traits';
import { evidence, phrase, shareEvidence, spreadEvidence } from './wording';

/** What to do with a segment, in one imperative sentence, and the numbers that led to it. */
export interface RecommendedAction {
  action: string;
  because: string;
  /** The rule that fired, e.g. 'reward-best-customers'. */
  rule: string;
}

/** The action for noise: customers that fit no segment. */
export const noiseAction: RecommendedAction = {
  action: 'Look at them one by one; they fit no segment and should not be addressed as a group.',
  because: 'the clustering left them out as too far from any dense group',
  rule: 'noise',
};

/**
 * One action for a segment, by a table of general rules on roles and effect sizes ("clearly more" is a medium
 * effect or more). Where no rule applies the strongest difference is named for a test, or, where nothing stands
 * out, the standard programme is kept.
 */
export function recommendAction(traits: Traits): RecommendedAction {
  const facts = factsOf(traits);
  const rule = actionRules.find(({ when }) => when(facts));
  if (!rule) return withoutRule(traits);
  const action = typeof rule.action === 'string' ? rule.action : rule.action(facts);
  return { action, because: grounds(rule, traits), rule: rule.rule };
}

function factsOf(traits: Traits): SegmentFacts {
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
  };
}

function grounds({ because }: ActionRule, traits: Traits): string {
  const reasons = because.flatMap((ground) => {
    if (ground === 'families') return [shareEvidence(traits.household.parents!)];
    if (ground === 'spread') return [spreadEvidence(spendingOf(traits)!)];
    const feature = featureOf(traits, ground);
    return feature && direction(feature) !== 0 ? [evidence(feature)] : [];
  });
  return reasons.join('; ');
}

function withoutRule({ features }: Traits): RecommendedAction {
  const strongest = byStrength(features).find((feature) => direction(feature) !== 0);
  if (!strongest) {
    return {
      action: 'Keep the standard programme, and test one offer to learn what moves them.',
      because: 'nothing sets them clearly apart from everyone else',
      rule: 'standard-programme',
    };
  }
  return {
    action: `Test one offer that builds on what marks them: ${phrase(strongest)}.`,
    because: evidence(strongest),
    rule: 'test-strongest-difference',
  };
}
