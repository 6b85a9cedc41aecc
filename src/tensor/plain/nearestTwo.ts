/** The two centers nearest to a point. */
export interface NearestTwo {
  /** The first of several equally near. */
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
  let label = 0;
  let least = Infinity;
  let second = Infinity;
  for (let at = 0, center = 0; at < centers.length; center++) {
    let square = 0;
    for (let j = 0; j < cols; j++, at++) {
      const difference = points[start + j] - centers[at];
      square += difference * difference;
    }
    if (square < least) {
      second = least;
      least = square;
      label = center;
    } else if (square < second) second = square;
  }
  found.label = label;
  found.least = least;
  found.second = second;
}
