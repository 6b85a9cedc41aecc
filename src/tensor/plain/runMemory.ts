import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { AssignedSums, Run } from '../engine';
import { type Block, giveBack, kernels, lend } from '../simd/kernels';
import { Bounds } from './bounds';
import { BATCH, LANES, type SearchedRows, UNIT } from './searchedRows';

/** What rounding to float32 may add to a bound in one pass, as a share of the table's size. */
const ROUNDING = 4 * UNIT;

/** The label of a row before the first pass. */
const NOWHERE = -1;

/**
 * What is known of one run's rows from pass to pass: the nearest center, how far it is at most, and how far any other is
 * at least. A pass then looks only at rows whose nearest center may have changed, and moves only those that did between
 * sums. Labels are those of a full search in float64.
 * Source: Hamerly, "Making k-means even faster" (2010).
 */
export class RunMemory {
  private readonly totals: AssignedSums;
  /** Rows of each center that weigh anything: what tells an empty one, whatever rounding leaves of its sums. */
  private readonly counts: Int32Array;
  private readonly block: Block;
  /** Rows, and what fills them up to a multiple of those that the kernel takes together. */
  private readonly padded: number;
  private bounds: Bounds | undefined;

  /** Memory: 12·n bytes outside the heap, until `dispose`. */
  constructor(
    private readonly table: SearchedRows,
    private readonly k: number,
    private readonly weights?: Float64Array,
  ) {
    const { rows, cols } = table.X;
    this.padded = Math.ceil(rows / LANES) * LANES;
    this.block = lend(4 * (3 * this.padded + 2 * k));
    this.knowNothing();
    this.totals = { sums: new Float64Array(k * cols), weights: new Float64Array(k) };
    this.counts = new Int32Array(k);
  }

  /** The nearest center of each row after the last pass; good until memory is lent. */
  get labels(): Int32Array {
    return new Int32Array(kernels().memory.buffer, this.block.at, this.table.X.rows);
  }

  /** One pass over the rows. Returns the sums, which the next pass changes. Cost: O(n) to O(n·k·d). */
  pass({ centers }: Run): AssignedSums {
    if (this.bounds) this.bounds.update(centers);
    else this.bounds = new Bounds(centers);
    if (this.table.begin(centers)) this.passQuickly(this.bounds);
    else this.passClosely();
    for (let center = 0; center < this.counts.length; center++) {
      if (this.counts[center] === 0) this.totals.weights[center] = 0;
    }
    return this.totals;
  }

  /** Weighted squared distances to the centers of the last pass, summed. Cost: O(n·d). */
  inertia({ data: centers }: Matrix): number {
    const { X } = this.table;
    const { labels, weights } = this;
    let inertia = 0;
    for (let i = 0; i < X.rows; i++) {
      const square = squaredDistance(centers, labels[i] * X.cols, X.data, i * X.cols, X.cols);
      inertia += (weights ? weights[i] : 1) * square;
    }
    return inertia;
  }

  dispose(): void {
    giveBack(this.block);
  }

  private knowNothing(): void {
    const { buffer } = kernels().memory;
    const { labels, upper, lower } = this.places();
    new Int32Array(buffer, labels, this.padded).fill(NOWHERE);
    new Float32Array(buffer, upper, this.padded).fill(Infinity).fill(-Infinity, this.table.X.rows);
    new Float32Array(buffer, lower, this.padded).fill(0);
  }

  private passQuickly(bounds: Bounds): void {
    const { table } = this;
    const rows = this.padded;
    const { labels, upper, lower, moved, halfway } = this.places();
    const { screen, settle, nextRow } = kernels();
    const { labels: found, least, second } = table.results;
    const slack = ROUNDING * table.reach;
    this.writeMoves(bounds, slack);
    const [most, mostOfOthers] = [bounds.most + slack, bounds.mostOfOthers + slack];
    for (let from = 0; from < rows; from = nextRow.value) {
      const count = screen(
        from,
        rows,
        labels,
        upper,
        lower,
        moved,
        halfway,
        most,
        bounds.mover,
        mostOfOthers,
        table.list,
        BATCH,
      );
      if (count === 0) continue;
      table.search(count);
      const error = table.error + slack;
      this.take(settle(table.list, count, found, least, second, error, labels, upper, lower, table.spare));
    }
  }

  /** Takes over what `settle` told: rows that change their center, and rows in doubt. */
  private take(told: number): void {
    const { labels, table } = this;
    const news = new Int32Array(kernels().memory.buffer, table.spare, 2 * told);
    for (let at = 0; at < news.length; at += 2) {
      if (news[at + 1] < 0) this.lookClosely(news[at], labels);
      else this.move(news[at], news[at + 1], labels);
    }
  }

  private passClosely(): void {
    const { labels } = this;
    for (let row = 0; row < labels.length; row++) this.lookClosely(row, labels);
  }

  private lookClosely(row: number, labels: Int32Array): void {
    const { label, least, second } = this.table.lookClosely(row);
    const { buffer } = kernels().memory;
    const { upper, lower } = this.places();
    const slack = ROUNDING * this.table.reach;
    new Float32Array(buffer, upper, labels.length)[row] = Math.sqrt(least) + slack;
    new Float32Array(buffer, lower, labels.length)[row] = Math.sqrt(second) - slack;
    if (label !== labels[row]) this.move(row, label, labels);
  }

  /** Takes a row from the sums of one center to those of another: one loop, since this is most of what a pass costs. */
  private move(row: number, to: number, labels: Int32Array): void {
    const { offset, X } = this.table;
    const { data, cols } = X;
    const { sums } = this.totals;
    const weight = this.weights ? this.weights[row] : 1;
    const start = row * cols;
    const gains = to * cols;
    const from = labels[row];
    labels[row] = to;
    this.count(to, weight, 1);
    if (from === NOWHERE) {
      for (let j = 0; j < cols; j++) sums[gains + j] += weight * (data[start + j] - offset[j]);
      return;
    }
    this.count(from, weight, -1);
    const loses = from * cols;
    for (let j = 0; j < cols; j++) {
      const value = weight * (data[start + j] - offset[j]);
      sums[loses + j] -= value;
      sums[gains + j] += value;
    }
  }

  private count(center: number, weight: number, sign: number): void {
    this.totals.weights[center] += sign * weight;
    if (weight !== 0) this.counts[center] += sign;
  }

  /** Bounds of the centers' moves in float32, never too near. */
  private writeMoves({ moved, halfway }: Bounds, slack: number): void {
    const { buffer } = kernels().memory;
    const places = this.places();
    const far = new Float32Array(buffer, places.moved, this.k);
    const half = new Float32Array(buffer, places.halfway, this.k);
    for (let center = 0; center < this.k; center++) {
      far[center] = moved[center] + slack;
      half[center] = halfway[center] - slack;
    }
  }

  /** Where the kernels find what is known: int32 labels, bounds of n rows and of k centers in float32. */
  private places() {
    const { at } = this.block;
    const each = 4 * this.padded;
    const [labels, upper, lower, moved] = [at, at + each, at + 2 * each, at + 3 * each];
    return { labels, upper, lower, moved, halfway: moved + 4 * this.k };
  }
}
