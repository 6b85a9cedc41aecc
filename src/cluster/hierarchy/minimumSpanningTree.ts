import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import { DistanceMatrix } from '../shared/distanceMatrix';
import { emptyMerges, type Merges } from './merges';

/**
 * The edges of the minimum spanning tree, as merges: sorted by length they are single linkage. Euclidean distances are
 * computed as they are needed, so none is kept.
 *
 * @param told called after each with the number of edges found.
 * Cost: O(n²·d) time, O(n) memory.
 * Source: Prim (1957); Gower & Ross, "Minimum spanning trees and single linkage cluster analysis" (1969).
 */
export function minimumSpanningTree(X: Matrix | DistanceMatrix, told: (edges: number) => void): Merges {
  const { rows } = X;
  const squareBetween = squaresOf(X);
  const merges = emptyMerges(rows);
  const squared = new Float64Array(rows).fill(Infinity);
  const outside = Int32Array.from({ length: rows }, (_, i) => i);
  const nearestInside = new Int32Array(rows);
  let newest = 0;
  let newestPosition = 0;
  for (let step = 0; step < rows - 1; step++) {
    const left = rows - step - 1;
    outside.copyWithin(newestPosition, newestPosition + 1, left + 1);
    newestPosition = 0;
    for (let position = 0; position < left; position++) {
      const row = outside[position];
      const toNewest = squareBetween(row, newest);
      if (toNewest < squared[row]) {
        squared[row] = toNewest;
        nearestInside[row] = newest;
      }
      if (squared[row] < squared[outside[newestPosition]]) newestPosition = position;
    }
    newest = outside[newestPosition];
    merges.first[step] = nearestInside[newest];
    merges.second[step] = newest;
    merges.heights[step] = Math.sqrt(squared[newest]);
    told(step + 1);
  }
  return merges;
}

/** Squares compare as distances do, and save a root for each pair. */
function squaresOf(X: Matrix | DistanceMatrix): (row: number, other: number) => number {
  if (X instanceof DistanceMatrix) return (row, other) => X.get(row, other) ** 2;
  const { data, cols } = X;
  return (row, other) => squaredDistance(data, row * cols, data, other * cols, cols);
}
