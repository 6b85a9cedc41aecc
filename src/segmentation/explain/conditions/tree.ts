import type { ColumnBins } from './binnedColumns';
import type { AllowedBins } from './box';

/** A question with two answers about one column. */
export interface Split {
  column: number;
  /** By bin: 1 goes left, 0 goes right. */
  left: Uint8Array;
}

/** A node of a surrogate tree: the customers that come to it, and the answers that lead there. */
export interface TreeNode {
  rows: Int32Array;
  box: AllowedBins;
}

/** A way to divide a node, and what is gained by it. */
export interface Division {
  split: Split;
  gain: number;
}

/** All customers, before any question. */
export function rootOf(rows: number): TreeNode {
  return { rows: Int32Array.from({ length: rows }, (_, row) => row), box: new Map() };
}

/** The two nodes below. */
export function divide({ rows, box }: TreeNode, { column, left }: Split, columns: readonly ColumnBins[]) {
  const { filled } = columns[column];
  const side = (wanted: number): TreeNode => ({
    rows: rows.filter((row) => left[filled[row]] === wanted),
    box: new Map(box).set(
      column,
      left.map((goes, bin) => Number(goes === wanted && (box.get(column)?.[bin] ?? 1) === 1)),
    ),
  });
  return [side(1), side(0)] as const;
}

/**
 * Grows leaves where most is gained, until there are so many or nothing is gained.
 * @returns the leaves, and every node divided on the way.
 */
export function grow(
  leaves: readonly TreeNode[],
  columns: readonly ColumnBins[],
  mostLeaves: number,
  best: (node: TreeNode) => Division | undefined,
): { leaves: TreeNode[]; divided: TreeNode[] } {
  const open = leaves.map((node) => ({ node, division: best(node) }));
  const divided: TreeNode[] = [];
  while (open.length < mostLeaves) {
    const next = open.reduce((a, b) => ((b.division?.gain ?? 0) > (a.division?.gain ?? 0) ? b : a));
    if (!next.division || !(next.division.gain > 0)) break;
    const below = divide(next.node, next.division.split, columns);
    divided.push(next.node);
    open.splice(open.indexOf(next), 1, ...below.map((node) => ({ node, division: best(node) })));
  }
  return { leaves: open.map(({ node }) => node), divided };
}
