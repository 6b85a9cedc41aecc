import type { ColumnRole } from '../roles/roleLexicon';
import {
  type EffectMeasure,
  type EffectStrength,
  effectStandardError,
  effectStrength,
  effectThresholds,
} from './effectSize';

/** How a segment differs in one feature from everyone else (the customers outside it). */
export interface FeatureEffect {
  measure: EffectMeasure;
  /** On the measure's own scale. */
  value: number;
  /** On the scale of a standardized mean difference, so that all features can be ranked together. */
  standardized: number;
  strength: EffectStrength;
  /**
   * True when at least 'small', more than three standard errors from zero (not what chance gives), and to be seen
   * against everyone, the segment included: not where it holds nearly all, nor where both values are written alike.
   */
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
  /** What stands for the column: the mean where it counts something (whole numbers from 0 to 30), else the median. */
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

/** A feature of a segment: a number, or the share of a yes/no value or a category. */
export type FeatureProfile = NumericFeature | ShareFeature;

/** What is known of a column besides its values. */
export interface ColumnMeaning {
  role: ColumnRole;
  label: string;
  unit?: string;
}

/** An effect must lie this many standard errors from zero: a table of twenty columns of chance then lists nothing. */
const standardErrors = 3;

/** Words compare with everyone: so much of the effect, a quarter of a small one, must be left against them. */
const leastAgainstEveryone = effectThresholds.small / 4;

/** Puts an effect into words and judges whether it stands out; `count` and `others` are the groups' sizes. */
export function featureEffect(
  measure: EffectMeasure,
  value: number,
  standardized: number,
  count: number,
  others: number,
): FeatureEffect {
  const strength = effectStrength(standardized);
  const beyondChance =
    Math.abs(standardized) > standardErrors * effectStandardError(standardized, count, others);
  // A group's mean lies from everyone's as far as from the others', times the share of the others.
  const againstEveryone = Math.abs(standardized) * (others / (count + others));
  const standsOut = strength !== 'none' && beyondChance && againstEveryone >= leastAgainstEveryone;
  return { measure, value, standardized, strength, standsOut };
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
