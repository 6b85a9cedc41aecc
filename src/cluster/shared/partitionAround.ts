/**
 * Reorders `items[start … end − 1]` so that the one at `middle` is where sorting by `key` would put it, with none of
 * a greater key before it and none of a smaller key behind it.
 *
 * Cost: O(end − start) on average, equal keys included.
 * Source: Hoare, "Algorithm 65: Find" (1961), with the median of three as pivot.
 */
export function partitionAround(
  items: Int32Array,
  start: number,
  end: number,
  middle: number,
  key: (item: number) => number,
): void {
  let low = start;
  let high = end - 1;
  while (low < high) {
    const pivot = medianOfThree(key(items[low]), key(items[(low + high) >>> 1]), key(items[high]));
    let i = low;
    let j = high;
    while (i <= j) {
      while (key(items[i]) < pivot) i++;
      while (key(items[j]) > pivot) j--;
      if (i > j) break;
      const item = items[i];
      items[i++] = items[j];
      items[j--] = item;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
