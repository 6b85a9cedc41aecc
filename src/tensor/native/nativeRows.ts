import type { Matrix } from '../../core/matrix';
import type { AssignedSums, HeldRows, HoldOptions, Run } from '../engine';
import { assignAndSum } from './assignAndSum';
import { inertiaEstimates } from './inertiaEstimates';
import { labelRows } from './labelRows';
import { stackCenters } from './stackedCenters';
import { type TensorRows, uploadRows } from './tensorRows';

/**
 * A table on TensorFlow's side. Passes compare in float32, all runs in one product, since the centers they lead to are
 * the same; `nearest` is exact.
 */
export class NativeRows implements HeldRows {
  private readonly table: TensorRows;

  constructor(
    private readonly X: Matrix,
    { centers, weights }: HoldOptions,
  ) {
    this.table = uploadRows(X, centers, { weights });
  }

  get offset(): Float64Array {
    return this.table.offset;
  }

  get longest(): number {
    return this.table.longest;
  }

  assignAndSum(runs: readonly Run[]): AssignedSums[] {
    const stacked = this.stack(runs);
    const { d } = this.table;
    const { sums } = assignAndSum(this.table, stacked);
    return runs.map(({ centers: { rows: k } }, run) => {
      const own: AssignedSums = { sums: new Float64Array(k * d), weights: new Float64Array(k) };
      for (let center = 0; center < k; center++) {
        const from = (run * stacked.slots + center) * (d + 1);
        own.sums.set(sums.subarray(from, from + d), center * d);
        own.weights[center] = sums[from + d];
      }
      return own;
    });
  }

  inertias(runs: readonly Run[]): Float64Array {
    return inertiaEstimates(this.table, this.stack(runs));
  }

  nearest(centers: Matrix): Int32Array {
    return labelRows(this.table, this.X, centers);
  }

  dispose(): void {
    this.table.dispose();
  }

  private stack(runs: readonly Run[]) {
    return stackCenters(
      runs.map(({ centers }) => centers),
      this.table.offset,
    );
  }
}
