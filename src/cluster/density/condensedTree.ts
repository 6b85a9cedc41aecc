import { UnionFind } from '../hierarchy/unionFind';
import type { ReachabilityEdges } from './reachabilityEdges';

/**
 * How dense places divide as the distance shrinks: a tree of clusters, from which rows fall out one after the other.
 * Cluster 0 holds all rows; a cluster comes after the one that it divides off from. Distances are mutual reachability
 * distances; their inverse is the density λ.
 */
export interface CondensedTree {
  /** The cluster that each divides off from; −1 for the first. */
  parents: Int32Array;
  /** Rows of each as it divides off. */
  sizes: Int32Array;
  /** At which distance each divides off: Infinity for the first. */
  births: Float64Array;
  /** The shortest distance at which anything leaves each. */
  deaths: Float64Array;
  /** The cluster that each row falls out of, and at which distance. Length n. */
  rowClusters: Int32Array;
  rowHeights: Float64Array;
  /** The shortest distance above 0: exact copies count as that far apart, since no density is infinite. */
  least: number;
}

/** A hierarchy of rows: node n + i joins `left[i]` and `right[i]` at `heights[i]`, of altogether `sizes[i]` rows. */
interface Hierarchy {
  left: Int32Array;
  right: Int32Array;
  heights: Float64Array;
  sizes: Int32Array;
}

/**
 * Follows the hierarchy down from all rows: where both parts hold at least `minClusterSize` rows, a cluster divides;
 * smaller parts fall out of it.
 * @param edges of the spanning tree, shortest first.
 * Cost: O(n).
 * Source: Campello, Moulavi & Sander, "Density-based clustering based on hierarchical density estimates" (2013).
 */
export function condensedTree(edges: ReachabilityEdges, minClusterSize: number): CondensedTree {
  const { left, right, heights, sizes } = hierarchyOf(edges);
  const n = heights.length + 1;
  const least = heights.find((height) => height > 0) ?? 1;
  const clusters = [{ parent: -1, size: n, birth: Infinity, death: Infinity }];
  const clusterOf = new Int32Array(2 * n - 1); // of a node, as long as it holds together
  const fellAt = new Float64Array(2 * n - 1).fill(-1); // where a node fell out of it
  const sizeOf = (node: number) => (node < n ? 1 : sizes[node - n]);
  for (let node = 2 * n - 2; node >= n; node--) {
    const [own, height] = [clusterOf[node], Math.max(least, heights[node - n])];
    const parts = [left[node - n], right[node - n]];
    const fell = fellAt[node] >= 0;
    if (!fell) clusters[own].death = Math.min(clusters[own].death, height);
    const divides = !fell && parts.every((part) => sizeOf(part) >= minClusterSize);
    for (const part of parts) {
      clusterOf[part] = divides ? clusters.length : own;
      if (divides) clusters.push({ parent: own, size: sizeOf(part), birth: height, death: height });
      else if (fell) fellAt[part] = fellAt[node];
      else if (sizeOf(part) < minClusterSize) fellAt[part] = height;
    }
  }
  return {
    parents: Int32Array.from(clusters, ({ parent }) => parent),
    sizes: Int32Array.from(clusters, ({ size }) => size),
    births: Float64Array.from(clusters, ({ birth }) => birth),
    deaths: Float64Array.from(clusters, ({ death }) => death),
    rowClusters: clusterOf.slice(0, n),
    rowHeights: fellAt.slice(0, n),
    least,
  };
}

function hierarchyOf({ first, second, squares }: ReachabilityEdges): Hierarchy {
  const n = squares.length + 1;
  const clusters = new UnionFind(2 * n - 1);
  const sizes = new Int32Array(n - 1);
  const sizeOf = (node: number) => (node < n ? 1 : sizes[node - n]);
  const [left, right] = [new Int32Array(n - 1), new Int32Array(n - 1)];
  for (let i = 0; i < n - 1; i++) {
    left[i] = clusters.find(first[i]);
    right[i] = clusters.find(second[i]);
    sizes[i] = sizeOf(left[i]) + sizeOf(right[i]);
    clusters.attach(left[i], n + i);
    clusters.attach(right[i], n + i);
  }
  return { left, right, heights: squares.map(Math.sqrt), sizes };
}
