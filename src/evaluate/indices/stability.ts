import { mean, standardDeviation } from '../../core/statistics';
import type { ClusterIndex } from './clusterIndex';

/** What `chooseK` says of the stability of k clusters. */
export interface StabilityOfK {
  /** Mean adjusted Rand index over bootstrap resamples, 1 at best; NaN for k = 1. */
  stability: number;
  /** Of that mean; NaN for k = 1. */
  stabilityStandardError: number;
}

export const stabilityIndex: ClusterIndex<'stability', StabilityOfK, number | null> = {
  key: 'stability',
  name: 'stability',
  title: 'Stability',
  field: 'stability',
  better: 'higher',
  rule: 'the most segments within one standard error of the best',
  help: 'How alike the segments are when data are resampled: 1 is the same, 0 is chance.',
  columns: [{ field: 'stability', title: 'Stability', format: 'decimal' }],
  measureKs: ({ agreements }) =>
    agreements.map((scores, at) => ({
      stability: at > 0 ? mean(scores) : Number.NaN,
      stabilityStandardError: at > 0 ? standardDeviation(scores) / Math.sqrt(scores.length) : Number.NaN,
    })),
  preferredK: (rows, kMin) =>
    finestStable(rows.filter(({ k, stability }) => k >= kMin && !Number.isNaN(stability))),
};

/** The largest k as stable as the most stable one, within its standard error; null when none was measured. */
function finestStable(measured: readonly (StabilityOfK & { k: number })[]): number | null {
  if (measured.length === 0) return null;
  const best = measured.reduce((leader, row) => (row.stability > leader.stability ? row : leader));
  const enough = best.stability - best.stabilityStandardError;
  return measured.filter(({ stability }) => stability >= enough).pop()!.k;
}
