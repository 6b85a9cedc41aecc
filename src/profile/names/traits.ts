import { EFFECT_THRESHOLDS } from '../features/effectSize';
import {
  byStrength,
  type FeatureProfile,
  materialityOf,
  type NumericFeature,
  type ShareFeature,
  type SpendingFeature,
} from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';

/** What advice on one segment is derived from. A `SegmentProfile` contains it too. */
export interface AdviceTraits {
  /** Every feature of the table in this segment. */
  features: readonly FeatureProfile[];
  /** The household facts that the table covers. */
  household: HouseholdTraits;
  /** True if segments differ in having children, so that it is worth mentioning. */
  householdDiffers: boolean;
  /** Of all customers. */
  share: number;
  /** Of all spending; null if unknown. */
  shareOfSpending: number | null;
  /** True where the data show no natural groups. */
  tentative?: boolean;
}

/** The share with children of any age, with a partner, with small children, with teenagers; absent if unknown. */
export type HouseholdTraits = Partial<
  Record<'parents' | 'partners' | 'smallChildren' | 'teenagers', ShareFeature>
>;

/** Everything that names and actions are derived from, for one segment. */
export interface Traits extends Omit<AdviceTraits, 'share' | 'shareOfSpending' | 'tentative'> {
  size: number;
  /** Customers outside it. */
  others: number;
  /** Columns in which another segment goes much further the same way. */
  surpassed?: ReadonlySet<string>;
}

/** The features that advice is derived from: only the total stands for spending, other spending columns are its parts. */
export function bySpending(
  features: readonly FeatureProfile[],
  spending: SpendingFeature | undefined,
): readonly FeatureProfile[] {
  if (!spending) return features;
  const { columns, sum } = spending;
  const isPart = ({ role, column }: FeatureProfile) =>
    role === 'spending' && (sum !== undefined || !columns.includes(column));
  const viewed = features.map(
    (feature): FeatureProfile => (isPart(feature) ? { ...feature, role: 'spendingPart' } : feature),
  );
  return sum ? [...viewed, sum] : viewed;
}

type WithFeatures = Pick<AdviceTraits, 'features'>;

/**
 * Where a segment's median lies among all customers: in the upper, lower or middle third. High and low also need at
 * least a medium effect; without it, a median outside the middle third is 'unclear'.
 */
export type Level = 'high' | 'middle' | 'low' | 'unclear';

/**
 * Returns the feature that represents a role. Of several columns with the role, the one with the shortest name wins
 * (a total before its parts), then the first in alphabetical order, so that the order of columns does not matter.
 */
export function featureOf(traits: WithFeatures, ...roles: ColumnRole[]): FeatureProfile | undefined {
  for (const role of roles) {
    const candidates = traits.features.filter((feature) => feature.role === role);
    if (candidates.length > 0)
      return candidates.reduce((best, next) => (comesBefore(next, best) ? next : best));
  }
  return undefined;
}

/**
 * Returns the feature in which the segment most exceeds everyone else, of all with the role (product lines, preferred
 * categories); undefined if none stands out.
 */
export function strongestFeature({ features }: WithFeatures, role: ColumnRole): FeatureProfile | undefined {
  const above = features.filter(({ role: own, effect }) => own === role && effect.standsOut);
  return byStrength(above).find(({ effect }) => effect.standardized > 0);
}

/** As `featureOf`, for roles that are numbers. */
export function numberOf(traits: WithFeatures, ...roles: ColumnRole[]): NumericFeature | undefined {
  const feature = featureOf(traits, ...roles);
  return feature?.kind === 'numeric' ? feature : undefined;
}

/** Money spent: the total or, without one, a spending score. */
export function spendingOf(traits: WithFeatures): NumericFeature | undefined {
  return numberOf(traits, 'spending', 'spendingScore');
}

/**
 * +1 if a feature is clearly higher than for the others (at least a medium effect, and a difference that matters), −1
 * if lower, otherwise 0.
 */
export function direction(feature: FeatureProfile | undefined): -1 | 0 | 1 {
  if (!feature?.effect.standsOut || Math.abs(feature.effect.standardized) < EFFECT_THRESHOLDS.medium)
    return 0;
  if (materialityOf(feature) < 1 || isContradicted(feature)) return 0;
  return feature.effect.standardized > 0 ? 1 : -1;
}

/**
 * Whether the money of a segment is higher by ranks and lower by means, or the other way round: of customers who spend
 * 0, 300 and 9,000 those in the middle spend more than most, and less than the average.
 */
function isContradicted(feature: FeatureProfile): boolean {
  if (feature.kind !== 'numeric' || (feature.role !== 'spending' && feature.role !== 'orderValue'))
    return false;
  const { segment, everyone, effect } = feature;
  return (segment.mean - everyone.mean) * effect.standardized < 0;
}

/** `direction`, but 0 where another segment goes much further the same way: 41 beside 27 and 69 is not young. */
export function outermost({ surpassed }: Traits, feature: FeatureProfile | undefined): -1 | 0 | 1 {
  return feature && surpassed?.has(feature.column) ? 0 : direction(feature);
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
 * Neither high nor low, without a large effect, and its middle half is at least half as wide as that of all
 * customers: big and small spenders side by side. A medium effect is allowed: for money it depends on the skewness.
 */
export function isMixed(feature: NumericFeature | undefined): boolean {
  if (!feature || Math.abs(feature.effect.standardized) >= EFFECT_THRESHOLDS.large) return false;
  const level = levelOf(feature);
  if (level === 'high' || level === 'low') return false;
  const { segment, everyone } = feature;
  return everyone.q3 > everyone.q1 && segment.q3 - segment.q1 >= 0.5 * (everyone.q3 - everyone.q1);
}

/**
 * The middle half of the segment lies within the middle half of all customers (give or take a tenth of its width) and
 * is at most three quarters as wide: the customers are average, and not just as varied as all customers.
 */
export function isAverage(feature: NumericFeature | undefined): boolean {
  if (!feature || levelOf(feature) !== 'middle') return false;
  const { segment, everyone } = feature;
  const width = everyone.q3 - everyone.q1;
  const within = segment.q1 >= everyone.q1 - 0.1 * width && segment.q3 <= everyone.q3 + 0.1 * width;
  return within && segment.q3 - segment.q1 <= 0.75 * width;
}

/** Whether a number is a rate (percent), as opposed to a count or an amount. */
export function isRate(feature: FeatureProfile | undefined): boolean {
  return feature?.kind === 'numeric' && (feature.unit === '%' || RATE.test(feature.column));
}

// cspell:ignore satz quote taux tasa tasso percentual percentage
const RATE = /%|rate\b|percent|share|ratio|satz|quote|taux|tasa|tasso|taxa/i;

/** At least two thirds have it, and clearly more than among everyone else. */
export function majorityHas(share: ShareFeature | undefined): boolean {
  return !!share && share.share >= 2 / 3 && direction(share) > 0;
}

/**
 * The absolute word if the median is in the upper or lower third of all customers and no other segment goes much further;
 * otherwise, the comparative.
 */
export function graded(
  { surpassed }: Traits,
  feature: NumericFeature | undefined,
  more: [absolute: string, comparative: string],
  less: [absolute: string, comparative: string],
): string | undefined {
  const extreme =
    (levelOf(feature) === 'high' || levelOf(feature) === 'low') && !surpassed?.has(feature!.column);
  const words = pick(direction(feature), more, less);
  return words?.[extreme ? 0 : 1];
}

/** Returns `more` for 1, `less` for −1, and undefined for 0. */
export function pick<T>(side: -1 | 0 | 1, more: T, less?: T): T | undefined {
  return side > 0 ? more : side < 0 ? less : undefined;
}

function comesBefore(a: FeatureProfile, b: FeatureProfile): boolean {
  const shorter = a.column.length - b.column.length;
  return shorter !== 0 ? shorter < 0 : a.column + a.label < b.column + b.label;
}
