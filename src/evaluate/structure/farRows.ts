import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';

/** A row is far where its neighbors are so many times as far from it as from the row in the middle. */
const TIMES = 4;
/** Which neighbor counts: a handful of rows far out together are far as well. */
const NEIGHBOR = 5;
/** More of them than this are no exceptions, but a group that lies thinly. */
const MOST = 0.06;
/** Neighbors are looked for among so many rows. */
const LOOKED_AT = 2000;

/**
 * The rows that lie far from all others, ascending; none where they are too many to be exceptions.
 * Cost: O(n · min(n, 2000) · d).
 */
export function farRows(X: Matrix): Int32Array {
  if (X.rows <= 2 * NEIGHBOR) return new Int32Array(0);
  const step = Math.max(1, Math.ceil(X.rows / LOOKED_AT));
  const distances = Float64Array.from({ length: X.rows }, (_, row) => toNeighbor(X, row, step));
  const middle = distances.slice().sort()[X.rows >> 1];
  const far = Int32Array.from(distances.keys()).filter(
    (row) => middle > 0 && distances[row] > TIMES * TIMES * middle,
  );
  return far.length <= MOST * X.rows ? far : new Int32Array(0);
}

/** The square of a row's distance to its fifth neighbor, among every so many rows. */
function toNeighbor({ data, rows, cols }: Matrix, row: number, step: number): number {
  const nearest = new Float64Array(NEIGHBOR).fill(Infinity);
  for (let other = 0; other < rows; other += step) {
    if (other === row) continue;
    const square = squaredDistance(data, row * cols, data, other * cols, cols);
    let place = NEIGHBOR - 1;
    if (square >= nearest[place]) continue;
    for (; place > 0 && nearest[place - 1] > square; place--) nearest[place] = nearest[place - 1];
    nearest[place] = square;
  }
  return nearest[NEIGHBOR - 1];
}
