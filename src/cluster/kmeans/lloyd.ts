import { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { squaredDistance } from '../../core/squaredDistance';
import type { AssignedSums } from '../../tensor/engine';
import { exactStep } from './exactStep';
import type { KMeansTable } from './kMeansTable';

/** When Lloyd's iterations end. */
export interface StopRule {
  maxIter: number;
  /** Squared distance that all centers together may still move, in the table's squared units. */
  tolerance: number;
}

/** One start and how far it has come. */
export interface LloydRun {
  /** k × d, after `nIter` iterations. */
  centers: Matrix;
  /** The centers one iteration earlier. */
  previous: Matrix;
  nIter: number;
  converged: boolean;
}

/**
 * Lloyd's iterations from many starts at once, by the table's engine; starts that have converged leave the stack.
 * Stops one iteration short of `maxIter`: `lastStep` does the last one exactly.
 *
 * @param starts initial centers of each run, k × d; k may differ.
 * Cost: O(n · centers · d) an iteration.
 */
export function lloyd(
  table: KMeansTable,
  starts: readonly Matrix[],
  rule: StopRule,
  onProgress?: OnProgress,
): LloydRun[] {
  const runs = starts.map((start) => ({ centers: start, previous: start, nIter: 0, converged: false }));
  let active: LloydRun[] = runs;
  for (let iteration = 1; iteration < rule.maxIter && active.length > 0; iteration++) {
    const sums = table.held.assignAndSum(active);
    active.forEach((run, index) => {
      advance(run, means(table, run.centers, sums[index]) ?? exactStep(table, run.centers), rule);
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
  if (run.converged) return { ...run, centers: exactStep(table, run.previous) };
  const last = { ...run };
  advance(last, exactStep(table, run.centers), rule);
  return last;
}

function advance(run: LloydRun, moved: Matrix, { tolerance }: StopRule): void {
  const { data } = run.centers;
  run.converged = squaredDistance(data, 0, moved.data, 0, data.length) <= tolerance;
  run.previous = run.centers;
  run.centers = moved;
  run.nIter++;
}

/** The mean of each cluster's rows; undefined when a cluster has none, which only an exact step can mend. */
function means({ held: { offset } }: KMeansTable, centers: Matrix, { sums, weights }: AssignedSums) {
  const { rows: k, cols: d } = centers;
  const moved = Matrix.zeros(k, d, centers.columns);
  for (let cluster = 0; cluster < k; cluster++) {
    if (weights[cluster] === 0) return undefined;
    for (let j = 0; j < d; j++) {
      moved.data[cluster * d + j] = offset[j] + sums[cluster * d + j] / weights[cluster];
    }
  }
  return moved;
}
