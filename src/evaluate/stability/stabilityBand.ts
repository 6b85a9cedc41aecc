import { roundDecimals } from '../../core/round';

/** What the stability of a segment says, in Hennig's four bands. */
export type StabilityBand = 'highly-stable' | 'stable' | 'pattern' | 'unreliable';

/**
 * The band of a segment's stability, its mean Jaccard similarity in bootstrap resamples, to the two decimals that it is
 * shown with: from 0.85 highly stable; from 0.75 stable; from 0.60 a pattern in the data, though which customers belong to
 * it is doubtful; below, not to be relied on.
 *
 * @param jaccard 0 … 1, as in `stability(…).jaccard`.
 * Source: Hennig (2007), as R's `fpc::clusterboot` documents it.
 *
 * @example
 * stabilityBand(0.8); // 'stable'
 */
export function stabilityBand(jaccard: number): StabilityBand {
  const shown = roundDecimals(jaccard, 2);
  if (shown >= 0.85) return 'highly-stable';
  if (shown >= 0.75) return 'stable';
  return shown >= 0.6 ? 'pattern' : 'unreliable';
}
