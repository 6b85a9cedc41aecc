import { mean } from './statistics';

/** How two columns go together, over the rows where both are known. */
export interface Correlation {
  /** Pearson's r, −1 to 1; NaN where a column is constant, or nothing is known. */
  r: number;
  /** The least-squares line y = intercept + slope · x; NaN where x is constant. */
  slope: number;
  intercept: number;
  /** How many rows both columns know. */
  rows: number;
}

/**
 * Pearson's r and the least-squares line of two columns of one length. Missing values (NaN) set their row aside.
 * A column correlates with itself by exactly 1. Cost: O(n).
 */
export function correlate(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  const known = Array.from(x, (_, row) => row).filter(
    (row) => !Number.isNaN(x[row]) && !Number.isNaN(y[row]),
  );
  const xs = known.map((row) => x[row]);
  const ys = known.map((row) => y[row]);
  const [centerX, centerY] = [mean(xs), mean(ys)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const [dx, dy] = [xs[i] - centerX, ys[i] - centerY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const slope = isConstant(xs) ? Number.NaN : xy / xx;
  const r = isConstant(xs) || isConstant(ys) ? Number.NaN : bounded(xy / Math.sqrt(xx) / Math.sqrt(yy));
  return {
    r: x === y && !Number.isNaN(r) ? 1 : r,
    slope,
    intercept: centerY - slope * centerX,
    rows: xs.length,
  };
}

/** Told by the values: rounding of the mean leaves a constant column a little spread. */
function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function bounded(r: number): number {
  return Math.max(-1, Math.min(1, r));
}
