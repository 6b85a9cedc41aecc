import type { Matrix } from '../../core/matrix';

/** The segment at the least distance; the first of several equally near. @param distances one for each segment. */
export function nearestSegment(distances: ArrayLike<number>): number {
  let nearest = 0;
  for (let c = 1; c < distances.length; c++) if (distances[c] < distances[nearest]) nearest = c;
  return nearest;
}

/** `nearestSegment` of every row. @param distances n × k. */
export function nearestSegments(distances: Matrix): Int32Array {
  return Int32Array.from({ length: distances.rows }, (_, i) => nearestSegment(distances.row(i)));
}
