import type { Matrix } from '../../core/matrix';
import type { AssignedSums, HeldRows, HoldOptions, Run } from '../engine';
import { lengthInFloat32, roughCenter } from '../roughCenter';
import { RunMemory } from './runMemory';
import { SearchedRows } from './searchedRows';

/** Rows of all runs that may be remembered at a time: 12 bytes each. */
const MAX_REMEMBERED = 2 ** 24;

/** A table for passes over plain arrays: searched in float32 where that decides, in float64 otherwise. */
export class PlainRows implements HeldRows {
  readonly offset: Float64Array;
  readonly longest: number;
  private readonly weights: Float64Array | undefined;
  private readonly table: SearchedRows;
  private readonly memories = new Map<Run, RunMemory>();

  constructor(X: Matrix, { weights }: HoldOptions) {
    this.offset = roughCenter(X);
    this.longest = lengthInFloat32(longestSquare(X, this.offset));
    this.weights = weights;
    this.table = new SearchedRows(X, this.offset, this.longest);
  }

  assignAndSum(runs: readonly Run[]): AssignedSums[] {
    this.makeRoom(runs);
    return runs.map((run) => this.withMemory(run, (memory) => memory.pass(run)));
  }

  inertias(runs: readonly Run[]): Float64Array {
    return Float64Array.from(runs, (run) =>
      this.withMemory(run, (memory) => {
        memory.pass(run);
        return memory.inertia(run.centers);
      }),
    );
  }

  nearest(centers: Matrix): Int32Array {
    const memory = new RunMemory(this.table, centers.rows);
    try {
      memory.pass({ centers });
      return memory.labels.slice();
    } finally {
      memory.dispose();
    }
  }

  dispose(): void {
    for (const run of this.memories.keys()) this.forget(run);
    this.table.dispose();
  }

  /** Where not all runs can be remembered, those that are no longer on their way are forgotten first. */
  private makeRoom(runs: readonly Run[]): void {
    if ((this.memories.size + runs.length) * this.table.X.rows <= MAX_REMEMBERED) return;
    const active = new Set(runs);
    for (const run of this.memories.keys()) if (!active.has(run)) this.forget(run);
  }

  private forget(run: Run): void {
    this.memories.get(run)?.dispose();
    this.memories.delete(run);
  }

  /** With what is known of a run, or with nothing where there is no room to remember it. */
  private withMemory<T>(run: Run, use: (memory: RunMemory) => T): T {
    const known = this.memories.get(run);
    if (known) return use(known);
    const memory = new RunMemory(this.table, run.centers.rows, this.weights);
    if ((this.memories.size + 1) * this.table.X.rows <= MAX_REMEMBERED) {
      this.memories.set(run, memory);
      return use(memory);
    }
    try {
      return use(memory);
    } finally {
      memory.dispose();
    }
  }
}

function longestSquare({ data, cols }: Matrix, offset: Float64Array): number {
  let longest = 0;
  for (let at = 0; at < data.length; at += cols) {
    let square = 0;
    for (let j = 0; j < cols; j++) {
      const value = data[at + j] - offset[j];
      square += value * value;
    }
    if (square > longest) longest = square;
  }
  return longest;
}
