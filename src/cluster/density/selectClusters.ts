import type { CondensedTree } from './condensedTree';

/** How clusters are chosen: those that last longest, 'eom' (excess of mass); or the last ones of every branch, 'leaf'. */
export type ClusterSelection = 'eom' | 'leaf';

/** Which clusters of a tree to choose. */
export interface SelectionRule {
  minClusterSize: number;
  clusterSelection: ClusterSelection;
  /** Clusters that divided at a shorter distance stay together. */
  clusterSelectionEpsilon: number;
  allowSingleCluster: boolean;
  /** Of 'eom': a larger cluster is not chosen; null: any may be. */
  maxClusterSize: number | null;
}

/** Masses that differ by less than this share are equal up to rounding: then the larger cluster stays whole. */
const ROUNDING = 1e-12;

/**
 * Chooses clusters of a tree none of which holds another, as scikit-learn does. By cluster of the tree: 1 where it is chosen.
 * Cost: O(number of clusters).
 * Source: Campello, Moulavi & Sander (2013); `epsilon` by Malzer & Baum, "A hybrid approach to hierarchical
 * density-based cluster selection" (2020).
 */
export function selectClusters(tree: CondensedTree, rule: SelectionRule): Uint8Array {
  const chosen = rule.clusterSelection === 'eom' ? heaviest(tree, rule) : leaves(tree);
  const isRootAlone = chosen[0] === 1;
  return rule.clusterSelectionEpsilon > 0 && !isRootAlone ? joined(tree, chosen, rule) : chosen;
}

/** Those whose mass, rows times how much density they last, is larger than what the clusters within add up to. */
function heaviest(
  tree: CondensedTree,
  { minClusterSize, allowSingleCluster, maxClusterSize }: SelectionRule,
): Uint8Array {
  const { parents, sizes } = tree;
  const masses = massesOf(tree);
  const within = new Float64Array(parents.length);
  const chosen = new Uint8Array(parents.length);
  for (let c = parents.length - 1; c >= 0; c--) {
    const isTooLarge = maxClusterSize !== null && sizes[c] > maxClusterSize;
    const mayBe =
      !isTooLarge && lasts(tree, c) && (c > 0 || (allowSingleCluster && sizes[c] >= minClusterSize));
    const divides = within[c] > masses[c] * (1 + ROUNDING);
    if (mayBe && !divides) chosen[c] = 1;
    if (c > 0) within[parents[c]] += mayBe && !divides ? masses[c] : within[c];
  }
  return topmost(tree, chosen);
}

/** Excess of mass of each cluster. */
export function massesOf({ parents, sizes, births, rowClusters, rowHeights }: CondensedTree): Float64Array {
  const masses = new Float64Array(parents.length);
  const density = (height: number) => 1 / height;
  for (let row = 0; row < rowClusters.length; row++) {
    const c = rowClusters[row];
    if (rowHeights[row] >= 0) masses[c] += density(rowHeights[row]) - density(births[c]);
  }
  for (let c = 1; c < parents.length; c++)
    masses[parents[c]] += sizes[c] * (density(births[c]) - density(births[parents[c]]));
  return masses;
}

/** Clusters in which none divides off; nothing where all rows are the only one. */
function leaves(tree: CondensedTree): Uint8Array {
  const isLeaf = tree.parents.map((_, c) => Number(lasts(tree, c)));
  for (let c = 1; c < isLeaf.length; c++) isLeaf[tree.parents[c]] = 0;
  isLeaf[0] = 0;
  return Uint8Array.from(isLeaf);
}

/** What falls apart at the very distance at which it divides off is in one piece at no density: an order of equals. */
function lasts({ births, deaths }: CondensedTree, c: number): boolean {
  return deaths[c] < births[c];
}

/** Replaces clusters that divided off below `epsilon` by the one above that did so beyond it. */
function joined(
  tree: CondensedTree,
  chosen: Uint8Array,
  { clusterSelectionEpsilon: epsilon, allowSingleCluster }: SelectionRule,
): Uint8Array {
  const { parents, births } = tree;
  const larger = new Uint8Array(chosen.length);
  for (let c = 1; c < chosen.length; c++) {
    if (chosen[c] === 0) continue;
    let at = c;
    for (let rises = births[c] < epsilon; rises && at > 0 && (parents[at] > 0 || allowSingleCluster); ) {
      at = parents[at];
      rises = births[at] <= epsilon;
    }
    larger[at] = 1;
  }
  return topmost(tree, larger);
}

/** Without clusters within others. */
function topmost({ parents }: CondensedTree, chosen: Uint8Array): Uint8Array {
  const covered = new Uint8Array(chosen.length);
  for (let c = 1; c < chosen.length; c++)
    covered[c] = covered[parents[c]] === 1 || chosen[parents[c]] === 1 ? 1 : 0;
  return chosen.map((is, c) => (covered[c] === 1 ? 0 : is));
}
