import { mean, quantile, skewness, standardDeviation } from '../../core/statistics';
import type { NumberColumn } from '../../table/column';
import type { SegmentGroups } from '../segmentGroups';
import {
  averageRanks,
  cliffsDeltaOfRanks,
  hedgesGOfMoments,
  type Moments,
  standardizedDelta,
} from './effectSize';
import {
  type ColumnMeaning,
  type FeatureEffect,
  featureEffect,
  materialityBetween,
  type NumericFeature,
  type NumericSummary,
  type OthersSummary,
} from './featureProfile';

/** Beyond this skewness a column counts as skewed and is compared by rank (Bulmer 1979: "highly skewed"). */
const HIGH_SKEWNESS = 1;
/** Whole numbers from 0 to this are a count: their mean says more than their median. */
const MAX_COUNT = 30;

/**
 * A number's profile at every position of `groups`. The effect is Hedges' g against everyone else, or Cliff's
 * delta if the column's skewness exceeds 1. Cost: O(n log n).
 */
export function numericFeatures(
  column: NumberColumn,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
): NumericFeature[] {
  const { values, sorted: sortedValues, summary: everyone, typical, ranks } = everyoneIn(column);
  const positions =
    values.length === column.values.length
      ? groups.positions
      : groups.positions.filter((_, row) => !Number.isNaN(column.values[row]));
  const effects = effectsAgainstOthers(values, ranks, positions, groups.segments.length, everyone.mean);
  const parts = split(values, positions, groups.segments.length);
  const sorted = parts.map((own) => own.slice().sort());
  const summaries = parts.map((own, position) => summarize(own, sorted[position]));
  return summaries.map((segment, position) => {
    const others: OthersSummary = {
      ...meanOfOthers(summaries, position),
      median: medianWithout(sortedValues, sorted[position]),
    };
    // By the judged statistic; by the means where the medians are the same.
    const by = segment[typical] === others[typical] ? 'mean' : typical;
    const judged = { ...meaning, column: column.name, everyone };
    const materiality = materialityBetween(judged, segment[by], others[by]);
    return {
      kind: 'numeric',
      column: column.name,
      ...meaning,
      segment,
      everyone: { ...everyone },
      others,
      typical,
      effect: { ...effects[position], materiality },
    };
  });
}

function meanOfOthers(
  summaries: readonly NumericSummary[],
  position: number,
): { count: number; mean: number } {
  const others = summaries.filter((_, other) => other !== position && summaries[other].count > 0);
  const count = others.reduce((all, other) => all + other.count, 0);
  // By size, so that renumbering segments changes no digit.
  const sum = Float64Array.from(others, (other) => other.count * other.mean)
    .sort()
    .reduce((all, one) => all + one, 0);
  return { count, mean: count > 0 ? sum / count : NaN };
}

/** The median of sorted values without some of them, which are sorted too. Cost: O(n), without a copy. */
function medianWithout(all: Float64Array, some: Float64Array): number {
  const count = all.length - some.length;
  const [low, high] = [Math.floor((count - 1) / 2), Math.floor(count / 2)];
  let left = 0;
  let taken = 0;
  let lower = NaN;
  for (let i = 0; i < all.length; i++) {
    if (taken < some.length && some[taken] === all[i]) {
      taken++;
      continue;
    }
    if (left === low) lower = all[i];
    if (left === high) return (lower + all[i]) / 2;
    left++;
  }
  return NaN;
}

/** What a column says about all customers, before they are grouped. */
interface Everyone {
  /** The known values. */
  values: Float64Array;
  sorted: Float64Array;
  summary: NumericSummary;
  typical: 'mean' | 'median';
  /** For skewed columns only. */
  ranks: Float64Array | undefined;
}

/** Kept per column, because the same columns are grouped many times; freed together with the column. */
const known = new WeakMap<NumberColumn, Everyone>();

function everyoneIn(column: NumberColumn): Everyone {
  const there = known.get(column);
  if (there) return there;
  const values = column.values.filter((value) => !Number.isNaN(value));
  const skewed = isSkewed(values);
  const sorted = values.slice().sort();
  const everyone: Everyone = {
    values,
    sorted,
    summary: summarize(values, sorted),
    typical: skewed && !isCount(values) ? 'median' : 'mean',
    ranks: skewed ? averageRanks(values) : undefined,
  };
  known.set(column, everyone);
  return everyone;
}

/** What both effect sizes need at each position: moments of values centered on the overall mean, and ranks. */
interface Sums {
  count: number;
  sum: number;
  squares: number;
  ranks: number;
}

function effectsAgainstOthers(
  values: Float64Array,
  ranks: Float64Array | undefined,
  positions: Int32Array,
  segments: number,
  center: number,
): FeatureEffect[] {
  const sums = Array.from({ length: segments }, nothing);
  // Summed by row, not by segment, so that renumbering segments changes no digit.
  const total = nothing();
  for (let i = 0; i < values.length; i++) {
    const rank = ranks ? ranks[i] : 0;
    addTo(sums[positions[i]], values[i] - center, rank);
    addTo(total, values[i] - center, rank);
  }
  return sums.map((own) => (ranks ? deltaEffect : gEffect)(own, without(total, own)));
}

function gEffect(own: Sums, others: Sums): FeatureEffect {
  const g = hedgesGOfMoments(momentsOf(own), momentsOf(others));
  return featureEffect('hedges-g', g, g, own.count, others.count);
}

function deltaEffect(own: Sums, others: Sums): FeatureEffect {
  const delta = cliffsDeltaOfRanks(own.ranks, own.count, others.count);
  // Groups that do not overlap have an infinite effect; take the largest finite one for these sizes.
  const most = 1 - 1 / (own.count * others.count + 1);
  const standardized = standardizedDelta(Math.max(-most, Math.min(most, delta)));
  return featureEffect('cliffs-delta', delta, standardized, own.count, others.count);
}

function nothing(): Sums {
  return { count: 0, sum: 0, squares: 0, ranks: 0 };
}

function addTo(sums: Sums, centered: number, rank: number): void {
  sums.count++;
  sums.sum += centered;
  sums.squares += centered * centered;
  sums.ranks += rank;
}

function without(all: Sums, part: Sums): Sums {
  return {
    count: all.count - part.count,
    sum: all.sum - part.sum,
    squares: all.squares - part.squares,
    ranks: all.ranks - part.ranks,
  };
}

function momentsOf({ count, sum, squares }: Sums): Moments {
  const center = count > 0 ? sum / count : 0;
  const spread = Math.max(0, squares - count * center * center);
  return { count, mean: center, variance: count > 1 ? spread / (count - 1) : 0 };
}

function split(values: Float64Array, positions: Int32Array, segments: number): Float64Array[] {
  const parts: number[][] = Array.from({ length: segments }, () => []);
  for (let i = 0; i < values.length; i++) parts[positions[i]].push(values[i]);
  return parts.map((part) => Float64Array.from(part));
}

function summarize(values: Float64Array, sorted: Float64Array): NumericSummary {
  return {
    count: sorted.length,
    mean: mean(values),
    standardDeviation: sorted.length > 1 ? standardDeviation(values, 1) : 0,
    median: quantile(sorted, 0.5),
    q1: quantile(sorted, 0.25),
    q3: quantile(sorted, 0.75),
    lowerThird: quantile(sorted, 1 / 3),
    upperThird: quantile(sorted, 2 / 3),
  };
}

function isCount(values: Float64Array): boolean {
  return values.every((value) => Number.isInteger(value) && value >= 0 && value <= MAX_COUNT);
}

function isSkewed(values: Float64Array): boolean {
  return Math.abs(skewness(values)) > HIGH_SKEWNESS;
}
