import { KdTree } from '../../cluster/density/kdTree';
import { kthNearestSquares } from '../../cluster/density/kthNearest';
import type { ReachabilityEdges } from '../../cluster/density/reachabilityEdges';
import { spanReachability } from '../../cluster/density/spanReachability';
import { UnionFind } from '../../cluster/hierarchy/unionFind';
import type { Matrix } from '../../core/matrix';
import { countLabels } from '../clusterLabels';

/** Density at a row is measured by so many of its nearest rows, itself counted. */
const NEIGHBORS = 5;
/** A cluster holds together once this share of its rows does: the few at its rim say nothing of it. */
const TOGETHER = 0.9;
/** Two clusters have met once half of each is connected. */
const MET = 0.5;
/** Clusters smaller than this, in rows and as a share of them, may lie anywhere by chance. */
const FEWEST_ROWS = 3;
const FEWEST_SHARE = 0.01;
/** Gaps so wide are alike: where rows repeat, distances within are 0. */
const WIDEST = 10;
/** A narrower gap divides one dense group. No shape of one cloud had a wider one in trials. */
export const NARROWEST_GAP = 1.2;

/** How far apart clusters are, as dense places of any shape. */
export interface DensityGaps {
  /** Of the cluster that is least apart; 1 where some are too small to say. See `densityGaps`. */
  least: number;
  /** The same once clusters with no gap between them count as one; 1 where one is left. */
  joined: number;
}

/** Where a cluster meets another. */
interface Meeting {
  gap: number;
  other: number;
}

/**
 * The gap around each cluster: the distance at which it meets another, over that at which it holds together itself. Both
 * are mutual reachability distances along the spanning tree of all rows, noise included, so that shapes do not matter
 * and stray rows bridge no gap. About 1 where a dense place was divided.
 *
 * @param labels −1 is noise.
 * Cost: that of the spanning tree, and O(n·clusters) for each round of joining.
 * Source: after the density separation and sparseness of DBCV (Moulavi et al., "Density-based clustering validation",
 * 2014), which takes the longest edge of a cluster, where 90% of its rows say more of it.
 */
export function densityGaps(X: Matrix, labels: Int32Array): DensityGaps {
  const all = countLabels(labels, X.rows);
  const fewest = Math.max(FEWEST_ROWS, FEWEST_SHARE * X.rows);
  const isTiny = Array.from(all.sizes, (size) => size < fewest);
  let groups: Int32Array = labels.map((label) => (label >= 0 && !isTiny[label] ? label : -1));
  if (new Set(groups.filter((group) => group >= 0)).size < 2) return { least: 1, joined: 1 };
  const edges = edgesOf(X);
  let meetings = meetingsOf(edges, groups);
  const hasTiny = isTiny.some((tiny, label) => tiny && all.sizes[label] > 0);
  const least = hasTiny ? 1 : leastOf(meetings);
  while (meetings.size > 1 && leastOf(meetings) < NARROWEST_GAP) {
    groups = join(groups, meetings);
    meetings = meetingsOf(edges, groups);
  }
  return { least, joined: meetings.size > 1 ? leastOf(meetings) : 1 };
}

function edgesOf(X: Matrix): ReachabilityEdges {
  const tree = new KdTree(X);
  const cores = kthNearestSquares(tree, X, Math.min(NEIGHBORS, X.rows));
  return spanReachability(X, tree, cores, () => {});
}

function leastOf(meetings: ReadonlyMap<number, Meeting>): number {
  return Math.min(...Array.from(meetings.values(), ({ gap }) => gap));
}

/** Follows the tree from its shortest edge: when each group is together, and when and which other it meets. */
function meetingsOf({ first, second, squares }: ReachabilityEdges, groups: Int32Array): Map<number, Meeting> {
  const k = groups.reduce((most, group) => Math.max(most, group), -1) + 1;
  const sizes = new Int32Array(k);
  const counts = new Int32Array(groups.length * k);
  groups.forEach((group, row) => {
    if (group < 0) return;
    sizes[group]++;
    counts[row * k + group] = 1;
  });
  const parts = new UnionFind(groups.length);
  const together = new Float64Array(k).fill(Number.NaN);
  const meetings = new Map<number, Meeting>();
  for (let edge = 0; edge < first.length; edge++) {
    const height = Math.sqrt(squares[edge]);
    const [root, part] = [parts.find(first[edge]), parts.find(second[edge])];
    parts.attach(part, root);
    const here: number[] = [];
    for (let group = 0; group < k; group++) {
      counts[root * k + group] += counts[part * k + group];
      const count = counts[root * k + group];
      if (Number.isNaN(together[group]) && count > 0 && count >= TOGETHER * sizes[group])
        together[group] = height;
      if (count > 0 && count >= MET * sizes[group]) here.push(group);
    }
    if (here.length < 2) continue;
    for (const group of here) {
      if (meetings.has(group)) continue;
      meetings.set(group, { gap: height, other: here.find((other) => other !== group)! });
    }
  }
  for (const [group, meeting] of meetings) meeting.gap = ratio(meeting.gap, together[group]);
  return meetings;
}

function ratio(apart: number, together: number): number {
  return apart <= 0 ? 1 : Math.min(WIDEST, apart / together);
}

/** Groups without a gap become one with the group that they meet. */
function join(groups: Int32Array, meetings: ReadonlyMap<number, Meeting>): Int32Array {
  const k = Math.max(...meetings.keys()) + 1;
  const joined = new UnionFind(k);
  for (const [group, { gap, other }] of meetings) {
    if (gap >= NARROWEST_GAP) continue;
    joined.attach(joined.find(group), joined.find(other));
  }
  return groups.map((group) => (group < 0 ? group : joined.find(group)));
}
