import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { AssignedSums, Run } from '../engine';
import { Bounds } from './bounds';
import { findNearestTwo, type NearestTwo } from './nearestTwo';

/** The table of a run. */
export interface PlainTable {
  X: Matrix;
  weights?: Float64Array;
  offset: Float64Array;
  /** Length of the longest row, relative to the offset. */
  longest: number;
}

/** Distances rounded in float64 are in order wherever they differ by more than this share of the table's size. */
const SLACK = 1e-12;

/**
 * What is known of one run's rows from pass to pass: the nearest center, how far it is at most, and how far any other is
 * at least. A pass then looks only at rows whose nearest center may have changed, and moves only those that did between
 * sums. Labels are those of a full search.
 * Source: Hamerly, "Making k-means even faster" (2010).
 */
export class RunMemory {
  readonly labels: Int32Array;
  private readonly farthest: Float64Array;
  private readonly others: Float64Array;
  private readonly totals: AssignedSums;
  /** Rows of each center that weigh anything: what tells an empty one, whatever rounding leaves of its sums. */
  private readonly counts: Int32Array;
  private bounds: Bounds | undefined;
  private reach: number;

  /** Memory: 20·n bytes. */
  constructor(
    private readonly table: PlainTable,
    k: number,
  ) {
    const { rows, cols } = table.X;
    this.labels = new Int32Array(rows);
    this.farthest = new Float64Array(rows);
    this.others = new Float64Array(rows);
    this.totals = { sums: new Float64Array(k * cols), weights: new Float64Array(k) };
    this.counts = new Int32Array(k);
    this.reach = table.longest;
  }

  /** One pass over the rows. Returns the sums, which the next pass changes. Cost: O(n) to O(n·k·d). */
  pass({ centers }: Run): AssignedSums {
    if (this.bounds) {
      this.bounds.update(centers);
      this.searchSome(centers, this.bounds);
    } else {
      this.bounds = new Bounds(centers);
      this.searchAll(centers);
    }
    for (let center = 0; center < this.counts.length; center++) {
      if (this.counts[center] === 0) this.totals.weights[center] = 0;
    }
    return this.totals;
  }

  /** Weighted squared distances to the centers of the last pass, summed. Cost: O(n·d). */
  inertia({ data: centers }: Matrix): number {
    const { X, weights } = this.table;
    let inertia = 0;
    for (let i = 0; i < X.rows; i++) {
      const square = squaredDistance(centers, this.labels[i] * X.cols, X.data, i * X.cols, X.cols);
      inertia += (weights ? weights[i] : 1) * square;
    }
    return inertia;
  }

  private searchAll(centers: Matrix): void {
    const { X } = this.table;
    const found: NearestTwo = { label: 0, least: 0, second: 0 };
    for (let i = 0; i < X.rows; i++) {
      findNearestTwo(centers.data, X.cols, X.data, i * X.cols, found);
      this.labels[i] = found.label;
      this.farthest[i] = Math.sqrt(found.least);
      this.others[i] = Math.sqrt(found.second);
      this.add(i, found.label, 1);
    }
  }

  private searchSome(centers: Matrix, bounds: Bounds): void {
    const { X } = this.table;
    const { labels, farthest, others } = this;
    const { moved, most, mover, mostOfOthers, halfway } = bounds;
    this.reach = Math.max(this.reach, this.table.longest + most);
    const slack = SLACK * this.reach;
    const found: NearestTwo = { label: 0, least: 0, second: 0 };
    for (let i = 0; i < labels.length; i++) {
      const label = labels[i];
      const upper = farthest[i] + moved[label];
      const lower = others[i] - (label === mover ? mostOfOthers : most);
      farthest[i] = upper;
      others[i] = lower;
      const bound = (lower > halfway[label] ? lower : halfway[label]) - slack;
      if (upper < bound) continue;
      const exact = Math.sqrt(squaredDistance(centers.data, label * X.cols, X.data, i * X.cols, X.cols));
      farthest[i] = exact;
      if (exact < bound) continue;
      found.label = label;
      findNearestTwo(centers.data, X.cols, X.data, i * X.cols, found);
      farthest[i] = Math.sqrt(found.least);
      others[i] = Math.sqrt(found.second);
      if (found.label !== label) this.move(i, found.label);
    }
  }

  private move(row: number, to: number): void {
    this.add(row, this.labels[row], -1);
    this.add(row, to, 1);
    this.labels[row] = to;
  }

  private add(row: number, label: number, sign: number): void {
    const { X, weights, offset } = this.table;
    const { sums, weights: totals } = this.totals;
    const weight = weights ? sign * weights[row] : sign;
    totals[label] += weight;
    if (weight !== 0) this.counts[label] += sign;
    for (let j = 0, to = label * X.cols, from = row * X.cols; j < X.cols; j++) {
      sums[to + j] += weight * (X.data[from + j] - offset[j]);
    }
  }
}
