import { emptyMerges, type Merges } from './merges';

/**
 * The clusters that are left at some moment of an agglomeration, each known by one of its rows, and how far they
 * are apart. The chain asks; a linkage answers.
 */
export interface ClusterSpace {
  /** Whether this row still stands for a cluster. */
  isAlive(id: number): boolean;
  /**
   * The cluster nearest to `id`; of equally near ones `favorite` (−1: none) wins, then the lowest. Distances must
   * be symmetric to the last bit, or the chain may run in circles.
   */
  nearest(id: number, favorite: number): Neighbor;
  /** Joins two clusters; `second` stands for both from now on. */
  merge(first: number, second: number): void;
}

/** A cluster and the height at which joining it would be drawn in a dendrogram. */
export interface Neighbor {
  id: number;
  height: number;
}

/**
 * All n − 1 merges of n rows, found by walking from nearest neighbor to nearest neighbor until two clusters are
 * each other's nearest; these can be joined at once, whatever happens elsewhere. True for every linkage where
 * joining two clusters never brings the union nearer to a third than its nearer part was (ward, complete, average).
 * Merges come unsorted.
 *
 * @param told called after each with the number of merges found.
 * Cost: at most about 3n calls of `nearest`.
 * Source: Benzécri (1982), Juan (1982); Müllner, "Modern hierarchical, agglomerative clustering algorithms" (2011).
 */
export function nearestNeighborChain(n: number, space: ClusterSpace, told: (merges: number) => void): Merges {
  const merges = emptyMerges(n);
  const chain: number[] = [];
  let start = 0;
  for (let step = 0; step < n - 1; step++) {
    while (!space.isAlive(start)) start++;
    if (chain.length === 0) chain.push(start);
    const height = walkToReciprocalPair(chain, space);
    const [first, second] = [chain.pop()!, chain.pop()!].sort((a, b) => a - b);
    merges.first[step] = first;
    merges.second[step] = second;
    merges.heights[step] = height;
    space.merge(first, second);
    told(step + 1);
  }
  return merges;
}

/** Lengthens the chain until its last two clusters are each other's nearest; returns the height between them. */
function walkToReciprocalPair(chain: number[], space: ClusterSpace): number {
  for (;;) {
    const previous = chain.length > 1 ? chain[chain.length - 2] : -1;
    const { id, height } = space.nearest(chain[chain.length - 1], previous);
    if (id === previous) return height;
    chain.push(id);
  }
}
