import { byStrength } from '../features/featureProfile';
import { type AdviceTraits, direction } from '../names/traits';
import { evidence, traitWords } from '../names/wording';
import { actionRules } from './actionRules';
import { type Advice, applyRules, type Wording } from './applyRules';

/** What to do with a segment, in one imperative sentence, and the numbers that led to it. */
export type RecommendedAction = Advice;

/** The action for noise: customers that fit no segment. */
export const noiseAction: RecommendedAction = {
  action: 'Look at them one by one; they fit no segment and should not be addressed as a group.',
  because: 'the clustering left them out as too far from any dense group',
  rule: 'noise',
};

/**
 * One action for a segment, by a table of general rules on roles and effect sizes ("clearly more" is a medium
 * effect or more). Where no rule applies the strongest difference is named for a test, or, where nothing stands
 * out, the standard program is kept.
 *
 * @param say how a ground is worded.
 */
export function recommendAction(traits: AdviceTraits, say: Wording = evidence): RecommendedAction {
  return applyRules(actionRules, traits, say) ?? withoutRule(traits, say);
}

function withoutRule({ features }: AdviceTraits, say: Wording): RecommendedAction {
  const strongest = byStrength(features).find((feature) => direction(feature) !== 0);
  if (!strongest) {
    return {
      action: 'Keep the standard program, and test one offer to learn what moves them.',
      because: 'nothing sets them clearly apart from everyone else',
      rule: 'standard-program',
    };
  }
  return {
    action: `Test one offer that builds on what marks them: ${traitWords(strongest)}.`,
    because: say(strongest),
    rule: 'test-strongest-difference',
  };
}
