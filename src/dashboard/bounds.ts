/** How far numbers of a segmentation go on the dashboard: links, sliders and requests are held to the same. */
export const BOUNDS = {
  k: { minimum: 1, maximum: 50 },
  eps: { minimum: Number.MIN_VALUE, maximum: 1e9 },
  minSamples: { minimum: 1, maximum: 10_000 },
  pca: { minimum: 0, maximum: 100 },
  seed: { minimum: 0, maximum: 4_294_967_295 },
  /** Of the list of customers. */
  page: { minimum: 1, maximum: 1_000_000 },
} as const;
