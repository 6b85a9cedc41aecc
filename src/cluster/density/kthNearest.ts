import type { Matrix } from '../../core/matrix';
import { KdTree } from './kdTree';

/**
 * The Euclidean distance of every row to its k-th nearest row, the row itself counted as the first. Length n.
 * @param k 1 … n.
 * Cost: O(n·(log n + k)) with few or correlated columns, toward O(n²·d) with many independent ones.
 */
export function kthNearestDistances(X: Matrix, k: number): Float64Array {
  return kthNearestSquares(new KdTree(X), X, k).map(Math.sqrt);
}

/** The same, squared, by a tree over `X`. */
export function kthNearestSquares(tree: KdTree, { data, rows, cols }: Matrix, k: number): Float64Array {
  const nearest = new NearestRows(tree, k);
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    nearest.find(data, row * cols);
    squares[row] = nearest.squares[k - 1];
  }
  return squares;
}

/** The k rows of a tree that are nearest to a point. */
export class NearestRows {
  /** Their squared distances, ascending, and where they are in the tree. Length k; k is at most the tree's rows. */
  readonly squares: Float64Array;
  readonly places: Int32Array;

  constructor(
    private readonly tree: KdTree,
    k: number,
  ) {
    this.squares = new Float64Array(k);
    this.places = new Int32Array(k);
  }

  /** Finds those of the point that starts at `data[at]`. */
  find(data: Float64Array, at: number): void {
    this.squares.fill(Infinity);
    this.search(1, data, at, 0);
  }

  /** @param square that of the box of node v. */
  private search(v: number, data: Float64Array, at: number, square: number): void {
    const { tree, squares } = this;
    const last = squares.length - 1;
    if (square >= squares[last]) return;
    if (v >= tree.firstLeaf) {
      for (let place = tree.starts[v]; place < tree.ends[v]; place++)
        this.insert(tree.squareTo(place, data, at, squares[last]), place);
      return;
    }
    const first = tree.leastSquare(2 * v, data, at, squares[last]);
    const second = tree.leastSquare(2 * v + 1, data, at, squares[last]);
    const nearer = first <= second ? 2 * v : 2 * v + 1;
    this.search(nearer, data, at, Math.min(first, second));
    this.search(4 * v + 1 - nearer, data, at, Math.max(first, second));
  }

  /** Into ascending values, of which the largest falls out. */
  private insert(square: number, place: number): void {
    const { squares, places } = this;
    let at = squares.length - 1;
    if (square >= squares[at]) return;
    for (; at > 0 && squares[at - 1] > square; at--) {
      squares[at] = squares[at - 1];
      places[at] = places[at - 1];
    }
    squares[at] = square;
    places[at] = place;
  }
}
