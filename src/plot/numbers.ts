/** The small statistics that figures and their titles need. Missing values are NaN and are left out. */

/** The values that are there, ascending. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/** The quantile at `share` of ascending values, linear between neighbours (Hyndman and Fan's type 7). */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
}

/** NaN when nothing is there. */
export function median(values: ArrayLike<number>): number {
  const ascending = sorted(values);
  return ascending.length === 0 ? Number.NaN : quantile(ascending, 0.5);
}

/** NaN when nothing is there. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  let there = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    sum += values[i];
    there++;
  }
  return sum / there;
}

/** Population standard deviation (divided by n). */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  return Math.sqrt(mean(Float64Array.from(values, (value) => (value - centre) ** 2)));
}

/** Third standardised moment; 0 for a constant. */
export function skewness(values: ArrayLike<number>): number {
  const centre = mean(values);
  const spread = standardDeviation(values);
  return spread > 0 ? mean(Float64Array.from(values, (value) => ((value - centre) / spread) ** 3)) : 0;
}

/** Pearson's r and the least-squares line over the rows where both are there; r is NaN for a constant. */
export function correlate(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { r: number; slope: number; intercept: number; rows: number } {
  const both = Array.from({ length: x.length }, (_, i) => i).filter(
    (i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]),
  );
  const centreX = mean(both.map((i) => x[i]));
  const centreY = mean(both.map((i) => y[i]));
  let [xx, xy, yy] = [0, 0, 0];
  for (const i of both) {
    const [dx, dy] = [x[i] - centreX, y[i] - centreY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const slope = xy / xx;
  return {
    r: xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN,
    slope,
    intercept: centreY - slope * centreX,
    rows: both.length,
  };
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
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}
