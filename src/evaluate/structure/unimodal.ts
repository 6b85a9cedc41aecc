/** Places where the peak may lie, spread over the values. */
const PEAKS_TRIED = 40;

/** The shape with one peak that is nearest to some values. */
export interface UnimodalFit {
  /** As many values, ascending, spread as that shape has them. */
  values: Float64Array;
  /** The largest difference of the two cumulative distributions, 0 … 1: how far the values are from having one peak. */
  distance: number;
}

/**
 * The distribution with one peak, its density rising before and falling after, that is nearest to the values: the
 * convex minorant of their cumulative distribution up to the peak, and the concave majorant from there, for the best of
 * some peaks.
 *
 * @param sorted ascending, two at least.
 * Cost: O(n).
 * Source: Grenander (1956); Hartigan & Hartigan, "The dip test of unimodality" (1985).
 */
export function unimodalFit(sorted: Float64Array): UnimodalFit {
  let best: Curve | undefined;
  for (let tried = 1; tried < PEAKS_TRIED; tried++) {
    const curve = curveWithPeak(sorted, Math.floor((tried * sorted.length) / PEAKS_TRIED));
    if (!best || curve.distance < best.distance) best = curve;
  }
  return { values: quantilesOf(best!, sorted.length), distance: best!.distance };
}

/** A cumulative distribution made of straight lines between points, both coordinates rising. */
interface Curve {
  xs: number[];
  shares: number[];
  distance: number;
}

function curveWithPeak(sorted: Float64Array, peak: number): Curve {
  const last = sorted.length - 1;
  const points = [...hull(sorted, 0, peak, 1), ...hull(sorted, peak, last, -1).slice(1)];
  const xs = points.map((i) => sorted[i]);
  const shares = points.map((i) => i / last);
  let distance = 0;
  let at = 0;
  for (let i = 0; i <= last; i++) {
    while (at < xs.length - 2 && xs[at + 1] < sorted[i]) at++;
    const width = xs[at + 1] - xs[at];
    const rise = shares[at + 1] - shares[at];
    const share = width > 0 ? shares[at] + (rise * (sorted[i] - xs[at])) / width : shares[at + 1];
    distance = Math.max(distance, Math.abs(share - i / last));
  }
  return { xs, shares, distance };
}

/** Positions from `first` to `last` whose points bound the curve from below (sign 1) or from above (−1). */
function hull(sorted: Float64Array, first: number, last: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  for (let i = first; i <= last; i++) {
    while (kept.length > 1) {
      const [a, b] = [kept[kept.length - 2], kept[kept.length - 1]];
      const turn = (sorted[b] - sorted[a]) * (i - a) - (b - a) * (sorted[i] - sorted[a]);
      if (sign * turn > 0) break;
      kept.pop();
    }
    kept.push(i);
  }
  return kept;
}

function quantilesOf({ xs, shares }: Curve, count: number): Float64Array {
  let at = 0;
  return Float64Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count;
    while (at < shares.length - 2 && shares[at + 1] < share) at++;
    const rise = shares[at + 1] - shares[at];
    return rise > 0 ? xs[at] + ((xs[at + 1] - xs[at]) * (share - shares[at])) / rise : xs[at];
  });
}
