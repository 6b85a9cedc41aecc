import type { KdTree } from './kdTree';

/**
 * The row of the tree nearest to the point that starts at `data[at]`, the first of several equally near; −1 when
 * none has a squared distance of at most `reach`.
 */
export function nearestWithin(tree: KdTree, data: Float64Array, at: number, reach: number): number {
  let nearest = -1;
  let least = reach;
  const search = (v: number, square: number): void => {
    if (square > least) return;
    if (v >= tree.firstLeaf) {
      searchLeaf(v);
      return;
    }
    const first = tree.leastSquare(2 * v, data, at);
    const second = tree.leastSquare(2 * v + 1, data, at);
    const nearer = first <= second ? 2 * v : 2 * v + 1;
    search(nearer, Math.min(first, second));
    search(4 * v + 1 - nearer, Math.max(first, second));
  };
  const searchLeaf = (v: number): void => {
    for (let place = tree.starts[v]; place < tree.ends[v]; place++) {
      const square = tree.squareTo(place, data, at, least);
      const row = tree.rowAt[place];
      if (square < least || (square === least && (nearest < 0 || row < nearest))) {
        nearest = row;
        least = square;
      }
    }
  };
  search(1, tree.leastSquare(1, data, at));
  return nearest;
}
