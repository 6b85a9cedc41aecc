import type { CondensedTree } from './condensedTree';
import { type SelectionRule, selectClusters } from './selectClusters';

/** The chosen clusters of a tree, in its order. */
export interface ClustersOfTree {
  /** −1 is noise. Length n. */
  labels: Int32Array;
  nClusters: number;
  /** How firmly each row belongs to its cluster: its density over the greatest there, 0 … 1; 0 for noise. Length n. */
  probabilities: Float64Array;
  /** By cluster the largest mutual reachability distance at which rows belong to it. */
  reaches: Float64Array;
  /** By cluster the distance of its densest place. */
  densest: Float64Array;
}

/**
 * Chooses clusters, and labels the rows in them. Where all rows are the only cluster, those belong to it that are as
 * dense as its densest place, or within `clusterSelectionEpsilon`, as in scikit-learn.
 * Cost: O(n).
 */
export function clustersOfTree(tree: CondensedTree, rule: SelectionRule): ClustersOfTree {
  const { parents, births, deaths, rowClusters, rowHeights } = tree;
  const chosen = selectClusters(tree, rule);
  const clusters = Array.from(chosen.keys()).filter((c) => chosen[c] === 1);
  const owners = new Int32Array(chosen.length).fill(-1);
  for (let c = 0; c < owners.length; c++)
    owners[c] = chosen[c] === 1 ? clusters.indexOf(c) : c > 0 ? owners[parents[c]] : -1;
  const ofAllRows = rule.clusterSelectionEpsilon > 0 ? rule.clusterSelectionEpsilon : deaths[0];
  const reaches = Float64Array.from(clusters, (c) => (c === 0 ? ofAllRows : births[c]));
  const densest = Float64Array.from(clusters, (c) => deaths[c]);
  const labels = rowClusters.map((c, row) => {
    const label = owners[c];
    return label >= 0 && rowHeights[row] <= reaches[label] ? label : -1;
  });
  const probabilities = rowHeights.map((height, row) =>
    labels[row] < 0 ? 0 : densest[labels[row]] / Math.max(densest[labels[row]], height),
  );
  return { labels, nClusters: clusters.length, probabilities, reaches, densest };
}
