/** A clustering as sums of distances need it. */
export interface ClusterNumbers {
  /** Length n; −1 is noise. */
  labels: Int32Array;
  nClusters: number;
}

/** Where distances between n rows come from: worked out from a table, or looked up. */
export interface Distances {
  rows: number;
  /** n × cols, row-major: coordinates, or with `known` the distances themselves (then cols is n). */
  data: Float64Array;
  cols: number;
  known: boolean;
}

/** Sums of distances from every row to every cluster of every labeling. */
export interface DistanceSums {
  /** n × width: a row's sum to cluster c of labeling l is at `row · width + offsets[l] + c`. */
  sums: Float64Array;
  width: number;
  offsets: number[];
}

/** Where the sums of each labeling stand; after its clusters comes one more sum, for noise. */
export function layOutSums(labelings: readonly ClusterNumbers[]): Pick<DistanceSums, 'width' | 'offsets'> {
  const offsets: number[] = [];
  let width = 0;
  for (const { nClusters } of labelings) {
    offsets.push(width);
    width += nClusters + 1;
  }
  return { width, offsets };
}
