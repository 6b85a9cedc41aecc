/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/**
 * Variance around the mean, in two passes so that far from zero nothing cancels.
 * @param freedom taken from the count: 0 (default) for the population, 1 to estimate it from a sample.
 */
export function variance(values: ArrayLike<number>, freedom: 0 | 1 = 0): number {
  const centre = mean(values);
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i] - centre;
    squares += deviation * deviation;
    drift += deviation;
  }
  // what rounding of the mean left over (Chan, Golub and LeVeque 1983)
  return (squares - (drift * drift) / values.length) / (values.length - freedom);
}

/**
 * The value below which the share `p` (0 to 1) of sorted values lies, interpolated linearly between neighbours
 * (type 7 of Hyndman and Fan 1996, as numpy and R do by default); NaN of nothing.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const share = position - below;
  if (share === 0) return sorted[below];
  const step = sorted[below + 1] - sorted[below];
  // the distance of two huge values of opposite sign is infinite, their weighted mean is not
  return Number.isFinite(step)
    ? sorted[below] + share * step
    : (1 - share) * sorted[below] + share * sorted[below + 1];
}

/** The value found most often, the first to appear where several are. */
export function mostFrequent<T>(values: readonly T[]): { value: T; count: number } {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = { value: values[0], count: 0 };
  for (const [value, count] of counts) if (count > best.count) best = { value, count };
  return best;
}
