import type { Matrix } from '../../core/matrix';
import { nearestRows } from '../../core/nearestRow';
import type { AssignedSums, HeldRows, HoldOptions, Run } from '../engine';
import { lengthInFloat32, roughCenter } from '../roughCenter';
import { assignRows } from './assignRows';
import { type PlainTable, RunMemory } from './runMemory';

/** Rows of all runs that may be remembered at a time: 20 bytes each. */
const MAX_REMEMBERED = 2 ** 24;

/** A table for passes over plain arrays, in float64 throughout. */
export class PlainRows implements HeldRows {
  readonly offset: Float64Array;
  readonly longest: number;
  private readonly table: PlainTable;
  private readonly memories = new Map<Run, RunMemory>();

  constructor(
    private readonly X: Matrix,
    { weights }: HoldOptions,
  ) {
    this.offset = roughCenter(X);
    this.longest = lengthInFloat32(longestSquare(X, this.offset));
    this.table = { X, weights, offset: this.offset, longest: this.longest };
  }

  assignAndSum(runs: readonly Run[]): AssignedSums[] {
    this.makeRoom(runs);
    return runs.map((run) => this.memoryOf(run)?.pass(run) ?? assignRows(this.table, run.centers).totals);
  }

  inertias(runs: readonly Run[]): Float64Array {
    return Float64Array.from(runs, (run) => {
      const memory = this.memories.get(run);
      if (!memory) return assignRows(this.table, run.centers).inertia;
      memory.pass(run);
      return memory.inertia(run.centers);
    });
  }

  nearest(centers: Matrix): Int32Array {
    return nearestRows(centers, this.X);
  }

  dispose(): void {
    this.memories.clear();
  }

  /** Where not all runs can be remembered, those that are no longer on their way are forgotten first. */
  private makeRoom(runs: readonly Run[]): void {
    if ((this.memories.size + runs.length) * this.X.rows <= MAX_REMEMBERED) return;
    const active = new Set(runs);
    for (const run of this.memories.keys()) if (!active.has(run)) this.memories.delete(run);
  }

  private memoryOf(run: Run): RunMemory | undefined {
    const known = this.memories.get(run);
    if (known || (this.memories.size + 1) * this.X.rows > MAX_REMEMBERED) return known;
    const memory = new RunMemory(this.table, run.centers.rows);
    this.memories.set(run, memory);
    return memory;
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
