import type { Matrix } from '../../core/matrix';
import type { KdTree } from './kdTree';

/**
 * The squared Euclidean distance of every row of a table to its k-th nearest row, the row itself counted as the first.
 * Length n.
 * @param tree over `X`.
 * @param k 1 … n.
 * Cost: O(n·(log n + k)) with few or correlated columns, toward O(n²·d) with many independent ones.
 */
export function kthNearestSquares(tree: KdTree, { data, rows, cols }: Matrix, k: number): Float64Array {
  const nearest = new NearestRows(tree, k);
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    nearest.find(data, row * cols);
    squares[row] = nearest.squares[k - 1];
  }
  return squares;
}

/** Nodes that wait while a search goes down: one for each level, of which no table that fits in memory has as many. */
const MAX_LEVELS = 64;

/** The k rows of a tree that are nearest to a point. */
export class NearestRows {
  /** Their squared distances, ascending, and where they are in the tree. Length k; k is at most the tree's rows. */
  readonly squares: Float64Array;
  readonly places: Int32Array;
  /** The farther halves that a search has yet to look at, and how far they are: faster than to call itself. */
  private readonly waiting = new Int32Array(MAX_LEVELS);
  private readonly bounds = new Float64Array(MAX_LEVELS);

  constructor(
    private readonly tree: KdTree,
    k: number,
  ) {
    this.squares = new Float64Array(k);
    this.places = new Int32Array(k);
  }

  /** Finds those of the point that starts at `data[at]`. */
  find(data: Float64Array, at: number): void {
    const { tree, squares, waiting, bounds } = this;
    const last = squares.length - 1;
    squares.fill(Infinity);
    waiting[0] = 1;
    bounds[0] = 0;
    for (let left = 1; left > 0; ) {
      let v = waiting[--left];
      let square = bounds[left];
      while (v < tree.firstLeaf && square < squares[last]) {
        const first = tree.leastSquare(2 * v, data, at);
        const second = tree.leastSquare(2 * v + 1, data, at);
        const nearer = first <= second ? 2 * v : 2 * v + 1;
        waiting[left] = 4 * v + 1 - nearer;
        bounds[left++] = Math.max(first, second);
        square = Math.min(first, second);
        v = nearer;
      }
      if (square < squares[last]) this.searchLeaf(v, data, at);
    }
  }

  private searchLeaf(v: number, data: Float64Array, at: number): void {
    const { tree, squares } = this;
    const last = squares.length - 1;
    for (let place = tree.starts[v]; place < tree.ends[v]; place++) {
      const square = tree.squareTo(place, data, at, squares[last]);
      if (square < squares[last]) this.insert(square, place);
    }
  }

  /** Into ascending values, of which the largest falls out. */
  private insert(square: number, place: number): void {
    const { squares, places } = this;
    let at = squares.length - 1;
    for (; at > 0 && squares[at - 1] > square; at--) {
      squares[at] = squares[at - 1];
      places[at] = places[at - 1];
    }
    squares[at] = square;
    places[at] = place;
  }
}
