/**
 * The squared Euclidean distance between `cols` numbers of `a` from `startOfA` and as many of `b` from `startOfB`, in
 * float64 and symmetric to the last bit.
 */
export function squaredDistance(
  a: Float64Array,
  startOfA: number,
  b: Float64Array,
  startOfB: number,
  cols: number,
): number {
  let sum = 0;
  for (let j = 0; j < cols; j++) {
    const difference = a[startOfA + j] - b[startOfB + j];
    sum += difference * difference;
  }
  return sum;
}

/** So many columns are added up between two looks at the sum: a look after each would be guessed wrong too often. */
const COLUMNS_AT_ONCE = 8;

/** `squaredDistance`, or any number above `enough` where it is more: most rows that are far away are found to be so early. */
export function squaredDistanceUpTo(
  a: Float64Array,
  startOfA: number,
  b: Float64Array,
  startOfB: number,
  cols: number,
  enough: number,
): number {
  let sum = 0;
  for (let j = 0; j < cols && sum <= enough; ) {
    const end = Math.min(cols, j + COLUMNS_AT_ONCE);
    for (; j < end; j++) {
      const difference = a[startOfA + j] - b[startOfB + j];
      sum += difference * difference;
    }
  }
  return sum;
}
