/** The segment at the least distance; the first of several equally near. @param distances one for each segment. */
export function nearestSegment(distances: ArrayLike<number>): number {
  let nearest = 0;
  for (let c = 1; c < distances.length; c++) if (distances[c] < distances[nearest]) nearest = c;
  return nearest;
}
