/** Multiples that people count in, of each power of ten: the roundest first. */
const STEPS = [10, 5, 2, 1];
/** Beyond this many digits two numbers are one. */
const DIGITS = 15;

/**
 * The number with low ≤ number < high that people would say first: of the greatest step (… 100, 50, 20, 10 …) that has a
 * multiple there the one nearest to the middle.
 *
 * @param low less than `high`, both finite.
 */
export function roundestFrom(low: number, high: number): number {
  if (low <= 0 && high > 0) return 0;
  const middle = low / 2 + high / 2;
  const first = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  for (let power = first; power > first - DIGITS; power--) {
    for (const step of STEPS) {
      const found = multipleIn(low, high, middle, step, power - 1);
      if (found !== undefined) return found;
    }
  }
  return low;
}

/** How many digits a number needs before its zeros: 2 for 62,000; the fewer, the rounder. */
export function digitsOf(value: number): number {
  const [digits] = String(Math.abs(value)).split('e');
  return digits.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

function multipleIn(
  low: number,
  high: number,
  middle: number,
  step: number,
  power: number,
): number | undefined {
  const unit = (count: number) => Number(`${count * step}e${power}`);
  const size = unit(1);
  const near = Math.round(middle / size);
  return [near, near - 1, near + 1, Math.ceil(low / size)]
    .filter(Number.isSafeInteger)
    .map(unit)
    .find((value) => value >= low && value < high);
}
