import { byStrength, type FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import type { NameReason } from './nameReason';
import { nounsOf } from './nouns';
import { plainTrait } from './plainTrait';
import { direction, graded, numberOf, type Traits } from './traits';
import { evidence } from './wording';

/** Roles that have words of their own in names. */
const WORDED: readonly ColumnRole[] = [
  'income',
  'age',
  'birthYear',
  'recency',
  'frequency',
  'tenure',
  'activityRecency',
  'orderValue',
  'satisfaction',
  'spending',
  'spendingScore',
];

/** 'with large orders', or ', high foo': one more trait for a name of one or two words; empty if none is clear. */
export function closingTrait(traits: Traits): NameReason[] {
  const orders = orderWords(traits);
  if (orders) return [{ text: orders, reason: evidence(numberOf(traits, 'orderValue')!) }];
  return furtherTrait(traits);
}

/** 'with large orders', 'with a small last purchase'; undefined where they are as those of others. */
export function orderWords(traits: Traits): string | undefined {
  const feature = numberOf(traits, 'orderValue');
  const size = graded(traits, feature, ['large', 'larger'], ['small', 'smaller']);
  if (!size || !feature) return undefined;
  const { orders } = nounsOf(traits);
  const isLast = orders === 'orders' && /\b(last|latest)\b/i.test(feature.label);
  return isLast ? `with a ${size} last purchase` : `with ${size} ${orders}`;
}

/** ', high foo' if its effect is large. Parts of spending are said with the spending. */
export function furtherTrait({ features }: Traits): NameReason[] {
  const [feature] = clearest(features.filter((each) => isUnworded(each) && each.role !== 'spendingPart'));
  if (feature?.effect.strength !== 'large') return [];
  return [{ text: `, ${plainTrait(feature, features)}`, reason: evidence(feature) }];
}

/** Features with at least a medium effect, strongest first, one per column. Less common categories come last. */
export function clearest(features: readonly FeatureProfile[]): FeatureProfile[] {
  const clear = byStrength(features).filter((feature) => direction(feature) !== 0);
  const isRare = (feature: FeatureProfile) => feature.kind === 'share' && direction(feature) < 0;
  const ordered = [...clear.filter((feature) => !isRare(feature)), ...clear.filter(isRare)];
  return ordered.filter(({ column }, i) => ordered.findIndex((feature) => feature.column === column) === i);
}

/** Whether no other rule puts a feature into words. */
export function isUnworded({ kind, role, effect }: FeatureProfile): boolean {
  if (kind === 'share') return true;
  const coversMoreOnly = role === 'deals' || role === 'promotions';
  return coversMoreOnly ? effect.standardized < 0 : !WORDED.includes(role);
}
