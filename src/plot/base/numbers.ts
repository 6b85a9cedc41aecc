import { roundDigits } from '../../core/round';
import { quantile } from '../../core/statistics';

/** What figures and their titles need of numbers. Missing values are NaN and are left out. */

/** The values that are there, in order. */
export function known(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter((value) => !Number.isNaN(value));
}

/** The values that are there, ascending. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return known(values).sort();
}

/** The median of the values that are there; NaN when nothing is. */
export function median(values: ArrayLike<number>): number {
  return quantile(sorted(values), 0.5);
}

/** The position of the largest value, NaN left out; −1 when nothing is there. */
export function argMax(values: ArrayLike<number>): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]) && (best < 0 || values[i] > values[best])) best = i;
  }
  return best;
}

/**
 * Plain numbers for a figure: whole numbers as they are, others to six significant digits (no screen shows
 * more, and a saved notebook is half the size); missing is null, as JSON has it.
 */
export function plain(values: ArrayLike<number>): (number | null)[] {
  return Array.from({ length: values.length }, (_, i) => plainNumber(values[i]));
}

function plainNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : roundDigits(value, 6);
}
