import { elbow } from './elbow';
import type { KEvaluation } from './evaluateKs';
import { bestWithinOneStandardError } from './gap';

/** A resampling score this much below the best is as good: finer differences are noise of 20 resamples. */
const STABILITY_TOLERANCE = 0.02;

/** The k that each index would take; `gap` may be 1 (no clusters), `elbow` null (no bend), `stability` null. */
export interface PreferredKs {
  /** Highest mean silhouette. */
  silhouette: number;
  /** Highest. */
  calinskiHarabasz: number;
  /** Lowest. */
  daviesBouldin: number;
  /** Smallest k within one standard error of the greatest gap, from 1 up. */
  gap: number;
  /** Where the inertia, from k = 1 up, bends most. */
  elbow: number | null;
  /** Finest k that comes back on resamples as well as the most stable k, within 0.02. */
  stability: number | null;
}

/**
 * @param all from k = 1 up without gaps, as `evaluateKs` gives them.
 * @param kMin what silhouette, Calinski–Harabasz, Davies–Bouldin and stability choose from.
 */
export function preferredKs(all: readonly KEvaluation[], kMin: number): PreferredKs {
  const allowed = all.filter(({ k }) => k >= kMin);
  const ks = all.map(({ k }) => k);
  const gaps = {
    gap: Float64Array.from(all, ({ gap }) => gap),
    standardError: Float64Array.from(all, ({ gapStandardError }) => gapStandardError),
  };
  return {
    silhouette: kOfHighest(allowed, ({ silhouette }) => silhouette),
    calinskiHarabasz: kOfHighest(allowed, ({ calinskiHarabasz }) => calinskiHarabasz),
    daviesBouldin: kOfHighest(allowed, ({ daviesBouldin }) => -daviesBouldin),
    gap: ks[bestWithinOneStandardError(gaps)],
    elbow:
      ks.length < 3
        ? null
        : elbow(
            ks,
            all.map(({ inertia }) => inertia),
          ).k,
    stability: finestStable(allowed),
  };
}

function kOfHighest(rows: readonly KEvaluation[], score: (row: KEvaluation) => number): number {
  return rows.reduce((best, row) => (score(row) > score(best) ? row : best)).k;
}

function finestStable(rows: readonly KEvaluation[]): number | null {
  const measured = rows.filter(({ stability }) => !Number.isNaN(stability));
  if (measured.length === 0) return null;
  const best = Math.max(...measured.map(({ stability }) => stability));
  return measured.filter(({ stability }) => stability >= best - STABILITY_TOLERANCE).pop()!.k;
}
