import type { Matrix } from '../../core/matrix';
import type { AssignedSums } from '../engine';
import { findNearestTwo, type NearestTwo } from './nearestTwo';
import type { PlainTable } from './runMemory';

/** One pass that remembers nothing: sums of the rows nearest to each center, and the inertia. Cost: O(n·k·d). */
export function assignRows(
  { X, weights, offset }: PlainTable,
  centers: Matrix,
): { totals: AssignedSums; inertia: number } {
  const { cols } = X;
  const sums = new Float64Array(centers.rows * cols);
  const totals = new Float64Array(centers.rows);
  const found: NearestTwo = { label: 0, least: 0, second: 0 };
  let inertia = 0;
  for (let i = 0, at = 0; i < X.rows; i++, at += cols) {
    findNearestTwo(centers.data, cols, X.data, at, found);
    const weight = weights ? weights[i] : 1;
    inertia += weight * found.least;
    totals[found.label] += weight;
    for (let j = 0, to = found.label * cols; j < cols; j++) {
      sums[to + j] += weight * (X.data[at + j] - offset[j]);
    }
  }
  return { totals: { sums, weights: totals }, inertia };
}
