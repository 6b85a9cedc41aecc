/** Labels in their final numbering, and how to bring everything kept per cluster into the same order. */
export interface Relabeled {
  /** 0 is the largest cluster; −1 stays −1. Length n. */
  labels: Int32Array;
  /** `order[newLabel]` is the old label. Length nClusters. */
  order: Int32Array;
  /** Rows of each cluster, by new label. Length nClusters. */
  sizes: Int32Array;
}

/**
 * Numbers clusters by size, largest first, so that segment names survive a re-run. Of equally large clusters the
 * one whose first row comes earlier is first: that depends on the partition alone, never on the numbers that an
 * algorithm happened to give. Sizes count rows, whatever the rows weigh. Noise (−1) stays noise.
 *
 * @param labels length n, values −1 … nClusters − 1.
 * Cost: O(n + k log k).
 *
 * @example
 * relabelBySize(Int32Array.of(0, 1, 1, -1, 1), 2).labels; // Int32Array [1, 0, 0, -1, 0]
 */
export function relabelBySize(labels: Int32Array, nClusters: number): Relabeled {
  const { counts, firstRows } = countRows(labels, nClusters);
  const order = Int32Array.from({ length: nClusters }, (_, label) => label);
  order.sort((a, b) => counts[b] - counts[a] || firstRows[a] - firstRows[b]);
  const newLabels = new Int32Array(nClusters);
  for (let label = 0; label < nClusters; label++) newLabels[order[label]] = label;
  const relabeled = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) relabeled[i] = labels[i] < 0 ? -1 : newLabels[labels[i]];
  return { labels: relabeled, order, sizes: order.map((old) => counts[old]) };
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
