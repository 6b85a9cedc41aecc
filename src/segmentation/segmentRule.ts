import type { Linkage } from '../cluster/linkage';
import { squaredDistance } from '../cluster/squaredDistance';
import type { Matrix } from '../core/matrix';

/** The segment with the nearest centre: k-means, and hierarchies by Ward's linkage. */
export interface CentreRule {
  type: 'centres';
  /** k × dimensions. */
  centres: Matrix;
}

/**
 * The segment with the nearest (`single`), on average nearest (`average`) or least far (`complete`) rows: hierarchies
 * by these linkages; and, with `eps`, DBSCAN: beyond that distance from every core row lies noise.
 */
export interface RowRule {
  type: 'rows';
  linkage: Exclude<Linkage, 'ward'>;
  /** Scaled rows without any identifier. */
  rows: Matrix;
  /** The segment of each. */
  labels: Int32Array;
  eps: number | null;
}

/** How a new customer finds its segment. */
export type SegmentRule = CentreRule | RowRule;

/** Where customers belong. */
export interface Placement {
  /** The segment, or −1 for noise. */
  labels: Int32Array;
  /** See `Prediction.margin`. */
  margin: Float64Array;
}

/** Places every row of `points` (m × dimensions) in one of `k` segments. Cost: O(m·k·d), or O(m·n·d) by rows. */
export function place(rule: SegmentRule, k: number, points: Matrix): Placement {
  const labels = new Int32Array(points.rows);
  const margin = new Float64Array(points.rows);
  const distances = new Float64Array(k);
  for (let i = 0; i < points.rows; i++) {
    measure(rule, points, i, distances);
    const nearest = indexOfLeast(distances);
    const isNoise = rule.type === 'rows' && rule.eps !== null && distances[nearest] > rule.eps;
    labels[i] = isNoise ? -1 : nearest;
    margin[i] = isNoise ? 0 : marginOf(distances, nearest);
  }
  return { labels, margin };
}

function measure(rule: SegmentRule, points: Matrix, i: number, distances: Float64Array): void {
  const start = i * points.cols;
  if (rule.type === 'rows') {
    measureRows(rule, points, start, distances);
    return;
  }
  const { centres } = rule;
  for (let c = 0; c < distances.length; c++) {
    distances[c] = Math.sqrt(
      squaredDistance(points.data, start, centres.data, c * centres.cols, centres.cols),
    );
  }
}

function measureRows(
  { linkage, rows, labels }: RowRule,
  points: Matrix,
  start: number,
  distances: Float64Array,
): void {
  distances.fill(linkage === 'single' ? Infinity : 0);
  const sizes = new Int32Array(distances.length);
  for (let row = 0; row < rows.rows; row++) {
    const label = labels[row];
    const distance = Math.sqrt(squaredDistance(points.data, start, rows.data, row * rows.cols, rows.cols));
    if (linkage === 'single') distances[label] = Math.min(distances[label], distance);
    else if (linkage === 'complete') distances[label] = Math.max(distances[label], distance);
    else distances[label] += distance;
    sizes[label]++;
  }
  if (linkage === 'average') for (let c = 0; c < distances.length; c++) distances[c] /= sizes[c];
}

/** The first of several equally near. */
function indexOfLeast(distances: Float64Array): number {
  let least = 0;
  for (let c = 1; c < distances.length; c++) if (distances[c] < distances[least]) least = c;
  return least;
}

function marginOf(distances: Float64Array, nearest: number): number {
  let second = Infinity;
  for (let c = 0; c < distances.length; c++)
    if (c !== nearest && distances[c] < second) second = distances[c];
  return second === 0 ? 0 : 1 - distances[nearest] / second;
}
