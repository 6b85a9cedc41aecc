import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { TrainingCustomers } from '../fit/segmentationResult';
import { readSpace, type Scoring } from '../score/scoring';
import { asTable, type CustomerValues } from './customerValues';

/** A customer of the fit that is near to another. */
export interface NearestCustomer {
  /** Its identifier, or its row number from 1 where the table has none. */
  id: string | number;
  /** Its row in the table, from 0. */
  row: number;
  /** Its segment; −1 is noise. */
  segment: number;
  /** Euclidean, on the scaled columns (or their principal components). */
  distance: number;
}

/** See `SegmentationModel.nearestCustomers`. */
export function nearestCustomers(
  scoring: Scoring,
  training: TrainingCustomers,
  customer: CustomerValues,
  n: number,
): NearestCustomer[] {
  const { euclidean: dimensions, space, ids, keptRows, labels } = training;
  const own = readSpace({ ...scoring, dimensions }, asTable([customer]));
  if (own.problems.length > 0) {
    const [{ column, reason }] = own.problems;
    throw new InputError('missing-value', `the customer cannot be placed: ${column} is ${reason}`, {
      remedy: 'give a value for it',
    });
  }
  return nearestRows(space, own.space.row(0), n).map(({ row, distance }) => ({
    id: ids[row],
    row: keptRows[row],
    segment: labels[row],
    distance,
  }));
}

/** The rows of X nearest to a point, nearest first; of equally near ones the earlier. */
function nearestRows(X: Matrix, point: Float64Array, n: number): { row: number; distance: number }[] {
  const nearest: { row: number; squared: number }[] = [];
  for (let row = 0; row < X.rows; row++) {
    const squared = squaredDistance(X.data, row * X.cols, point, 0, X.cols);
    if (nearest.length === n && !(squared < nearest[n - 1].squared)) continue;
    const at = nearest.findIndex((one) => squared < one.squared);
    nearest.splice(at < 0 ? nearest.length : at, 0, { row, squared });
    if (nearest.length > n) nearest.pop();
  }
  return nearest.map(({ row, squared }) => ({ row, distance: Math.sqrt(squared) }));
}
