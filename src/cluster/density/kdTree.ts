import { Matrix } from '../../core/matrix';
import { squaredDistanceUpTo } from '../../core/squaredDistance';
import { partitionAround } from '../shared/partitionAround';

/** Rows of a leaf, about: fewer cost more visits to nodes, more cost distances in vain. */
const LEAF_ROWS = 12;

/**
 * A balanced k-d tree over the rows of a table, by Euclidean distance. Each node halves its rows along its widest
 * column and keeps the box that holds them. The nodes are numbered as a heap: 1 is the root, the children of v are
 * 2v and 2v + 1. The rows are copied in tree order, so that a leaf is contiguous.
 *
 * Distances to boxes are added up in the same order as distances between rows; since rounding is monotone, a box is
 * never farther than a row in it, to the last bit, and no search loses a row that lies exactly on its border.
 *
 * Cost: O(n·log n·d) to build; a search visits O(log n) nodes where columns are few or correlated, toward all
 * nodes from some 15 independent columns on.
 * Source: Friedman, Bentley & Finkel, "An algorithm for finding best matches in logarithmic expected time" (1977).
 */
export class KdTree {
  /** The row of the table at each place of the tree. */
  readonly rowAt: Int32Array;
  /** The table's rows in tree order. */
  readonly points: Float64Array;
  readonly cols: number;
  /** Nodes from this one on are leaves. */
  readonly firstLeaf: number;
  /** The places of node v: from `starts[v]` up to, not including, `ends[v]`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The corners of each node's box. */
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;

  constructor({ data, rows, cols }: Matrix) {
    this.cols = cols;
    this.rowAt = Int32Array.from({ length: rows }, (_, row) => row);
    this.firstLeaf = 2 ** Math.max(0, Math.ceil(Math.log2(rows / LEAF_ROWS)));
    this.starts = new Int32Array(2 * this.firstLeaf);
    this.ends = new Int32Array(2 * this.firstLeaf);
    this.lows = new Float64Array(2 * this.firstLeaf * cols);
    this.highs = new Float64Array(2 * this.firstLeaf * cols);
    this.split(1, 0, rows, data);
    this.points = new Matrix(data, rows, cols).selectRows(this.rowAt).data;
  }

  /**
   * The least squared distance from a point to the box of node v, 0 inside. Without a branch, since a processor guesses
   * half of them wrong, which costs more than the arithmetic: x + |x| is 2x or 0, exactly.
   */
  leastSquare(v: number, data: Float64Array, at: number): number {
    const { lows, highs, cols } = this;
    let sum = 0;
    for (let j = 0, corner = v * cols; j < cols; j++, corner++) {
      const value = data[at + j];
      const below = lows[corner] - value;
      const above = value - highs[corner];
      const gap = 0.5 * (below + Math.abs(below) + (above + Math.abs(above)));
      sum += gap * gap;
    }
    return sum;
  }

  /** The squared distance from a point to the farthest corner of the box of node v. */
  largestSquare(v: number, data: Float64Array, at: number): number {
    const { lows, highs, cols } = this;
    let sum = 0;
    for (let j = 0, corner = v * cols; j < cols; j++, corner++) {
      const value = data[at + j];
      const gap = Math.max(value - lows[corner], highs[corner] - value);
      sum += gap * gap;
    }
    return sum;
  }

  /** The squared distance from a point to the row at a place; or any number above `enough`, if it is. */
  squareTo(place: number, data: Float64Array, at: number, enough: number): number {
    return squaredDistanceUpTo(data, at, this.points, place * this.cols, this.cols, enough);
  }

  private split(v: number, start: number, end: number, data: Float64Array): void {
    this.starts[v] = start;
    this.ends[v] = end;
    const widest = this.box(v, data);
    if (v >= this.firstLeaf) return;
    const middle = (start + end) >>> 1;
    partitionAround(this.rowAt, start, end, middle, (row) => data[row * this.cols + widest]);
    this.split(2 * v, start, middle, data);
    this.split(2 * v + 1, middle, end, data);
  }

  /** Measures the box of node v; returns its widest column. */
  private box(v: number, data: Float64Array): number {
    const { lows, highs, cols, rowAt } = this;
    let widest = 0;
    for (let j = 0; j < cols; j++) {
      let low = Infinity;
      let high = -Infinity;
      for (let place = this.starts[v]; place < this.ends[v]; place++) {
        const value = data[rowAt[place] * cols + j];
        if (value < low) low = value;
        if (value > high) high = value;
      }
      lows[v * cols + j] = low;
      highs[v * cols + j] = high;
      if (high - low > highs[v * cols + widest] - lows[v * cols + widest]) widest = j;
    }
    return widest;
  }
}
