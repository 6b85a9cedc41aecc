import type { ColumnRole } from './columnRoles';
import type { BinaryColumn, CategoryColumn, NumericColumn } from './customerTable';
import {
  cliffsDeltaOfRanks,
  cohensH,
  type EffectMeasure,
  type EffectStrength,
  effectStandardError,
  effectStrength,
  hedgesGOfMoments,
  type Moments,
  midRanks,
  standardisedDelta,
} from './effectSize';
import { quantileOfSorted } from './quantile';
import type { SegmentGroups } from './segmentGroups';

/** How a segment differs in one feature from everyone else (the customers outside it). */
export interface FeatureEffect {
  measure: EffectMeasure;
  /** On the measure's own scale. */
  value: number;
  /** On the scale of a standardised mean difference, so that all features can be ranked together. */
  standardised: number;
  strength: EffectStrength;
  /** True when at least 'small' and more than three standard errors from zero: not what chance gives. */
  standsOut: boolean;
}

/** Where the values of a group lie, in original units; NaN where all are missing. */
export interface NumericSummary {
  /** Values present. */
  count: number;
  mean: number;
  /** Sample standard deviation (divisor n − 1). */
  standardDeviation: number;
  median: number;
  /** Lower and upper quartile; the interquartile range lies between. */
  q1: number;
  q3: number;
  /** One third, and two thirds, of the values lie below. */
  lowerThird: number;
  upperThird: number;
}

interface Feature {
  column: string;
  label: string;
  role: ColumnRole;
  effect: FeatureEffect;
}

/** A number, within a segment. */
export interface NumericFeature extends Feature {
  kind: 'numeric';
  unit?: string;
  segment: NumericSummary;
  everyone: NumericSummary;
  /** What stands for the column: the mean where it holds few different values (as a count does), else the median. */
  typical: 'mean' | 'median';
}

/** The share of one category, or of those with a yes, within a segment. */
export interface ShareFeature extends Feature {
  kind: 'share';
  /** The category; absent for yes/no columns. */
  level?: string;
  /** Customers with a value. */
  count: number;
  share: number;
  shareOfEveryone: number;
  /** `share` over `shareOfEveryone`: 2 is twice as common as among everyone. */
  lift: number;
}

export type FeatureProfile = NumericFeature | ShareFeature;

/** What is known of a column besides its values. */
export interface ColumnMeaning {
  role: ColumnRole;
  label: string;
  unit?: string;
}

/** Beyond this skewness a column counts as skewed and is compared by rank (Bulmer 1979: "highly skewed"). */
const highlySkewed = 1;
/** A numeric column with no more different values than this is summed up by its mean. */
const fewValues = 10;
const standardErrors = 3;

/**
 * A number's profile at every position of `groups`. The effect is Hedges' g against everyone else, or Cliff's
 * delta where the column's skewness exceeds 1. Cost: O(n log n).
 */
export function numericFeatures(
  column: NumericColumn,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
): NumericFeature[] {
  const rows = presentRows(column.values);
  const values = rows.map((row) => column.values[row]);
  const positions = rows.map((row) => groups.positions[row]);
  const everyone = summarise(values);
  const effects = numericEffects(values, positions, groups.segments.length, everyone.mean);
  const typical = new Set(values).size <= fewValues ? 'mean' : 'median';
  return effects.map((effect, position) => ({
    kind: 'numeric',
    column: column.name,
    ...meaning,
    segment: summarise(values.filter((_, i) => positions[i] === position)),
    everyone,
    typical,
    effect,
  }));
}

/** The share of yes at every position of `groups`, compared by Cohen's h with everyone else. Cost: O(n). */
export function binaryFeatures(
  column: BinaryColumn,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
): ShareFeature[] {
  return shareFeatures(
    column.name,
    meaning,
    groups,
    (row) => column.values[row] === 1,
    (row) => !Number.isNaN(column.values[row]),
  );
}

/** The share of each category at every position, compared by Cohen's h with everyone else: [level][position]. */
export function categoryFeatures(
  column: CategoryColumn,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
): ShareFeature[][] {
  return column.levels.map((level, code) =>
    shareFeatures(
      column.name,
      meaning,
      groups,
      (row) => column.codes[row] === code,
      (row) => column.codes[row] >= 0,
    ).map((feature) => ({ ...feature, level, label: `${meaning.label}: ${level}` })),
  );
}

function numericEffects(
  values: number[],
  positions: number[],
  segments: number,
  mean: number,
): FeatureEffect[] {
  const sums = Array.from({ length: segments }, () => ({ count: 0, sum: 0, squares: 0, ranks: 0 }));
  const skewed = Math.abs(skewness(values, mean)) > highlySkewed;
  const ranks = skewed ? midRanks(values) : undefined;
  for (let i = 0; i < values.length; i++) {
    const sum = sums[positions[i]];
    const centred = values[i] - mean;
    sum.count++;
    sum.sum += centred;
    sum.squares += centred * centred;
    if (ranks) sum.ranks += ranks[i];
  }
  const total = sums.reduce((all, part) => add(all, part, 1));
  return sums.map((own) => {
    const others = add(total, own, -1);
    if (!skewed) {
      const g = hedgesGOfMoments(momentsOf(own), momentsOf(others));
      return featureEffect('hedges-g', g, g, own.count, others.count);
    }
    const delta = cliffsDeltaOfRanks(own.ranks, own.count, others.count);
    const smallestGap = 1 / (own.count * others.count + 1);
    const clipped = Math.max(smallestGap - 1, Math.min(1 - smallestGap, delta));
    return featureEffect('cliffs-delta', delta, standardisedDelta(clipped), own.count, others.count);
  });
}

interface Sums {
  count: number;
  sum: number;
  squares: number;
  ranks: number;
}

function add(a: Sums, b: Sums, sign: number): Sums {
  return {
    count: a.count + sign * b.count,
    sum: a.sum + sign * b.sum,
    squares: a.squares + sign * b.squares,
    ranks: a.ranks + sign * b.ranks,
  };
}

/** Of values centred on everyone's mean, so that the subtraction keeps its digits. */
function momentsOf({ count, sum, squares }: Sums): Moments {
  const mean = count > 0 ? sum / count : 0;
  return {
    count,
    mean,
    variance: count > 1 ? Math.max(0, (squares - count * mean * mean) / (count - 1)) : 0,
  };
}

function shareFeatures(
  column: string,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
  has: (row: number) => boolean,
  known: (row: number) => boolean,
): ShareFeature[] {
  const counts = groups.segments.map(() => 0);
  const hits = groups.segments.map(() => 0);
  groups.positions.forEach((position, row) => {
    if (!known(row)) return;
    counts[position]++;
    if (has(row)) hits[position]++;
  });
  const allCounts = sum(counts);
  const allHits = sum(hits);
  return groups.segments.map((_, position) => {
    const [count, hit] = [counts[position], hits[position]];
    const share = ratio(hit, count);
    const h = cohensH(share, ratio(allHits - hit, allCounts - count));
    const compared = count > 0 && count < allCounts ? h : 0;
    return {
      kind: 'share',
      column,
      ...meaning,
      count,
      share,
      shareOfEveryone: ratio(allHits, allCounts),
      lift: ratio(share, ratio(allHits, allCounts)),
      effect: featureEffect('cohens-h', compared, compared, count, allCounts - count),
    };
  });
}

function featureEffect(
  measure: EffectMeasure,
  value: number,
  standardised: number,
  count: number,
  others: number,
): FeatureEffect {
  const strength = effectStrength(standardised);
  const beyondChance =
    Math.abs(standardised) > standardErrors * effectStandardError(standardised, count, others);
  return { measure, value, standardised, strength, standsOut: strength !== 'none' && beyondChance };
}

function summarise(values: readonly number[]): NumericSummary {
  const sorted = Float64Array.from(values).sort();
  const mean = sum(values) / values.length;
  const squares = values.reduce((all, value) => all + (value - mean) ** 2, 0);
  return {
    count: sorted.length,
    mean,
    standardDeviation: Math.sqrt(squares / Math.max(1, sorted.length - 1)),
    median: quantileOfSorted(sorted, 0.5),
    q1: quantileOfSorted(sorted, 0.25),
    q3: quantileOfSorted(sorted, 0.75),
    lowerThird: quantileOfSorted(sorted, 1 / 3),
    upperThird: quantileOfSorted(sorted, 2 / 3),
  };
}

function skewness(values: readonly number[], mean: number): number {
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  return squares > 0 ? (cubes / values.length) * (squares / values.length) ** -1.5 : 0;
}

function presentRows(values: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) rows.push(row);
  return rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
