import type { Matrix } from '../../core/matrix';
import { KdTree } from './kdTree';
import { leastOfNodes } from './leastOfNodes';

/** The row of some that is nearest to a point by mutual reachability, the nearer one where several are equal. */
export class NearestReachable {
  /** The squares of its mutual reachability distance and of its distance; Infinity where there is none. */
  square = Infinity;
  apart = Infinity;
  /** Its number. */
  row = -1;
  readonly tree: KdTree;
  /** The squared core distance at each place of the tree, and the least of each node. */
  private readonly cores: Float64Array;
  private readonly leastCores: Float64Array;
  private data: Float64Array = new Float64Array();
  private at = 0;
  private core = 0;

  /** @param coreSquares the squared core distance of each row. */
  constructor(rows: Matrix, coreSquares: Float64Array) {
    this.tree = new KdTree(rows);
    this.cores = Float64Array.from(this.tree.rowAt, (row) => coreSquares[row]);
    this.leastCores = leastOfNodes(this.tree, this.cores);
  }

  /**
   * Finds it for the point that starts at `data[at]`, if it is nearer than these.
   * @param core the squared core distance of the point.
   */
  find(data: Float64Array, at: number, core: number, square = Infinity, apart = Infinity): void {
    this.data = data;
    this.at = at;
    this.core = core;
    this.square = square;
    this.apart = apart;
    this.row = -1;
    this.search(1, this.tree.leastSquare(1, data, at, square));
  }

  /** Whether a place of the tree is nearer; then it is the one. */
  take(place: number, apart: number): void {
    const square = Math.max(this.core, this.cores[place], apart);
    if (square > this.square || (square === this.square && apart >= this.apart)) return;
    this.square = square;
    this.apart = apart;
    this.row = this.tree.rowAt[place];
  }

  private search(v: number, least: number): void {
    const { tree, data, at } = this;
    const bound = Math.max(this.core, this.leastCores[v], least);
    if (bound > this.square || (bound === this.square && least >= this.apart)) return;
    if (v >= tree.firstLeaf) {
      for (let place = tree.starts[v]; place < tree.ends[v]; place++)
        this.take(place, tree.squareTo(place, data, at, this.square));
      return;
    }
    const first = tree.leastSquare(2 * v, data, at, this.square);
    const second = tree.leastSquare(2 * v + 1, data, at, this.square);
    const nearer = first <= second ? 2 * v : 2 * v + 1;
    this.search(nearer, Math.min(first, second));
    this.search(4 * v + 1 - nearer, Math.max(first, second));
  }
}
