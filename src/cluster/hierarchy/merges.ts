/**
 * The merges of a hierarchy in the order an algorithm found them: merge `i` joins the cluster that holds row
 * `first[i]` with the one that holds row `second[i]`, at `heights[i]`. Each array has n − 1 entries.
 */
export interface Merges {
  first: Int32Array;
  second: Int32Array;
  heights: Float64Array;
}

/** Room for the n − 1 merges of n rows. */
export function emptyMerges(n: number): Merges {
  const count = Math.max(0, n - 1);
  return { first: new Int32Array(count), second: new Int32Array(count), heights: new Float64Array(count) };
}
