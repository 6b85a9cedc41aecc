import type { InternalMeasures } from '../indices/registry';

/** One clustering, measured. What needs two clusters is null where there are fewer. */
export interface ComparedClustering extends InternalMeasures {
  name: string;
  /** Noise is no cluster. */
  nClusters: number;
  /** Rows of each cluster, by label. */
  sizes: number[];
  /** Share of the rows that are noise, 0 … 1. */
  noiseShare: number;
  /** Mean silhouette of the rows in clusters, −1 … 1. Noise is left out, which flatters a clustering with much of it. */
  silhouette: number | null;
  /** The same over all rows, where noise counts as 0: what makes clusterings with and without noise comparable. */
  silhouetteWithNoise: number | null;
  /** Mean silhouette of as many clusters of data of the same shape without any structure, by k-means. */
  referenceSilhouette: number | null;
  /** How much that varies from one such data set to the next (standard deviation). */
  referenceSilhouetteSpread: number | null;
  /**
   * Whether its clusterer, which finds two clusters or more here, finds none in data without structure: groups that are
   * apart, of whatever shape. Asked only where the silhouette, which favors round groups, finds nothing; else null.
   */
  isWellSeparated: boolean | null;
  /**
   * Whether a gap sets every cluster apart, as dense groups of whatever shape: wider than those that its clusterer finds in
   * data without structure, with clusters that are found again when a tenth of the rows is left out. Null where no clusterer
   * was given, or there are fewer than two clusters.
   */
  hasGaps: boolean | null;
  /** Mean adjusted Rand index over resamples, 1 at best; null where no clusterer was given. */
  stability: number | null;
}
