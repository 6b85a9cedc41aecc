import { DistanceMatrix } from '../../cluster/shared/distanceMatrix';
import type { Matrix } from '../../core/matrix';
import type { ClusterLabels } from '../clusterLabels';

/** Sums of distances from every row to every cluster of every labeling. */
export interface DistanceSums {
  /** n × width: a row's sum to cluster c of labeling l is at `row · width + offsets[l] + c`. */
  sums: Float64Array;
  width: number;
  offsets: number[];
}

/**
 * Computes (or looks up) each distance once and adds it to both its rows' sums, for every labeling. After a labeling's clusters
 * comes one more sum, for noise, so that the inner loop needs no test for it.
 *
 * Cost: O(n²·(d + labelings) / 2) time, O(n · width) memory.
 */
export function distanceSums(X: Matrix | DistanceMatrix, labelings: readonly ClusterLabels[]): DistanceSums {
  const { rows } = X;
  const { slots, width, offsets } = layOut(rows, labelings);
  const count = labelings.length;
  const sums = new Float64Array(rows * width);
  const distances = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    measure(X, i, distances);
    for (let j = i + 1; j < rows; j++) {
      const distance = distances[j];
      for (let l = 0; l < count; l++) {
        sums[i * width + slots[j * count + l]] += distance;
        sums[j * width + slots[i * count + l]] += distance;
      }
    }
  }
  return { sums, width, offsets };
}

/** Writes the distances of row i to all later rows into `distances`. */
function measure(X: Matrix | DistanceMatrix, i: number, distances: Float64Array): void {
  const { data, rows } = X;
  if (X instanceof DistanceMatrix) {
    distances.set(data.subarray(i * rows, (i + 1) * rows));
    return;
  }
  const { cols } = X;
  for (let j = i + 1; j < rows; j++) {
    let square = 0;
    for (let c = 0; c < cols; c++) {
      const difference = data[i * cols + c] - data[j * cols + c];
      square += difference * difference;
    }
    distances[j] = Math.sqrt(square);
  }
}

/** Where in a row's sums the cluster of row i, labeling l, is: `slots[i · labelings + l]`. */
function layOut(rows: number, labelings: readonly ClusterLabels[]) {
  const offsets: number[] = [];
  let width = 0;
  for (const { nClusters } of labelings) {
    offsets.push(width);
    width += nClusters + 1;
  }
  const slots = new Int32Array(rows * labelings.length);
  labelings.forEach(({ labels, nClusters }, l) => {
    labels.forEach((label, i) => {
      slots[i * labelings.length + l] = offsets[l] + (label < 0 ? nClusters : label);
    });
  });
  return { slots, width, offsets };
}
