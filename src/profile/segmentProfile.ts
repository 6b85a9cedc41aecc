import { readableName } from '../core/columnNames';
import { resolveOptions } from '../core/resolveOptions';
import { type CustomerTable, type TypedTable, typedTable } from '../table/typedTable';
import { noiseAction, type RecommendedAction, recommendAction } from './actions/recommendedActions';
import {
  byStrength,
  type ColumnMeaning,
  type FeatureProfile,
  type ShareFeature,
  type SpendingFeature,
} from './features/featureProfile';
import { numericFeatures } from './features/numericFeatures';
import { binaryFeatures, categoryFeatures } from './features/shareFeatures';
import { spendingShares } from './features/spending';
import { checkNames, namesBySegment } from './names/givenNames';
import { type ColumnWithRole, type Household, householdOf } from './names/household';
import type { NameReason } from './names/nameReason';
import { bySpending, type HouseholdTraits, type Traits } from './names/traits';
import { rendersAlike } from './names/wording';
import { columnsWithRoles } from './profileColumns';
import { PROFILE_OPTIONS, type ProfileOptions } from './profileOptions';
import { spendingTotal } from './roles/spendingTotal';
import { groupBySegment, type SegmentGroups } from './segmentGroups';

/** One segment, described in original units. Plain data that can be saved as JSON. */
export interface SegmentProfile {
  /** The label: 0 is the largest segment; −1 is noise. */
  segment: number;
  name: string;
  /** The numbers behind each word of the name; empty for noise and for names you gave. */
  nameReasons: NameReason[];
  /** Number of customers. */
  size: number;
  /** Of all customers, noise included; shares add up to 1. */
  share: number;
  /** Of all spending; null without a spending column. */
  shareOfSpending: number | null;
  /** The columns that say what customers spent, and their sum where there are several; absent without one. */
  spending?: SpendingFeature;
  /** Fewer than 20 customers: use every number with caution. */
  tiny: boolean;
  /** Every feature, in the order of the table; one per category for categories. */
  features: FeatureProfile[];
  /** Features that stand out as higher or more common than among everyone else, strongest first. May be empty. */
  overRepresented: FeatureProfile[];
  /** Features that stand out as lower or less common, strongest first. May be empty. */
  underRepresented: FeatureProfile[];
  /** The share with children of any age, with a partner, with small children, with teenagers, as far as known. */
  household: HouseholdTraits;
  /** True if having children sets some segment apart. */
  householdDiffers: boolean;
  action: RecommendedAction;
  /** True where the data show no natural groups: name and action describe and suggest a test, and claim no more. */
  tentative?: boolean;
  /** How well it is found again in resampled data, 0 … 1 (see `SegmentationModel.stability`); absent where that was not measured. */
  stability?: number;
  /** Its customers between it and another segment; absent where `stability` is. */
  between?: number;
  /** Its customers who belong to it with a probability of at least 90%; absent where the algorithm knows none. */
  firm?: number;
}

const TINY_SIZE = 20;

/**
 * Describes segments in original units: their size and share of spending, what sets each apart from everyone else, a
 * short name and one recommended action. In the order of the labels. Noise, if any, comes last: it is named 'Noise'
 * and counted, but not explained.
 *
 * A feature stands out when its effect against everyone outside the segment is at least small (0.2, Cohen 1988)
 * and more than three standard errors from zero, and is visible in comparison with all customers (see `FeatureEffect`).
 * If none does, the lists stay empty and the name says so. The effect is Hedges' g for numbers, Cliff's delta for
 * skewed numbers, Cohen's h for shares. Segments always differ in the columns they were clustered on, so effects in
 * those columns describe the segments but prove nothing.
 *
 * @param table n customers in original units (not scaled), one column per feature.
 * @param segments the label of each of the n customers: 0, 1, 2 … or −1 for noise.
 * @throws InputError if labels and rows differ in number, a column, role or segment is unknown, or names repeat.
 *
 * Cost: O(n log n) for each column.
 *
 * @example
 * const profiles = profileSegments(
 *   { Income: [20, 22, 21, 80, 82, 81], Spending: [1, 2, 1, 9, 8, 9] },
 *   [0, 0, 0, 1, 1, 1],
 * );
 * profiles[1].shareOfSpending; // 0.867
 */
export function profileSegments(
  table: CustomerTable,
  segments: ArrayLike<number>,
  options: ProfileOptions = {},
): SegmentProfile[] {
  const given = resolveOptions('profileSegments', PROFILE_OPTIONS, options);
  return profileColumns(typedTable(table), segments, given);
}

/** `profileSegments` for typed columns. */
export function profileColumns(
  { rows, columns }: TypedTable,
  segments: ArrayLike<number>,
  options: ProfileOptions,
): SegmentProfile[] {
  const groups = groupBySegment(segments, rows);
  const roled = columnsWithRoles(columns, options);
  checkNames(options.names ?? {}, groups);
  const features = featuresOf(roled.chosen, options, groups);
  const spent = spendingIn(roled.chosen, groups);
  const traits = traitsOf(features, spent, householdOf(roled.all), groups);
  const names = namesBySegment(traits, groups, options.names ?? {});
  const spending = spendingShares(roled.all, options.value, groups);
  const sharesOf = (position: number) => ({
    share: groups.sizes[position] / rows,
    shareOfSpending: spending?.[position] ?? null,
  });
  return groups.segments.map((segment, position) => ({
    segment,
    ...names[position],
    size: groups.sizes[position],
    ...sharesOf(position),
    tiny: groups.sizes[position] < TINY_SIZE,
    ...(spent && { spending: spent[position] }),
    features: features[position],
    ...outstanding(segment < 0 ? [] : features[position]),
    household: traits[position].household,
    householdDiffers: traits[position].householdDiffers,
    action: segment < 0 ? noiseAction : recommendAction({ ...traits[position], ...sharesOf(position) }),
  }));
}

/** [position][feature] */
function featuresOf(
  columns: readonly ColumnWithRole[],
  { labels = {}, units = {} }: ProfileOptions,
  groups: SegmentGroups,
): FeatureProfile[][] {
  const byFeature = columns.flatMap(({ column, role }): FeatureProfile[][] => {
    const label = Object.hasOwn(labels, column.name) ? labels[column.name] : readableName(column.name);
    const meaning: ColumnMeaning = { role, label };
    if (Object.hasOwn(units, column.name)) meaning.unit = units[column.name];
    if (column.kind === 'number') return [numericFeatures(column, meaning, groups)];
    return column.kind === 'boolean'
      ? [binaryFeatures(column, { role, label }, groups)]
      : categoryFeatures(column, { role, label }, groups);
  });
  return groups.segments.map((_, position) =>
    byFeature.map((feature) => withVisibleEffect(feature[position])),
  );
}

/** A feature does not stand out if it would read '36% versus 36%', so that no text claims a difference. */
function withVisibleEffect<F extends FeatureProfile>(feature: F): F {
  const standsOut = feature.effect.standsOut && !rendersAlike(feature);
  return { ...feature, effect: { ...feature.effect, standsOut } };
}

/** What customers spent, as names and actions go by it: one column, or the sum of several, described by position. */
function spendingIn(
  columns: readonly ColumnWithRole[],
  groups: SegmentGroups,
): SpendingFeature[] | undefined {
  const spending = spendingTotal(columns);
  if (!spending) return undefined;
  const { column, parts } = spending;
  if (parts.length === 0) return groups.segments.map(() => ({ columns: [column.name] }));
  const label = `total spending (${parts.map(readableName).join(' + ')})`;
  const meaning: ColumnMeaning = { role: 'spending', label, ...(column.unit && { unit: column.unit }) };
  const sums = numericFeatures(column, meaning, groups).map(withVisibleEffect);
  return sums.map((sum) => ({ columns: parts.slice(), sum }));
}

function traitsOf(
  features: FeatureProfile[][],
  spending: readonly SpendingFeature[] | undefined,
  household: Household,
  groups: SegmentGroups,
): Traits[] {
  const facts = householdShares(household, groups);
  const { parents } = facts;
  const householdDiffers = groups.segments.some(
    (segment, position) => segment >= 0 && !!parents?.[position].effect.standsOut,
  );
  return groups.segments.map((_, position) => ({
    size: groups.sizes[position],
    others: groups.positions.length - groups.sizes[position],
    features: bySpending(features[position], spending?.[position]),
    household: Object.fromEntries(Object.entries(facts).map(([fact, shares]) => [fact, shares[position]])),
    householdDiffers,
  }));
}

function householdShares(
  household: Household,
  groups: SegmentGroups,
): Partial<Record<keyof Household, ShareFeature[]>> {
  const shares: Partial<Record<keyof Household, ShareFeature[]>> = {};
  for (const fact of ['parents', 'partners', 'smallChildren', 'teenagers'] as const) {
    const column = household[fact];
    if (!column) continue;
    const label = fact === 'partners' ? 'have a partner' : `have ${column.name}`;
    shares[fact] = binaryFeatures(column, { role: 'other', label }, groups).map(withVisibleEffect);
  }
  return shares;
}

function outstanding(
  features: readonly FeatureProfile[],
): Pick<SegmentProfile, 'overRepresented' | 'underRepresented'> {
  const ranked = byStrength(features).filter(({ effect }) => effect.standsOut);
  return {
    overRepresented: ranked.filter(({ effect }) => effect.standardized > 0),
    underRepresented: ranked.filter(({ effect }) => effect.standardized < 0),
  };
}
