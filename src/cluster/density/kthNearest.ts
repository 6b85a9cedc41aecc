import type { Matrix } from '../../core/matrix';
import { KdTree } from './kdTree';

/**
 * The Euclidean distance of every row to its k-th nearest row, the row itself counted as the first. Length n.
 * @param k 1 … n.
 * Cost: O(n·(log n + k)) with few or correlated columns, toward O(n²·d) with many independent ones.
 */
export function kthNearestDistances(X: Matrix, k: number): Float64Array {
  const tree = new KdTree(X);
  const nearest = new Float64Array(k);
  const distances = new Float64Array(X.rows);
  for (let row = 0; row < X.rows; row++) {
    nearest.fill(Infinity);
    collectNearest(tree, 1, X.data, row * X.cols, nearest, 0);
    distances[row] = Math.sqrt(nearest[k - 1]);
  }
  return distances;
}

/** @param nearest the smallest squared distances found so far, ascending. @param square that of the box of node v. */
function collectNearest(
  tree: KdTree,
  v: number,
  data: Float64Array,
  at: number,
  nearest: Float64Array,
  square: number,
): void {
  const last = nearest.length - 1;
  if (square >= nearest[last]) return;
  if (v >= tree.firstLeaf) {
    for (let place = tree.starts[v]; place < tree.ends[v]; place++) {
      insert(nearest, tree.squareTo(place, data, at, nearest[last]));
    }
    return;
  }
  const first = tree.leastSquare(2 * v, data, at, nearest[last]);
  const second = tree.leastSquare(2 * v + 1, data, at, nearest[last]);
  const nearer = first <= second ? 2 * v : 2 * v + 1;
  collectNearest(tree, nearer, data, at, nearest, Math.min(first, second));
  collectNearest(tree, 4 * v + 1 - nearer, data, at, nearest, Math.max(first, second));
}

/** Into ascending values, of which the largest falls out. */
function insert(values: Float64Array, value: number): void {
  let at = values.length - 1;
  if (value >= values[at]) return;
  for (; at > 0 && values[at - 1] > value; at--) values[at] = values[at - 1];
  values[at] = value;
}
