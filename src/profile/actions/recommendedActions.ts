import { byStrength } from '../features/featureProfile';
import { type AdviceTraits, direction } from '../names/traits';
import { evidence, traitWords } from '../names/wording';
import { tradeOf } from '../roles/trade';
import { actionRules } from './actionRules';
import { type Advice, applyRules, type DescribeFeature } from './applyRules';
import { asTest } from './asTest';
import { givingRules } from './givingRules';

/** What to do with a segment, in one imperative sentence, and the numbers behind it. */
export type RecommendedAction = Advice;

/** The action for noise: customers that fit no segment. */
export const noiseAction: RecommendedAction = {
  action: 'Look at them one by one: they fit no segment, so do not treat them as a group.',
  reason: 'they are too far from every dense group of customers',
  rule: 'noise',
};

/**
 * One action for a segment, by a table of general rules on roles and effect sizes ("clearly more" is a medium
 * effect or more). If no rule applies, it suggests testing an offer on the strongest difference. If nothing stands
 * out, it suggests keeping the standard program.
 *
 * @param describe puts a feature into words as evidence.
 */
export function recommendAction(
  traits: AdviceTraits,
  describe: DescribeFeature = evidence,
): RecommendedAction {
  const rules = tradeOf(traits.features) === 'giving' ? givingRules : actionRules;
  const advice = applyRules(rules, traits, describe) ?? withoutRule(traits, describe);
  return traits.tentative ? asTest(advice) : advice;
}

function withoutRule({ features }: AdviceTraits, describe: DescribeFeature): RecommendedAction {
  const clear = byStrength(features).filter((feature) => direction(feature) !== 0);
  const more = clear.find((feature) => direction(feature) > 0);
  const strongest = more ?? clear[0];
  if (!strongest) {
    return {
      action: 'Keep the standard program, and test one offer to learn what works for them.',
      reason: 'nothing clearly sets them apart from everyone else',
      rule: 'standard-program',
    };
  }
  return {
    action: `Test one offer that ${more ? 'builds on' : 'fits'} their key difference: ${traitWords(strongest)}.`,
    reason: describe(strongest),
    rule: 'test-strongest-difference',
  };
}
