import { bestWithinOneStandardError } from '../indices/gap';
import type { KEvaluation } from './evaluateKs';
import { findElbow } from './findElbow';

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
  /** Largest k that comes back on resamples as well as the most stable one, within one standard error. */
  stability: number | null;
}

/**
 * @param all from k = 1 up without gaps, as `evaluateKs` gives them.
 * @param kMin what silhouette, Calinski–Harabasz, Davies–Bouldin and stability choose from.
 */
export function preferredKs(all: readonly KEvaluation[], kMin: number): PreferredKs {
  const allowed = all.filter(({ k }) => k >= kMin);
  const gaps = {
    gap: Float64Array.from(all, ({ gap }) => gap),
    standardError: Float64Array.from(all, ({ gapStandardError }) => gapStandardError),
  };
  return {
    silhouette: kOfHighest(allowed, ({ silhouette }) => silhouette),
    calinskiHarabasz: kOfHighest(allowed, ({ calinskiHarabasz }) => calinskiHarabasz),
    daviesBouldin: kOfHighest(allowed, ({ daviesBouldin }) => -daviesBouldin),
    gap: all[bestWithinOneStandardError(gaps)].k,
    elbow: elbowOf(all),
    stability: finestStable(allowed),
  };
}

function elbowOf(all: readonly KEvaluation[]): number | null {
  if (all.length < 3) return null;
  const ks = all.map(({ k }) => k);
  const inertias = all.map(({ inertia }) => inertia);
  return findElbow(ks, inertias).k;
}

function kOfHighest(rows: readonly KEvaluation[], score: (row: KEvaluation) => number): number {
  return rows.reduce((best, row) => (score(row) > score(best) ? row : best)).k;
}

function finestStable(rows: readonly KEvaluation[]): number | null {
  const measured = rows.filter(({ stability }) => !Number.isNaN(stability));
  if (measured.length === 0) return null;
  const best = measured.reduce((leader, row) => (row.stability > leader.stability ? row : leader));
  const enough = best.stability - best.stabilityStandardError;
  return measured.filter(({ stability }) => stability >= enough).pop()!.k;
}
