import type { Matrix } from '../../core/matrix';

/** One join of two branches, in drawing coordinates. */
export interface Join {
  /** Where the two branches stand, and how high each begins. */
  left: { x: number; height: number };
  right: { x: number; height: number };
  /** How high they are joined. */
  height: number;
  /** Customers below. */
  size: number;
  /** A row of the table that lies below: tells which segment the join belongs to, if to one. */
  row: number;
}

/** A branch drawn as a leaf: one customer, or a whole subtree that is not drawn further. */
export interface Leaf {
  x: number;
  size: number;
  /** How high its own last join lies; 0 for one customer. */
  height: number;
  row: number;
}

/**
 * The top of a hierarchy laid out for drawing: the last merges, larger branches to the left, leaves at
 * 0, 1, 2, …, each join midway above its two branches. Without recursion, so that a chain of 10,000 merges does
 * not exhaust the stack.
 *
 * @param linkage scipy's form, (n − 1) × 4.
 * @param leaves how many leaves are drawn, 2 … n.
 * Cost: O(n).
 */
export function layOutTree(linkage: Matrix, leaves: number): { leaves: Leaf[]; joins: Join[] } {
  const n = linkage.rows + 1;
  const firstDrawn = 2 * n - leaves;
  const sizeOf = (node: number) => (node < n ? 1 : linkage.get(node - n, 3));
  const heightOf = (node: number) => (node < n ? 0 : linkage.get(node - n, 2));
  const rowOf = lowestRows(linkage);
  const childrenOf = (node: number) => {
    const [a, b] = [linkage.get(node - n, 0), linkage.get(node - n, 1)];
    return sizeOf(b) > sizeOf(a) ? [b, a] : [a, b];
  };
  const xOf = new Map<number, number>();
  const drawnLeaves = leavesInOrder(2 * n - 2, firstDrawn, childrenOf).map((node, x) => {
    xOf.set(node, x);
    return { x, size: sizeOf(node), height: heightOf(node), row: rowOf[node] };
  });
  const joins: Join[] = [];
  for (let node = firstDrawn; node <= 2 * n - 2; node++) {
    const [left, right] = childrenOf(node).map((child) => ({
      x: xOf.get(child)!,
      height: child < firstDrawn ? 0 : heightOf(child),
    }));
    xOf.set(node, (left.x + right.x) / 2);
    joins.push({ left, right, height: heightOf(node), size: sizeOf(node), row: rowOf[node] });
  }
  return { leaves: drawnLeaves, joins };
}

/** Nodes below `firstDrawn`, met from left to right. */
function leavesInOrder(root: number, firstDrawn: number, childrenOf: (node: number) => number[]): number[] {
  const order: number[] = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (node < firstDrawn) order.push(node);
    else waiting.push(...childrenOf(node).reverse());
  }
  return order;
}

/** For every node, one row of the table below it. */
function lowestRows(linkage: Matrix): Int32Array {
  const n = linkage.rows + 1;
  const rows = new Int32Array(2 * n - 1);
  for (let i = 0; i < n; i++) rows[i] = i;
  for (let merge = 0; merge < linkage.rows; merge++) rows[n + merge] = rows[linkage.get(merge, 0)];
  return rows;
}
