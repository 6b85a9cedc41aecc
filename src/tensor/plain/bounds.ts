import type { Matrix } from '../../core/matrix';

/** How far centers went, and how far they lie apart: what tells rows that keep their center from those to look at. */
export interface Bounds {
  /** How far each center went since the last pass. Length k. */
  moved: Float64Array;
  /** The largest of these, whose it is, and the largest of the others. */
  most: number;
  mover: number;
  mostOfOthers: number;
  /** Half the distance to the nearest other center: a row closer than that has no nearer one. Length k. */
  halfway: Float64Array;
}

/** Cost: O(k²·d). */
export function boundsOf(previous: Float64Array, centers: Matrix): Bounds {
  const { rows: k, cols, data } = centers;
  const moved = Float64Array.from({ length: k }, (_, c) => apart(previous, c, data, c, cols));
  let [most, mover, mostOfOthers] = [0, 0, 0];
  moved.forEach((distance, center) => {
    if (distance > most) [mostOfOthers, most, mover] = [most, distance, center];
    else if (distance > mostOfOthers) mostOfOthers = distance;
  });
  const halfway = new Float64Array(k).fill(Infinity);
  for (let a = 1; a < k; a++) {
    for (let b = 0; b < a; b++) {
      const half = apart(data, a, data, b, cols) / 2;
      if (half < halfway[a]) halfway[a] = half;
      if (half < halfway[b]) halfway[b] = half;
    }
  }
  return { moved, most, mover, mostOfOthers, halfway };
}

function apart(a: Float64Array, rowOfA: number, b: Float64Array, rowOfB: number, cols: number): number {
  let square = 0;
  for (let j = 0; j < cols; j++) {
    const difference = a[rowOfA * cols + j] - b[rowOfB * cols + j];
    square += difference * difference;
  }
  return Math.sqrt(square);
}
