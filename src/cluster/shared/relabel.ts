import type { Matrix } from '../../core/matrix';
import { centroidsOf } from './centroidsOf';

/** Labels in their final numbering, and how to bring everything kept per cluster into the same order. */
export interface Relabeled {
  /** 0 is the largest cluster; −1 stays −1. Length n. */
  labels: Int32Array;
  /** `order[newLabel]` is the old label. Length nClusters. */
  order: Int32Array;
  /** Rows of each cluster, by new label. Length nClusters. */
  sizes: Int32Array;
}

/** Centers that differ by less than this share of what all centers of a column spread over are equal up to rounding. */
const ROUNDING = 1e-9;

/**
 * Numbers clusters by size, largest first, so that segment names survive a re-run. Of equally large clusters the one
 * whose center is lower comes first, in the first column in which the centers differ: that depends on the rows of a
 * cluster alone, neither on their order nor on the numbers that an algorithm happened to give. Only where there are no
 * columns, or centers are the same, does the first row decide. Sizes count rows, whatever the rows weigh. Noise (−1)
 * stays noise.
 *
 * @param labels length n, values −1 … nClusters − 1.
 * @param X the rows, n × d; absent where only distances are known.
 * Cost: O(n + k log k); where clusters are equally large, O(n·d).
 *
 * @example
 * relabelBySize(Int32Array.of(0, 1, 1, -1, 1), 2).labels; // Int32Array [1, 0, 0, -1, 0]
 */
export function relabelBySize(labels: Int32Array, nClusters: number, X?: Matrix): Relabeled {
  const { counts, firstRows } = countRows(labels, nClusters);
  const order = Int32Array.from({ length: nClusters }, (_, label) => label);
  const tied =
    X && new Set(counts.filter((count) => count > 0)).size < counts.filter((count) => count > 0).length;
  const byCenter = tied ? compareCenters(centroidsOf(X, labels, nClusters)) : () => 0;
  order.sort((a, b) => counts[b] - counts[a] || byCenter(a, b) || firstRows[a] - firstRows[b]);
  const newLabels = new Int32Array(nClusters);
  for (let label = 0; label < nClusters; label++) newLabels[order[label]] = label;
  const relabeled = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) relabeled[i] = labels[i] < 0 ? -1 : newLabels[labels[i]];
  return { labels: relabeled, order, sizes: order.map((old) => counts[old]) };
}

/** Sums come out a little different in another order of the rows, so that centers within rounding count as equal. */
function compareCenters({ data, rows, cols }: Matrix): (a: number, b: number) => number {
  const tolerances = Float64Array.from({ length: cols }, (_, j) => {
    const column = Array.from({ length: rows }, (_, row) => data[row * cols + j]).filter(
      (value) => !Number.isNaN(value),
    );
    return ROUNDING * (Math.max(...column) - Math.min(...column));
  });
  return (a, b) => {
    for (let j = 0; j < cols; j++) {
      const difference = data[a * cols + j] - data[b * cols + j];
      if (Math.abs(difference) > tolerances[j]) return difference;
    }
    return 0;
  };
}

function countRows(labels: Int32Array, nClusters: number) {
  const counts = new Int32Array(nClusters);
  const firstRows = new Int32Array(nClusters).fill(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label >= 0 && counts[label]++ === 0) firstRows[label] = i;
  }
  return { counts, firstRows };
}
