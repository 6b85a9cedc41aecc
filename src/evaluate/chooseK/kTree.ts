import { contingency } from '../stability/contingency';

/**
 * How customers move as k grows: the clusters of each k, and how many customers of each go to each of the next k.
 * Source: Zappia & Oshlack (2018), "Clustering trees: a visualization for evaluating clusterings at multiple resolutions".
 */
export interface KTree {
  /** For each k in ascending order the sizes of its clusters. */
  levels: { k: number; sizes: number[] }[];
  /** By level but the last: `flows[level][a][b]` customers of cluster a are in cluster b of the next level. */
  flows: number[][][];
  /** The level whose clusters are segments of a model, and which segment each is; −1 where it is none of them. */
  named?: { k: number; segments: number[] };
}

/**
 * The tree of clusterings that were fitted already.
 * @param labels of each k, one k after the other, without noise.
 * Cost: O(rows · ks).
 */
export function kTreeOf(kMin: number, labels: readonly Int32Array[]): KTree {
  return {
    levels: labels.map((own, i) => ({ k: kMin + i, sizes: sizesOf(own) })),
    flows: labels.slice(1).map((next, i) =>
      contingency(labels[i], next)
        .slice(1)
        .map((counts) => counts.slice(1)),
    ),
  };
}

/** So much of a cluster, and of a segment, must be the same customers for the one to be called as the other. */
const SAME = 0.8;

/** The tree with the clusters of a k named by the segments of a model, where they hold the same customers. */
export function namedTree(tree: KTree, k: number, clusters: Int32Array, segments: Int32Array): KTree {
  const shared = contingency(clusters, segments).slice(1);
  const sizes = sizesOf(segments);
  const named = shared.map((counts) => {
    const size = counts.reduce((sum, count) => sum + count, 0);
    return sizes.findIndex((own, segment) => counts[segment + 1] >= SAME * Math.max(size, own));
  });
  return { ...tree, named: { k, segments: named } };
}

function sizesOf(labels: Int32Array): number[] {
  const sizes = new Array<number>(1 + labels.reduce((most, label) => Math.max(most, label), -1)).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]++;
  return sizes;
}
