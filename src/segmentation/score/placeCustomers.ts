import { nearestSegment } from '../../cluster/shared/nearestSegment';
import type { Matrix } from '../../core/matrix';
import type { Measure, Placement } from '../rules/rule';

/** Places every row of `points` (m × dimensions) in the segment at the least distance. Cost: that of the distances. */
export function placeCustomers(measure: Measure, points: Matrix): Placement {
  if (measure.place) return measure.place(points);
  const { nClusters, reach = Infinity } = measure;
  const labels = new Int32Array(points.rows).fill(-1);
  const margin = new Float64Array(points.rows);
  const membership = measure.memberships ? new Float64Array(points.rows) : null;
  if (nClusters === 0) return { labels, margin, membership };
  const distances = measure.distances(points);
  for (let i = 0; i < points.rows; i++) {
    const own = distances.row(i);
    const nearest = nearestSegment(own);
    if (own[nearest] > reach) continue;
    labels[i] = nearest;
    margin[i] = marginOf(own, nearest);
    if (membership) membership[i] = measure.memberships!(own)[nearest];
  }
  return { labels, margin, membership };
}

function marginOf(distances: Float64Array, nearest: number): number {
  let second = Infinity;
  for (let c = 0; c < distances.length; c++)
    if (c !== nearest && distances[c] < second) second = distances[c];
  return second === 0 ? 0 : 1 - distances[nearest] / second;
}
