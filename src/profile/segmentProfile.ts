import { readableName } from '../core/columnNames';
import { checkKnown, checkNamed } from '../core/options';
import { type CustomerTable, type TypedTable, typedTable } from '../table/typedTable';
import { noiseAction, type RecommendedAction, recommendAction } from './actions/recommendedActions';
import {
  byStrength,
  type ColumnMeaning,
  type FeatureProfile,
  type ShareFeature,
} from './features/featureProfile';
import { numericFeatures } from './features/numericFeatures';
import { binaryFeatures, categoryFeatures } from './features/shareFeatures';
import { spendingShares } from './features/spending';
import { checkNames, namesOf } from './names/givenNames';
import { type Household, householdOf, type RoledColumn } from './names/household';
import type { NameReason } from './names/householdName';
import type { HouseholdTraits, Traits } from './names/traits';
import { readsAlike } from './names/wording';
import { roledColumns } from './profileColumns';
import type { ProfileOptions } from './profileOptions';
import { groupBySegment, type SegmentGroups } from './segmentGroups';

/** One segment, described in original units. Plain data: it survives JSON. */
export interface SegmentProfile {
  /** The label: 0 is the largest segment; −1 is noise. */
  segment: number;
  name: string;
  /** For each word of the name the numbers that back it; empty for noise and for names you gave. */
  nameReasons: NameReason[];
  /** Customers. */
  size: number;
  /** Of all customers, noise included; shares add up to 1. */
  share: number;
  /** Of all spending; null without a spending column. */
  shareOfSpending: number | null;
  /** Fewer than 20 customers: take every number with care. */
  tiny: boolean;
  /** Every feature, in the order of the table; one per category for categories. */
  features: FeatureProfile[];
  /** Features that stand out as higher or more common than among everyone else, strongest first. May be empty. */
  overRepresented: FeatureProfile[];
  /** Features that stand out as lower or less common, strongest first. May be empty. */
  underRepresented: FeatureProfile[];
  /** The share with children of any age, with a partner, with small children, with teenagers, as far as known. */
  household: HouseholdTraits;
  /** True where having children sets some segment apart. */
  householdDiffers: boolean;
  action: RecommendedAction;
}

const tinySize = 20;
const known = ['columns', 'value', 'roles', 'names', 'labels', 'units'];

/**
 * Describes segments in original units: how large, what share of spending, what sets each apart from everyone
 * else, a short name and one recommended action. In the order of the labels; noise, if any, comes last, named
 * 'Noise', counted but not explained.
 *
 * A feature stands out when its effect against everyone outside the segment is at least small (0.2, Cohen 1988)
 * and more than three standard errors from zero, and can be seen against everyone (see `FeatureEffect`); when none
 * does, the lists stay empty and the name says so. The effect is Hedges' g for numbers, Cliff's delta for skewed
 * numbers, Cohen's h for shares. Remember that the segments were made to differ in the columns they were clustered
 * on: effects there describe, they do not test.
 *
 * @param table n customers in original units (not scaled), one column per feature.
 * @param labels the segment of each of the n customers: 0, 1, 2 … or −1 for noise.
 * @throws InputError when labels and rows differ in number, a column, role or segment is unknown, or names repeat.
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
  labels: ArrayLike<number>,
  options: ProfileOptions = {},
): SegmentProfile[] {
  checkKnown('profileSegments', options, known);
  for (const option of ['roles', 'names', 'labels', 'units'] as const)
    if (options[option] !== undefined) checkNamed(option, options[option]);
  return profileColumns(typedTable(table), labels, options);
}

/** `profileSegments` of a table whose columns are known. */
export function profileColumns(
  { rows, columns }: TypedTable,
  labels: ArrayLike<number>,
  options: ProfileOptions,
): SegmentProfile[] {
  const groups = groupBySegment(labels, rows);
  const roled = roledColumns(columns, options);
  checkNames(options.names ?? {}, groups);
  const features = featuresOf(roled.chosen, options, groups);
  const traits = traitsOf(features, householdOf(roled.all), groups);
  const names = namesOf(traits, groups, options.names ?? {});
  const spending = spendingShares(roled.all, options.value, groups);
  return groups.segments.map((segment, position) => ({
    segment,
    ...names[position],
    size: groups.sizes[position],
    share: groups.sizes[position] / rows,
    shareOfSpending: spending?.[position] ?? null,
    tiny: groups.sizes[position] < tinySize,
    features: features[position],
    ...outstanding(segment < 0 ? [] : features[position]),
    household: traits[position].household,
    householdDiffers: traits[position].householdDiffers,
    action: segment < 0 ? noiseAction : recommendAction(traits[position]),
  }));
}

/** [position][feature] */
function featuresOf(
  columns: readonly RoledColumn[],
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
  return groups.segments.map((_, position) => byFeature.map((feature) => visibly(feature[position])));
}

/** Does not stand out where the words would be '36% against 36%': neither names, marks nor advice then claim it. */
function visibly<F extends FeatureProfile>(feature: F): F {
  const standsOut = feature.effect.standsOut && !readsAlike(feature);
  return { ...feature, effect: { ...feature.effect, standsOut } };
}

function traitsOf(features: FeatureProfile[][], household: Household, groups: SegmentGroups): Traits[] {
  const facts = householdShares(household, groups);
  const { parents } = facts;
  const householdDiffers = groups.segments.some(
    (segment, position) => segment >= 0 && !!parents?.[position].effect.standsOut,
  );
  return groups.segments.map((_, position) => ({
    size: groups.sizes[position],
    others: groups.positions.length - groups.sizes[position],
    features: features[position],
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
    shares[fact] = binaryFeatures(column, { role: 'other', label }, groups).map(visibly);
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
