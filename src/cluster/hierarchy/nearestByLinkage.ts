import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../shared/squaredDistance';
import type { Linkage } from './linkages';

/** What a linkage without centroids needs to place a new row: the rows it was fitted on, and their labels. */
export interface LabeledRows {
  rows: Matrix;
  labels: Int32Array;
  nClusters: number;
}

/**
 * The cluster that a new row would be joined to first: the one at the smallest linkage distance, which is the mean
 * distance to its rows (`average`), the farthest (`complete`) or the nearest (`single`). Of equally near clusters
 * the lower label wins.
 *
 * Cost: O(n·d).
 */
export function nearestByLinkage(
  linkage: Exclude<Linkage, 'ward'>,
  fitted: LabeledRows,
  point: Float64Array,
): number {
  const distances = new Float64Array(fitted.nClusters).fill(linkage === 'single' ? Infinity : 0);
  const sizes = new Int32Array(fitted.nClusters);
  const { data, cols } = fitted.rows;
  fitted.labels.forEach((label, i) => {
    const distance = Math.sqrt(squaredDistance(point, 0, data, i * cols, cols));
    if (linkage === 'single') distances[label] = Math.min(distances[label], distance);
    else if (linkage === 'complete') distances[label] = Math.max(distances[label], distance);
    else distances[label] += distance;
    sizes[label]++;
  });
  const linkageDistances =
    linkage === 'average' ? distances.map((sum, label) => sum / sizes[label]) : distances;
  return linkageDistances.indexOf(Math.min(...linkageDistances));
}
