/**
 * What "near" means between two groups: `ward`, the rise in the within-group sum of squares; `complete`, the
 * farthest pair of rows; `average`, the mean over all pairs; `single`, the nearest pair.
 */
export type Linkage = 'ward' | 'complete' | 'average' | 'single';

/** Every linkage there is; the default first. Apart from what computes them, so that the dashboard's page need not hold that. */
export const LINKAGES: readonly Linkage[] = ['ward', 'complete', 'average', 'single'];
