import { squaredDistance } from '../../core/squaredDistance';
/** The two centers nearest to a point. */
export interface NearestTwo {
  /** The first of several equally near. Before a search: a guess, which a right one makes quick. */
  label: number;
  /** Its squared distance. */
  least: number;
  /** The squared distance of the next; Infinity where there is one center only. */
  second: number;
}

/**
 * Writes the two centers nearest to the point that starts at `points[start]` into `found`. Squares are added up column
 * by column, as `nearestRow` does it, so that both find the same center to the last bit.
 * Cost: O(k·d).
 */
export function findNearestTwo(
  centers: Float64Array,
  cols: number,
  points: Float64Array,
  start: number,
  found: NearestTwo,
): void {
  const guess = found.label;
  let label = guess;
  let least = squaredDistance(centers, guess * cols, points, start, cols);
  let second = Infinity;
  for (let at = 0, center = 0; at < centers.length; at += cols, center++) {
    if (center === guess) continue;
    const square = squaredDistance(centers, at, points, start, cols);
    if (square >= second) continue;
    if (square < least || (square === least && center < label)) {
      second = least;
      least = square;
      label = center;
    } else second = square;
  }
  found.label = label;
  found.least = least;
  found.second = second;
}
