import { effectThresholds } from '../features/effectSize';
import {
  byStrength,
  type FeatureProfile,
  type NumericFeature,
  type ShareFeature,
} from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';

/** What advice is derived from, for one segment. A `SegmentProfile` holds it too. */
export interface AdviceTraits {
  /** Every feature of the table in this segment. */
  features: readonly FeatureProfile[];
  /** The household facts, where the table tells them. */
  household: HouseholdTraits;
  /** True where having children differs between segments, so that it is worth a word. */
  householdDiffers: boolean;
}

/** The share with children of any age, with a partner, with small children, with teenagers; absent where unknown. */
export type HouseholdTraits = Partial<
  Record<'parents' | 'partners' | 'smallChildren' | 'teenagers', ShareFeature>
>;

/** Everything that names and actions are derived from, for one segment. */
export interface Traits extends AdviceTraits {
  size: number;
  /** Customers outside it. */
  others: number;
}

type WithFeatures = Pick<AdviceTraits, 'features'>;

/**
 * Where a segment's median lies among everyone: in the upper, lower or middle third. High and low also take at
 * least a medium effect; a median beyond the middle third without it is 'unclear'.
 */
export type Level = 'high' | 'middle' | 'low' | 'unclear';

/**
 * The feature that speaks for a role. Of several columns with the role the shortest name speaks (a total before
 * its parts), then the first in alphabetical order, so that the order of columns does not matter.
 */
export function featureOf(traits: WithFeatures, ...roles: ColumnRole[]): FeatureProfile | undefined {
  for (const role of roles) {
    const candidates = traits.features.filter((feature) => feature.role === role);
    if (candidates.length > 0)
      return candidates.reduce((best, next) => (speaksBefore(next, best) ? next : best));
  }
  return undefined;
}

/**
 * Of features that share a role (product lines, preferred categories) the one in which the segment most exceeds
 * everyone else; undefined where none stands out.
 */
export function foremostOf({ features }: WithFeatures, role: ColumnRole): FeatureProfile | undefined {
  const above = features.filter(({ role: own, effect }) => own === role && effect.standsOut);
  return byStrength(above).find(({ effect }) => effect.standardized > 0);
}

/** As `featureOf`, for roles that are numbers. */
export function numberOf(traits: WithFeatures, ...roles: ColumnRole[]): NumericFeature | undefined {
  const feature = featureOf(traits, ...roles);
  return feature?.kind === 'numeric' ? feature : undefined;
}

/** Money spent: the total, or else a spending score. */
export function spendingOf(traits: WithFeatures): NumericFeature | undefined {
  return numberOf(traits, 'spending', 'spendingScore');
}

/** +1 where a feature is clearly higher than for everyone else (a medium effect or more), −1 where lower, else 0. */
export function direction(feature: FeatureProfile | undefined): -1 | 0 | 1 {
  if (!feature?.effect.standsOut || Math.abs(feature.effect.standardized) < effectThresholds.medium) return 0;
  return feature.effect.standardized > 0 ? 1 : -1;
}

/** +1 for clearly older, −1 for clearly younger, by age or by year of birth. */
export function ageDirection(traits: WithFeatures): -1 | 0 | 1 {
  const age = direction(numberOf(traits, 'age'));
  return numberOf(traits, 'age') ? age : (-direction(numberOf(traits, 'birthYear')) as -1 | 0 | 1);
}

export function levelOf(feature: NumericFeature | undefined): Level | undefined {
  if (!feature || feature.segment.count === 0) return undefined;
  const { segment, everyone } = feature;
  if (segment.median >= everyone.upperThird && direction(feature) > 0) return 'high';
  if (segment.median <= everyone.lowerThird && direction(feature) < 0) return 'low';
  return segment.median >= everyone.lowerThird && segment.median <= everyone.upperThird
    ? 'middle'
    : 'unclear';
}

/**
 * Neither high nor low nor largely different, and its middle half is at least half as wide as everyone's: big and
 * small side by side. A medium effect alone is no objection: of money it hinges on how skewed everyone is.
 */
export function isMixed(feature: NumericFeature | undefined): boolean {
  if (!feature || Math.abs(feature.effect.standardized) >= effectThresholds.large) return false;
  const level = levelOf(feature);
  if (level === 'high' || level === 'low') return false;
  const { segment, everyone } = feature;
  return everyone.q3 > everyone.q1 && segment.q3 - segment.q1 >= 0.5 * (everyone.q3 - everyone.q1);
}

/**
 * The middle half of the segment lies within the middle half of everyone (give or take a tenth of its width) and
 * is at most three quarters as wide: its customers are alike in being average, not merely as varied as everyone.
 */
export function isAverage(feature: NumericFeature | undefined): boolean {
  if (!feature || levelOf(feature) !== 'middle') return false;
  const { segment, everyone } = feature;
  const width = everyone.q3 - everyone.q1;
  const within = segment.q1 >= everyone.q1 - 0.1 * width && segment.q3 <= everyone.q3 + 0.1 * width;
  return within && segment.q3 - segment.q1 <= 0.75 * width;
}

/** At least two thirds have it, and more than among everyone else. */
export function mostHave(share: ShareFeature | undefined): boolean {
  return !!share && share.share >= 2 / 3 && direction(share) > 0;
}

/** The absolute word where the median lies in that third of everyone, else the comparative. */
export function graded(
  feature: NumericFeature | undefined,
  more: [absolute: string, comparative: string],
  less: [absolute: string, comparative: string],
): string | undefined {
  const extreme = levelOf(feature) === 'high' || levelOf(feature) === 'low';
  const words = pick(direction(feature), more, less);
  return words?.[extreme ? 0 : 1];
}

/** What is said of more, of less, or of neither. */
export function pick<T>(side: -1 | 0 | 1, more: T, less?: T): T | undefined {
  return side > 0 ? more : side < 0 ? less : undefined;
}

function speaksBefore(a: FeatureProfile, b: FeatureProfile): boolean {
  const shorter = a.column.length - b.column.length;
  return shorter !== 0 ? shorter < 0 : a.column + a.label < b.column + b.label;
}
