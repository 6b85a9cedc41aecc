import type { Matrix } from '../../core/matrix';
import { largestSquareWithin } from '../shared/largestSquareWithin';
import { KdTree } from './kdTree';
import { nearestWithin } from './nearestWithin';
import type { CoreNeighbors, Neighbors } from './neighbors';

/** `Neighbors` by Euclidean distance, answered by a k-d tree. */
export class TreeNeighbors implements Neighbors {
  readonly rows: number;
  private readonly tree: KdTree;
  private readonly reach: number;

  constructor(
    private readonly X: Matrix,
    eps: number,
  ) {
    this.rows = X.rows;
    this.tree = new KdTree(X);
    this.reach = largestSquareWithin(eps);
  }

  hasWithinReach(row: number, enough: number): boolean {
    const at = row * this.X.cols;
    return this.count(1, at, enough, 0) >= enough;
  }

  among(core: Int32Array): CoreNeighbors {
    return new TreeCoreNeighbors(this.X, this.X.selectRows(core), this.reach);
  }

  /** Rows of node v within reach of a point, counted no further than `enough`, its nearer half first. */
  private count(v: number, at: number, enough: number, square: number): number {
    const { tree, reach, X } = this;
    if (square > reach) return 0;
    const size = tree.ends[v] - tree.starts[v];
    if (size >= enough && tree.largestSquare(v, X.data, at) <= reach) return size;
    if (v >= tree.firstLeaf) return this.countLeaf(v, at, enough);
    const first = tree.leastSquare(2 * v, X.data, at);
    const second = tree.leastSquare(2 * v + 1, X.data, at);
    const nearer = first <= second ? 2 * v : 2 * v + 1;
    const found = this.count(nearer, at, enough, Math.min(first, second));
    if (found >= enough) return found;
    return found + this.count(4 * v + 1 - nearer, at, enough - found, Math.max(first, second));
  }

  private countLeaf(v: number, at: number, enough: number): number {
    const { tree, reach, X } = this;
    let found = 0;
    for (let place = tree.starts[v]; place < tree.ends[v] && found < enough; place++) {
      if (tree.squareTo(place, X.data, at, reach) <= reach) found++;
    }
    return found;
  }
}

/** Core rows in a tree of their own, from which those that were found are struck off. */
class TreeCoreNeighbors implements CoreNeighbors {
  private readonly tree: KdTree;
  private readonly taken: Uint8Array;
  /** How many rows of each node are not yet taken. */
  private readonly left: Int32Array;

  constructor(
    private readonly X: Matrix,
    core: Matrix,
    private readonly reach: number,
  ) {
    this.tree = new KdTree(core);
    this.taken = new Uint8Array(core.rows);
    this.left = this.tree.ends.map((end, v) => end - this.tree.starts[v]);
  }

  takeWithinReach(row: number, found: number[]): void {
    this.take(1, row * this.X.cols, found);
  }

  nearest(row: number): number {
    return nearestWithin(this.tree, this.X.data, row * this.X.cols, this.reach);
  }

  /** Takes what is within reach of a point from node v; returns how many that were. */
  private take(v: number, at: number, found: number[]): number {
    const { tree, left, reach, X } = this;
    if (left[v] === 0 || tree.leastSquare(v, X.data, at) > reach) return 0;
    const took =
      v < tree.firstLeaf
        ? this.take(2 * v, at, found) + this.take(2 * v + 1, at, found)
        : this.takeFromLeaf(v, at, found);
    left[v] -= took;
    return took;
  }

  private takeFromLeaf(v: number, at: number, found: number[]): number {
    const { tree, taken, reach, X } = this;
    let took = 0;
    for (let place = tree.starts[v]; place < tree.ends[v]; place++) {
      if (taken[place] === 1 || tree.squareTo(place, X.data, at, reach) > reach) continue;
      taken[place] = 1;
      found.push(tree.rowAt[place]);
      took++;
    }
    return took;
  }
}
