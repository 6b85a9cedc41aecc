import { contingency } from './contingency';

/** How the clusters of all rows and those of a resample belong together. */
export interface Match {
  /** Of each cluster, the Jaccard similarity |A ∩ B| / |A ∪ B| with the cluster most like it; 0 where none shares a row. */
  jaccard: Float64Array;
  /** That cluster of the resample, its counterpart; −1 where none shares a row. */
  counterpart: Int32Array;
  /** Of each cluster of the resample, the cluster whose counterpart it is, the most alike of several; −1 where there is none. */
  original: Int32Array;
}

/**
 * Matches two clusterings of the same rows. Noise (−1) is no cluster, but rows that are noise in one of them count in the
 * union.
 *
 * @param labels of the clustering to find again, with `nClusters` clusters, some of which may have no row here.
 * Cost: O(n + clusters · clusters).
 */
export function matchClusters(labels: Int32Array, nClusters: number, again: Int32Array): Match {
  const counts = contingency(labels, again);
  const found = counts[0].length - 1;
  const match: Match = {
    jaccard: new Float64Array(nClusters),
    counterpart: new Int32Array(nClusters).fill(-1),
    original: new Int32Array(found).fill(-1),
  };
  const sizes = counts[0].map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
  counts.slice(1).forEach((row, cluster) => {
    const size = row.reduce((sum, count) => sum + count, 0);
    for (let other = 0; other < found; other++) {
      const common = row[other + 1];
      const jaccard = common === 0 ? 0 : common / (size + sizes[other + 1] - common);
      if (jaccard > match.jaccard[cluster]) {
        match.jaccard[cluster] = jaccard;
        match.counterpart[cluster] = other;
      }
    }
  });
  match.counterpart.forEach((other, cluster) => {
    if (other < 0) return;
    const known = match.original[other];
    if (known < 0 || match.jaccard[cluster] > match.jaccard[known]) match.original[other] = cluster;
  });
  return match;
}
