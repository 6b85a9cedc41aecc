import type { Matrix } from '../../core/matrix';
import { KdTree } from './kdTree';
import { leastOfNodes } from './leastOfNodes';
import { onlyOfNodes } from './onlyOfNodes';

/** Instead of a label where there are several, or where none is meant. */
const SEVERAL = -2;

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
  /** The cluster at each place, and that of all places of each node, `SEVERAL` where there are several. */
  private readonly labels: Int32Array;
  private readonly onlyLabels: Int32Array;
  private data: Float64Array = new Float64Array();
  private at = 0;
  private core = 0;
  private skipped = SEVERAL;

  /**
   * @param coreSquares the squared core distance of each row.
   * @param labels the cluster of each row; −1 is noise.
   */
  constructor(rows: Matrix, coreSquares: Float64Array, labels: Int32Array) {
    this.tree = new KdTree(rows);
    this.cores = Float64Array.from(this.tree.rowAt, (row) => coreSquares[row]);
    this.leastCores = leastOfNodes(this.tree, this.cores);
    this.labels = Int32Array.from(this.tree.rowAt, (row) => labels[row]);
    this.onlyLabels = onlyOfNodes(this.tree, this.labels, SEVERAL);
  }

  /**
   * Finds it for the point that starts at `data[at]`, if it is nearer than these.
   * @param core the squared core distance of the point.
   */
  find(data: Float64Array, at: number, core: number, square = Infinity, apart = Infinity): void {
    this.start(data, at, core, SEVERAL, square, apart);
  }

  /** Finds it among the clusters but one: neither in that, nor noise. @param label of that cluster, 0 or more. */
  findOther(data: Float64Array, at: number, core: number, label: number): void {
    this.start(data, at, core, label, Infinity, Infinity);
  }

  private start(
    data: Float64Array,
    at: number,
    core: number,
    skipped: number,
    square: number,
    apart: number,
  ): void {
    this.data = data;
    this.at = at;
    this.core = core;
    this.skipped = skipped;
    this.square = square;
    this.apart = apart;
    this.row = -1;
    this.search(1, this.tree.leastSquare(1, data, at));
  }

  /** Whether rows of this label are not looked for. */
  private skips(label: number): boolean {
    return this.skipped !== SEVERAL && (label === this.skipped || label === -1);
  }

  /** Whether a place of the tree is nearer; then it is the one. */
  private take(place: number): void {
    if (this.skips(this.labels[place])) return;
    const apart = this.tree.squareTo(place, this.data, this.at, this.square);
    const square = Math.max(this.core, this.cores[place], apart);
    if (square > this.square || (square === this.square && apart >= this.apart)) return;
    this.square = square;
    this.apart = apart;
    this.row = this.tree.rowAt[place];
  }

  private search(v: number, least: number): void {
    const { tree, data, at } = this;
    if (this.skips(this.onlyLabels[v])) return;
    const bound = Math.max(this.core, this.leastCores[v], least);
    if (bound > this.square || (bound === this.square && least >= this.apart)) return;
    if (v >= tree.firstLeaf) {
      for (let place = tree.starts[v]; place < tree.ends[v]; place++) this.take(place);
      return;
    }
    const first = tree.leastSquare(2 * v, data, at);
    const second = tree.leastSquare(2 * v + 1, data, at);
    const nearer = first <= second ? 2 * v : 2 * v + 1;
    this.search(nearer, Math.min(first, second));
    this.search(4 * v + 1 - nearer, Math.max(first, second));
  }
}
