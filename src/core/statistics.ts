/** The arithmetic mean; NaN of nothing. Values up to the largest float64 are added without overflow. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return Number.isFinite(sum) ? sum / values.length : meanOfHuge(values);
}

/**
 * Variance around the mean, in two passes so that far from zero nothing cancels. Beyond 10¹⁵⁰ and below 10⁻¹⁵⁰
 * squares leave float64: take `standardDeviation` there.
 * @param freedom taken from the count: 0 (default) for the population, 1 to estimate it from a sample.
 */
export function variance(values: ArrayLike<number>, freedom: 0 | 1 = 0): number {
  return meanSquare(values, mean(values), 1, freedom);
}

/**
 * Square root of `variance`, of values of any size: where squares would overflow or vanish they are scaled first.
 * @param freedom taken from the count: 0 (default) for the population, 1 to estimate it from a sample.
 */
export function standardDeviation(values: ArrayLike<number>, freedom: 0 | 1 = 0): number {
  const center = mean(values);
  const square = meanSquare(values, center, 1, freedom);
  if (square > 1e-280 && square < Infinity) return Math.sqrt(square);
  const largest = largestDeviation(values, center);
  if (!(largest > 0 && largest < Infinity)) return largest;
  return largest * Math.sqrt(meanSquare(values, center, largest, freedom));
}

/** Third standardized moment, population form; 0 for a constant, NaN of nothing. */
export function skewness(values: ArrayLike<number>): number {
  const center = mean(values);
  const spread = standardDeviation(values);
  if (spread === 0) return 0;
  let cubes = 0;
  for (let i = 0; i < values.length; i++) {
    const score = (values[i] - center) / spread;
    cubes += score * score * score; // ** 3 takes ten times as long
  }
  return cubes / values.length;
}

/**
 * The value below which the share `p` (0 to 1) of sorted values lies, interpolated linearly between neighbors
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

function meanSquare(values: ArrayLike<number>, center: number, unit: number, freedom: 0 | 1): number {
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] - center) / unit;
    squares += deviation * deviation;
    drift += deviation;
  }
  // what rounding of the mean left over (Chan, Golub and LeVeque 1983)
  return Math.max(0, squares - (drift * drift) / values.length) / (values.length - freedom);
}

/** NaN where a value is NaN, or there is none. */
function largestDeviation(values: ArrayLike<number>, center: number): number {
  let largest = values.length > 0 ? 0 : Number.NaN;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - center));
  return largest;
}

function meanOfHuge(values: ArrayLike<number>): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i] / values.length;
  return mean;
}
