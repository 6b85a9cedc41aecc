import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';

/**
 * How far centers went since the last pass, and how far they lie apart: what tells rows that keep their center from those
 * to look at. One object for all passes of a run, since small arrays cost more than what is worked out in them.
 */
export class Bounds {
  /** How far each center went. Length k. */
  readonly moved: Float64Array;
  /** Half the distance to the nearest other center: a row closer than that has no nearer one. Length k. */
  readonly halfway: Float64Array;
  /** The largest of `moved`, whose it is, and the largest of the others. */
  most = 0;
  mover = 0;
  mostOfOthers = 0;
  private readonly previous: Float64Array;

  constructor(centers: Matrix) {
    this.moved = new Float64Array(centers.rows);
    this.halfway = new Float64Array(centers.rows);
    this.previous = centers.data.slice();
  }

  /** Cost: O(k²·d). */
  update({ rows: k, cols, data }: Matrix): void {
    this.most = 0;
    this.mostOfOthers = 0;
    for (let center = 0; center < k; center++) {
      const distance = apart(this.previous, center, data, center, cols);
      this.moved[center] = distance;
      if (distance > this.most) {
        this.mostOfOthers = this.most;
        this.most = distance;
        this.mover = center;
      } else if (distance > this.mostOfOthers) this.mostOfOthers = distance;
    }
    this.halve(k, cols, data);
    this.previous.set(data);
  }

  private halve(k: number, cols: number, data: Float64Array): void {
    const { halfway } = this;
    halfway.fill(Infinity);
    for (let a = 1; a < k; a++) {
      for (let b = 0; b < a; b++) {
        const half = apart(data, a, data, b, cols) / 2;
        if (half < halfway[a]) halfway[a] = half;
        if (half < halfway[b]) halfway[b] = half;
      }
    }
  }
}

function apart(a: Float64Array, rowOfA: number, b: Float64Array, rowOfB: number, cols: number): number {
  return Math.sqrt(squaredDistance(a, rowOfA * cols, b, rowOfB * cols, cols));
}
