import type { Matrix } from '../../core/matrix';
import { type Block, giveBack, kernels, lend, lendParts } from '../simd/kernels';
import { findNearestTwo, type NearestTwo } from './nearestTwo';

/** Rows that are searched at a time. */
export const BATCH = 4096;
/** Rows and centers that the kernel takes together. */
export const LANES = 4;
/** Squares of longer distances do not fit float32. */
const LONGEST = 1e15;
/** How much rounding to float32 changes a number, as a share of it. */
export const UNIT = 2 ** -24;
/** What squares that vanish in float32 may add up to, for each column. */
const VANISHING = 1e-22;

/**
 * A table whose rows are searched for the two nearest centers: by WebAssembly in float32, six to twenty times as fast as
 * in float64, and with a bound of the error, so that rows in doubt can be looked at exactly.
 * Memory: 4·n·d bytes outside the heap, until `dispose`.
 */
export class SearchedRows {
  /** Distances found are wrong by no more. */
  error = 0;
  /** No row is farther from a center. */
  reach = 0;
  /** Where rows to search are listed, as int32; `BATCH` of them at most. */
  readonly list: number;
  /** Where `search` writes, in the order of the list: labels (int32), least and second distances (float32). */
  readonly results: { readonly labels: number; readonly least: number; readonly second: number };
  /** Room for two int32 for each row of a list. */
  readonly spare: number;
  private readonly block: Block;
  private readonly rows: number;
  private room: Block | undefined;
  private padded = 0;
  private centers: Matrix | undefined;
  private readonly found: NearestTwo = { label: 0, least: 0, second: 0 };

  /**
   * @param offset what float32 numbers are relative to.
   * @param longest length of the longest row, relative to the offset.
   */
  constructor(
    readonly X: Matrix,
    readonly offset: Float64Array,
    readonly longest: number,
  ) {
    const each = 4 * BATCH;
    const { block, places } = lendParts([4 * X.data.length, each, each, each, each, 2 * each]);
    this.block = block;
    const [rows, list, labels, least, second, spare] = places;
    this.rows = rows;
    this.list = list;
    this.results = { labels, least, second };
    this.spare = spare;
    const copy = new Float32Array(kernels().memory.buffer, rows, X.data.length);
    for (let at = 0; at < copy.length; at += X.cols) {
      for (let j = 0; j < X.cols; j++) copy[at + j] = X.data[at + j] - offset[j];
    }
  }

  /** @returns whether float32 can hold them, so that `search` works. */
  begin(centers: Matrix): boolean {
    const { rows: k, cols, data } = centers;
    const { padded, room } = this.roomFor(k);
    const copy = new Float32Array(kernels().memory.buffer, room.at, padded * cols).fill(Infinity);
    let farthest = 0;
    for (let center = 0; center < k; center++) {
      let square = 0;
      for (let j = 0; j < cols; j++) {
        const value = data[center * cols + j] - this.offset[j];
        copy[j * padded + center] = value;
        square += value * value;
      }
      if (square > farthest) farthest = square;
    }
    this.centers = centers;
    this.reach = this.longest + Math.sqrt(farthest);
    this.error = UNIT * this.reach * (cols / 2 + 4) + VANISHING * cols;
    return this.reach < LONGEST;
  }

  /** Searches the first `count` rows of the list. Cost: O(count·k·d). */
  search(count: number): void {
    const { memory, nearestTwo } = kernels();
    const { labels, least, second } = this.results;
    const even = Math.ceil(count / LANES) * LANES;
    if (even > count) {
      const list = new Int32Array(memory.buffer, this.list, even);
      list.fill(list[count - 1], count);
    }
    nearestTwo(this.rows, this.X.cols, this.list, even, this.room!.at, this.padded, labels, least, second);
  }

  /** One row, exact in float64. What is returned is overwritten by the next call. Cost: O(k·d). */
  lookClosely(row: number): Readonly<NearestTwo> {
    this.found.label = 0;
    findNearestTwo(this.centers!.data, this.X.cols, this.X.data, row * this.X.cols, this.found);
    return this.found;
  }

  dispose(): void {
    giveBack(this.block);
    if (this.room) giveBack(this.room);
  }

  private roomFor(k: number): { padded: number; room: Block } {
    const padded = Math.ceil(k / LANES) * LANES;
    if (padded !== this.padded) {
      if (this.room) giveBack(this.room);
      this.room = lend(4 * padded * this.X.cols);
      this.padded = padded;
    }
    return { padded, room: this.room! };
  }
}
