import { countBelow } from '../../core/countBelow';
import { mean, standardDeviation } from '../../core/statistics';

/**
 * Positions of the values, ascending; of equal ones the first comes first.
 * Sorting plain numbers and finding each among them takes a fifth of the time of sorting positions.
 */
export function orderOf(values: ArrayLike<number>): Int32Array {
  const sorted = Float64Array.from(values).sort();
  const order = new Int32Array(sorted.length);
  const taken = new Int32Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) {
    const place = countBelow(sorted, values[i]);
    order[place + taken[place]++] = i;
  }
  return order;
}

/** The mean rank of each value, 0 … n, in the middle of its step. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = orderOf(values);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let at = start; at < end; at++) ranks[order[at]] = (start + end) / 2;
    start = end;
  }
  return ranks;
}

/** What the ranks of the values would be if they were normal, standardized; 0 throughout a constant column. */
export function normalScores(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const scores = midRanks(values).map((rank) =>
    normalQuantile(Math.min(1 - 0.25 / n, Math.max(0.25 / n, rank / n))),
  );
  const [center, spread] = [mean(scores), standardDeviation(scores) || 1];
  return scores.map((score) => (score - center) / spread);
}

/**
 * The value below which the share p of a standard normal distribution lies, to nine digits.
 * @param p above 0 and below 1.
 * Source: Acklam's rational approximation (2003).
 */
function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL_ABOVE, q) / polynomial(TAIL_BELOW, q);
  }
  const q = p - 0.5;
  return (q * polynomial(MIDDLE_ABOVE, q * q)) / polynomial(MIDDLE_BELOW, q * q);
}

const MIDDLE_ABOVE = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const MIDDLE_BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const TAIL_ABOVE = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

/** By Horner's rule, the highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
