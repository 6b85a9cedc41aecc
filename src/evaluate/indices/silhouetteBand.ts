/** What a mean silhouette says about the clusters, in Kaufman and Rousseeuw's four bands. */
export type SilhouetteBand = 'strong' | 'reasonable' | 'weak' | 'none';

/**
 * The band of a mean silhouette: above 0.70 a strong structure, above 0.50 a reasonable one, above 0.25 a weak one
 * that may be artificial, otherwise no substantial structure.
 *
 * @param mean −1 … 1, as `silhouette(…).mean`.
 * Source: Kaufman & Rousseeuw, "Finding Groups in Data" (1990), table 4.
 *
 * @example
 * silhouetteBand(0.42); // 'weak'
 */
export function silhouetteBand(mean: number): SilhouetteBand {
  if (mean > 0.7) return 'strong';
  if (mean > 0.5) return 'reasonable';
  return mean > 0.25 ? 'weak' : 'none';
}
