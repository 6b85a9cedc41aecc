import type { Matrix } from '../../../core/matrix';
import { bestDivision, leftOf } from './bestDivision';
import type { ColumnBins } from './binnedColumns';
import { type Division, divide, grow, rootOf, type Split, type TreeNode } from './tree';

/** Customers, their segments, and the centers of these. */
export interface ByCenters {
  labels: Int32Array;
  /** Customers × segments: the squared distance of each to each center. */
  costs: Matrix;
  /** By column and segment. */
  sides: readonly (readonly CenterSide[])[];
}

/** Whether a center goes left at a split of the column. */
export type CenterSide = (left: Uint8Array) => boolean;

/** A surrogate tree, and what it costs with each number of leaves. */
export interface SurrogateTree {
  leaves: TreeNode[];
  /** Every node, inner ones included. */
  nodes: TreeNode[];
}

/**
 * A small tree that answers as the centers do: first one leaf for each center, each question with the fewest customers on
 * another side than their center (IMM); then leaves are divided where that lowers the customers' squared distances to the
 * center of their leaf most (ExKMC), so that these never rise with the number of leaves.
 *
 * Source: Dasgupta, Frost, Moshkovitz & Rashtchian, "Explainable k-means and k-medians clustering" (2020); Frost, Moshkovitz
 * & Rashtchian, "ExKMC: Expanding explainable k-means clustering" (2020).
 * Cost: O(customers · columns · segments · depth).
 */
export function centerTree(
  columns: readonly ColumnBins[],
  customers: ByCenters,
  mostLeaves: number,
): SurrogateTree {
  const { costs } = customers;
  const base = mistakeTree(columns, customers);
  const terms = {
    width: costs.cols,
    add(row: number, sums: Float64Array, at: number) {
      for (let c = 0; c < costs.cols; c++) sums[at + c] += costs.data[row * costs.cols + c];
    },
  };
  const expanded = grow(base.leaves, columns, mostLeaves, (node) =>
    bestDivision(node, columns, terms, worthOfCenters),
  );
  return { leaves: expanded.leaves, nodes: [...base.divided, ...expanded.divided, ...expanded.leaves] };
}

/** What the customers of a leaf cost at the center that is best for them, below zero. */
function worthOfCenters(sums: Float64Array): number {
  let least = Infinity;
  for (let c = 0; c < sums.length - 1; c++) least = Math.min(least, sums[c]);
  return -least;
}

/** What a tree costs: the squared distances of all customers to the best center of their leaf. */
export function costOfLeaves(leaves: readonly TreeNode[], costs: Matrix): number {
  return leaves.reduce((sum, { rows }) => {
    const own = new Float64Array(costs.cols + 1);
    for (const row of rows) for (let c = 0; c < costs.cols; c++) own[c] += costs.get(row, c);
    return sum - worthOfCenters(own);
  }, 0);
}

/** A node that holds several centers still. */
interface Open {
  node: TreeNode;
  centers: number[];
}

/** IMM: one leaf for each center, as far as questions can distinguish them. */
function mistakeTree(columns: readonly ColumnBins[], customers: ByCenters) {
  const { rows, cols } = customers.costs;
  const open: Open[] = [{ node: rootOf(rows), centers: Array.from({ length: cols }, (_, c) => c) }];
  const leaves: TreeNode[] = [];
  const divided: TreeNode[] = [];
  while (open.length > 0) {
    const { node, centers } = open.pop()!;
    const division = centers.length > 1 ? fewestMistakes(node, centers, columns, customers) : undefined;
    if (!division) {
      leaves.push(node);
      continue;
    }
    divided.push(node);
    const below = divide(node, division.split, columns);
    const goes = (center: number) => customers.sides[division.split.column][center](division.split.left);
    open.push(
      { node: below[1], centers: centers.filter((center) => !goes(center)) },
      { node: below[0], centers: centers.filter(goes) },
    );
  }
  return { leaves, divided };
}

function fewestMistakes(
  { rows }: TreeNode,
  centers: readonly number[],
  columns: readonly ColumnBins[],
  { labels, sides }: ByCenters,
): Division | undefined {
  let best: { split: Split; gain: number } | undefined;
  columns.forEach((column, j) => {
    const counts = countsByBin(rows, labels, centers, column);
    for (let bin = 0; bin < column.bins; bin++) {
      const left = leftOf(column, bin);
      const goes = centers.map((center) => sides[j][center](left));
      if (goes.every((is) => is === goes[0])) continue;
      const mistakes = centers.reduce((sum, _, c) => sum + countWhere(counts[c], left, goes[c] ? 0 : 1), 0);
      if (!best || -mistakes > best.gain) best = { split: { column: j, left }, gain: -mistakes };
    }
  });
  return best;
}

/** By center and bin: its own customers. */
function countsByBin(
  rows: Int32Array,
  labels: Int32Array,
  centers: readonly number[],
  { filled, bins }: ColumnBins,
): Int32Array[] {
  const counts = new Map(centers.map((center) => [center, new Int32Array(bins)]));
  for (const row of rows) {
    const own = counts.get(labels[row]);
    if (own) own[filled[row]]++;
  }
  return Array.from(counts.values());
}

function countWhere(counts: Int32Array, left: Uint8Array, side: number): number {
  return counts.reduce((sum, count, bin) => (left[bin] === side ? sum + count : sum), 0);
}
