import { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { type AssignedSums, assignAndSum } from '../../tensor/assignAndSum';
import { stackCentres } from '../../tensor/stackedCentres';
import { squaredDistance } from '../shared/squaredDistance';
import { exactStep } from './exactStep';
import type { KMeansTable } from './kMeansTable';

/** When Lloyd's iterations end. */
export interface StopRule {
  maxIter: number;
  /** Squared distance that all centres together may still move, in the table's squared units. */
  tolerance: number;
}

/** One start and how far it has come. */
export interface LloydRun {
  /** k × d, after `nIter` iterations. */
  centres: Matrix;
  /** The centres one iteration earlier. */
  previous: Matrix;
  nIter: number;
  converged: boolean;
}

/**
 * Lloyd's iterations from many starts at once, in float32 on tensors; starts that have converged leave the stack.
 * Stops one iteration short of `maxIter`: `lastStep` does the last one exactly.
 *
 * @param starts initial centres of each run, k × d; k may differ.
 * Cost: O(n · centres · d) an iteration.
 */
export function lloyd(
  table: KMeansTable,
  starts: readonly Matrix[],
  rule: StopRule,
  onProgress?: OnProgress,
): LloydRun[] {
  const runs = starts.map((start) => ({ centres: start, previous: start, nIter: 0, converged: false }));
  let active: LloydRun[] = runs;
  for (let iteration = 1; iteration < rule.maxIter && active.length > 0; iteration++) {
    const stacked = stackCentres(
      active.map((run) => run.centres),
      table.tensors.offset,
    );
    const sums = assignAndSum(table.tensors, stacked);
    active.forEach((run, index) => {
      const first = index * stacked.slots;
      advance(run, means(table, run.centres, sums, first) ?? exactStep(table, run.centres), rule);
    });
    active = active.filter((run) => !run.converged);
    onProgress?.({ step: 'starts converged', done: runs.length - active.length, total: runs.length });
  }
  return runs;
}

/**
 * The run's last iteration, in float64: repeats the one that converged, or does the one that `lloyd` left undone.
 * Cost: O(n·k·d).
 */
export function lastStep(table: KMeansTable, run: LloydRun, rule: StopRule): LloydRun {
  if (run.converged) return { ...run, centres: exactStep(table, run.previous) };
  const last = { ...run };
  advance(last, exactStep(table, run.centres), rule);
  return last;
}

function advance(run: LloydRun, moved: Matrix, { tolerance }: StopRule): void {
  const { data } = run.centres;
  run.converged = squaredDistance(data, 0, moved.data, 0, data.length) <= tolerance;
  run.previous = run.centres;
  run.centres = moved;
  run.nIter++;
}

/** The mean of each cluster's rows; undefined when a cluster has none, which only an exact step can mend. */
function means({ tensors }: KMeansTable, centres: Matrix, sums: AssignedSums, first: number) {
  const { d, offset } = tensors;
  const moved = Matrix.zeros(centres.rows, d, centres.columns);
  for (let cluster = 0; cluster < centres.rows; cluster++) {
    const from = (first + cluster) * (d + 1);
    const weight = sums.sums[from + d];
    if (weight === 0) return undefined;
    for (let j = 0; j < d; j++) moved.data[cluster * d + j] = offset[j] + sums.sums[from + j] / weight;
  }
  return moved;
}
