import type { ColumnRole } from '../roles/roleLexicon';
import {
  EFFECT_THRESHOLDS,
  type EffectMeasure,
  type EffectStrength,
  effectStandardError,
  effectStrength,
} from './effectSize';
import { materialityOfNumbers } from './materiality';

/** How a segment differs from everyone else (the customers outside it) in one feature. */
export interface FeatureEffect {
  measure: EffectMeasure;
  /** Of segment against others, on the measure's own scale. */
  value: number;
  /** On the scale of a standardized mean difference, so that all features can be ranked together. */
  standardized: number;
  strength: EffectStrength;
  /**
   * The difference from the others in multiples of the least that matters to a marketer (see `materiality`): below 1 it
   * is too small to act on, however certain it is. Absent in models of earlier versions.
   */
  materiality?: number;
  /**
   * True if the effect is at least 'small', more than three standard errors from zero (hardly due to chance), and
   * visible in comparison with all customers, the segment included (not if it contains nearly all of them), and if the
   * values of segment and others do not read the same.
   */
  standsOut: boolean;
}

/** The distribution of a group's values, in original units; NaN if all are missing. */
export interface NumericSummary {
  /** Number of known values. */
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

/** The values of the customers outside a segment; NaN if there are none. */
export interface OthersSummary {
  /** Number of known values. */
  count: number;
  mean: number;
  median: number;
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
  /** What the effect compares with. Absent in models of earlier versions. */
  others?: OthersSummary;
  /** The typical value: the median if the column is skewed and no count (whole numbers from 0 to 30), as its effect is by
   * rank; otherwise, the mean. */
  typical: 'mean' | 'median';
}

/** The share of one category, or of yes, within a segment. */
export interface ShareFeature extends Feature {
  kind: 'share';
  /** The category; absent for yes/no columns. */
  level?: string;
  /** Customers with a value. */
  count: number;
  share: number;
  shareOfEveryone: number;
  /** What the effect compares with; NaN without others. Absent in models of earlier versions. */
  shareOfOthers?: number;
  /** `share` over `shareOfEveryone`: 2 is twice as common as overall. */
  lift: number;
}

/** A feature of a segment: a number, or the share of a yes/no value or a category. */
export type FeatureProfile = NumericFeature | ShareFeature;

/** The columns that say what a segment's customers spent. */
export interface SpendingFeature {
  columns: string[];
  /** Of several columns: their sum, which is no column of the table. */
  sum?: NumericFeature;
}

/** What is known about a column besides its values. */
export interface ColumnMeaning {
  role: ColumnRole;
  label: string;
  unit?: string;
}

/** An effect must be this many standard errors from zero, so that a table of twenty random columns lists nothing. */
const MIN_STANDARD_ERRORS = 3;

/** Of a segment of nearly all customers little is said: a quarter of a small effect must remain against all of them. */
const MIN_EFFECT_AGAINST_ALL = EFFECT_THRESHOLDS.small / 4;

/** Rates an effect and decides whether it stands out; `count` and `others` are the sizes of the groups. */
export function featureEffect(
  measure: EffectMeasure,
  value: number,
  standardized: number,
  count: number,
  others: number,
): FeatureEffect {
  const strength = effectStrength(standardized);
  const beyondChance =
    Math.abs(standardized) > MIN_STANDARD_ERRORS * effectStandardError(standardized, count, others);
  // The distance to the mean of all is the distance to the mean of the others, times the share of the others.
  const againstEveryone = Math.abs(standardized) * (others / (count + others));
  const standsOut = strength !== 'none' && beyondChance && againstEveryone >= MIN_EFFECT_AGAINST_ALL;
  return { measure, value, standardized, strength, standsOut };
}

/** How many times the least that matters; models of earlier versions do not know, and are not doubted. */
export function materialityOf({ effect: { materiality = 2 } }: FeatureProfile): number {
  return materiality;
}

/** How much two values of a feature differ, in multiples of the least that matters (see `materialityOfNumbers`). */
export function materialityBetween(
  { role, column, unit, everyone: { q1, q3 } }: Pick<NumericFeature, 'role' | 'column' | 'unit' | 'everyone'>,
  own: number,
  others: number,
): number {
  const isPercent = unit === '%' || column.includes('%');
  const whole = isPercent ? { whole: unit !== '%' && q3 <= 1 ? 1 : 100 } : {};
  return materialityOfNumbers({ role, own, others, width: q3 - q1, q1, ...whole });
}

/** Strongest first; ties in alphabetical order, so that the order of columns does not matter. */
export function byStrength(features: readonly FeatureProfile[]): FeatureProfile[] {
  return features
    .slice()
    .sort(
      (a, b) =>
        Math.abs(b.effect.standardized) - Math.abs(a.effect.standardized) ||
        (a.column + a.label < b.column + b.label ? -1 : 1),
    );
}
