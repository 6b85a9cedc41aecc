import { InputError } from '../../core/errors';
import { midRanks } from '../../evaluate/structure/normalScores';

/** How a difference is measured: see `hedgesG`, `cliffsDelta` and `cohensH`. */
export type EffectMeasure = 'hedges-g' | 'cliffs-delta' | 'cohens-h';

/** How strong an effect is in words. */
export type EffectStrength = 'none' | 'small' | 'medium' | 'large';

/** Count, mean and sample variance (divisor n − 1; 0 below two values) of a group. */
export interface Moments {
  count: number;
  mean: number;
  variance: number;
}

/** Where an effect becomes 'small', 'medium' and 'large', for d, g and h alike (Cohen 1988, chapters 2 and 6). */
export const EFFECT_THRESHOLDS: Readonly<Record<'small' | 'medium' | 'large', number>> = {
  small: 0.2,
  medium: 0.5,
  large: 0.8,
};

/** The effect size of two groups that do not overlap at all is infinite; it is reported as ±10. */
export const MAX_EFFECT = 10;

/**
 * Hedges' g: the difference of two means in pooled standard deviations, corrected for small samples by
 * 1 − 3 / (4(n₁ + n₂) − 9). Positive if `a` is higher. Limited to ±10 (`MAX_EFFECT`); 0 if a group is
 * empty or there are fewer than three values.
 *
 * Source: Hedges (1981), "Distribution theory for Glass's estimator of effect size". Cost: O(n).
 *
 * @example
 * hedgesG([1, 2, 3], [3, 4, 5]); // −1.6: two pooled deviations, times 0.8
 */
export function hedgesG(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return hedgesGOfMoments(moments(a), moments(b));
}

/** `hedgesG` for groups that are already summarized. Cost: O(1). */
export function hedgesGOfMoments(a: Moments, b: Moments): number {
  const freedom = a.count + b.count - 2;
  if (a.count === 0 || b.count === 0 || freedom < 1) return 0;
  const difference = a.mean - b.mean;
  const pooled = Math.sqrt(((a.count - 1) * a.variance + (b.count - 1) * b.variance) / freedom);
  if (Math.abs(difference) <= 1e-12 * Math.max(Math.abs(a.mean), Math.abs(b.mean))) return 0;
  const correction = 1 - 3 / (4 * (a.count + b.count) - 9);
  return bounded((difference / pooled) * correction);
}

/**
 * Cliff's delta: the chance that a value of `a` is higher than one of `b`, minus the chance that it is lower;
 * −1 … 1. It depends on order only, so a few huge values do not distort it. 0 if a group is empty.
 *
 * Source: Cliff (1993), "Dominance statistics". Cost: O(n log n) through mid-ranks.
 *
 * @example
 * cliffsDelta([2, 3], [1, 2]); // 0.75: of four pairs, three are higher and one is tied
 */
export function cliffsDelta(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const all = Float64Array.from([...Array.from(a), ...Array.from(b)]);
  const ranks = averageRanks(all);
  let rankSum = 0;
  for (let i = 0; i < a.length; i++) rankSum += ranks[i];
  return cliffsDeltaOfRanks(rankSum, a.length, b.length);
}

/** `cliffsDelta` from the sum of the first group's mid-ranks (1-based) among both groups. Cost: O(1). */
export function cliffsDeltaOfRanks(rankSum: number, countA: number, countB: number): number {
  if (countA === 0 || countB === 0) return 0;
  const wins = rankSum - (countA * (countA + 1)) / 2;
  return (2 * wins) / (countA * countB) - 1;
}

/**
 * Cohen's h: the difference of two shares on the arcsine scale, where equal steps are equally detectable;
 * −π … π. Positive if `p` is higher.
 *
 * Source: Cohen (1988), chapter 6.
 * @throws InputError if a share is not from 0 to 1.
 *
 * @example
 * cohensH(0.5, 0.25); // 0.5236 (π / 6)
 */
export function cohensH(p: number, q: number): number {
  for (const share of [p, q]) {
    if (!(share >= 0 && share <= 1))
      throw new InputError('out-of-range', `a share is ${share}`, { remedy: 'it must be from 0 to 1' });
  }
  return 2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q));
}

/**
 * The difference of means, in standard deviations, that gives two equally wide normal groups this Cliff's delta:
 * d = 2 erf⁻¹(δ). It puts rank-based effects on the scale of g and h. Limited to ±10.
 * Source: erf⁻¹ after Winitzki (2008), off by less than 0.004 within |d| ≤ 4.
 */
export function standardizedDelta(delta: number): number {
  if (delta === 0) return 0;
  const log = Math.log(1 - delta * delta);
  const middle = 2 / (Math.PI * 0.147) + log / 2;
  return bounded(2 * Math.sign(delta) * Math.sqrt(Math.sqrt(middle * middle - log / 0.147) - middle));
}

/** The approximate standard error of g (and of h, and of a standardized delta) between groups of these sizes. */
export function effectStandardError(effect: number, countA: number, countB: number): number {
  if (countA === 0 || countB === 0) return Infinity;
  return Math.sqrt(1 / countA + 1 / countB + (effect * effect) / (2 * (countA + countB)));
}

/**
 * 'none' below 0.2, then 'small', from 0.5 'medium', from 0.8 'large' (Cohen 1988), whatever the sign.
 *
 * @example
 * effectStrength(-0.6); // 'medium'
 */
export function effectStrength(effect: number): EffectStrength {
  const size = Math.abs(effect);
  if (size >= EFFECT_THRESHOLDS.large) return 'large';
  if (size >= EFFECT_THRESHOLDS.medium) return 'medium';
  return size >= EFFECT_THRESHOLDS.small ? 'small' : 'none';
}

/** Ranks from 1, ties sharing their average rank. Cost: O(n log n). */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  return midRanks(values).map((middle) => middle + 0.5);
}

function moments(values: ArrayLike<number>): Moments {
  const count = values.length;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const step = values[i] - mean;
    mean += step / (i + 1);
    squares += step * (values[i] - mean);
  }
  return { count, mean, variance: count > 1 ? squares / (count - 1) : 0 };
}

function bounded(effect: number): number {
  return Math.max(-MAX_EFFECT, Math.min(MAX_EFFECT, effect));
}
