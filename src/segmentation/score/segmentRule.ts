import { KdTree } from '../../cluster/density/kdTree';
import { nearestWithin } from '../../cluster/density/nearestWithin';
import type { Linkage } from '../../cluster/hierarchy/linkages';
import { type MixedMeasure, mixedDissimilarity } from '../../cluster/prototypes/mixedDissimilarity';
import { squaredDistance } from '../../cluster/shared/squaredDistance';
import type { Matrix } from '../../core/matrix';

/** The segment with the nearest center: k-means, and hierarchies by Ward's linkage. */
export interface CenterRule {
  type: 'centers';
  /** k × dimensions. */
  centers: Matrix;
}

/** The segment with the nearest prototype: k-prototypes. */
export interface PrototypeRule {
  type: 'prototypes';
  /** k × dimensions: means of numbers, codes of categories. */
  prototypes: Matrix;
  measure: MixedMeasure;
}

/**
 * The segment whose rows are nearest (`single`), on average nearest (`average`) or least far at worst (`complete`):
 * hierarchies by these linkages.
 */
export interface LinkageRule {
  type: 'linkage';
  linkage: Exclude<Linkage, 'ward'>;
  /** Scaled rows without any identifier. */
  rows: Matrix;
  /** The segment of each. */
  labels: Int32Array;
}

/** The segment of the nearest core row; noise where none is within `eps`: DBSCAN. */
export interface DensityRule {
  type: 'density';
  eps: number;
  /** Core rows, scaled, without any identifier. */
  rows: Matrix;
  /** The segment of each. */
  labels: Int32Array;
}

/** How a new customer finds its segment. */
export type SegmentRule = CenterRule | PrototypeRule | LinkageRule | DensityRule;

/** Where customers belong. */
export interface Placement {
  /** The segment, or −1 for noise. */
  labels: Int32Array;
  /** See `Prediction.margin`. */
  margin: Float64Array;
}

/** Places every row of `points` (m × dimensions) in one of `k` segments. Cost: O(m·k·d), or O(m·n·d) by rows. */
export function place(rule: SegmentRule, k: number, points: Matrix): Placement {
  const labels = new Int32Array(points.rows).fill(-1);
  const margin = new Float64Array(points.rows);
  if (k === 0) return { labels, margin };
  const measure = measurerOf(rule, k);
  const reach = rule.type === 'density' ? rule.eps : Infinity;
  const distances = new Float64Array(k);
  for (let i = 0; i < points.rows; i++) {
    measure(points, i, distances);
    const nearest = indexOfLeast(distances);
    if (distances[nearest] > reach) continue;
    labels[i] = nearest;
    margin[i] = marginOf(distances, nearest);
  }
  return { labels, margin };
}

/** Writes the distance of row `i` to every segment. */
type Measurer = (points: Matrix, i: number, distances: Float64Array) => void;

function measurerOf(rule: SegmentRule, k: number): Measurer {
  if (rule.type === 'centers') return toCenters(rule.centers);
  if (rule.type === 'density') return toNearestRows(rule, k);
  if (rule.type === 'linkage') return byLinkage(rule);
  const { prototypes, measure } = rule;
  return (points, i, distances) => {
    for (let c = 0; c < distances.length; c++)
      distances[c] = Math.sqrt(mixedDissimilarity(points, i, prototypes, c, measure));
  };
}

function toCenters({ data, cols }: Matrix): Measurer {
  return (points, i, distances) => {
    for (let c = 0; c < distances.length; c++)
      distances[c] = Math.sqrt(squaredDistance(points.data, i * cols, data, c * cols, cols));
  };
}

/** One tree for each segment, so that the second nearest segment is found as fast as the nearest. */
function toNearestRows({ rows, labels }: DensityRule, k: number): Measurer {
  const own = Array.from({ length: k }, (_, c) =>
    rows.takeRows(Array.from(labels.keys()).filter((row) => labels[row] === c)),
  );
  const trees = own.map((matrix) => new KdTree(matrix));
  return ({ data, cols }, i, distances) => {
    trees.forEach((tree, c) => {
      const row = nearestWithin(tree, data, i * cols, Infinity);
      distances[c] = Math.sqrt(squaredDistance(data, i * cols, own[c].data, row * cols, cols));
    });
  };
}

function byLinkage({ linkage, rows, labels }: LinkageRule): Measurer {
  return ({ data, cols }, i, distances) => {
    const sizes = new Int32Array(distances.length);
    distances.fill(linkage === 'single' ? Infinity : 0);
    for (let row = 0; row < rows.rows; row++) {
      const label = labels[row];
      const distance = Math.sqrt(squaredDistance(data, i * cols, rows.data, row * cols, cols));
      if (linkage === 'single') distances[label] = Math.min(distances[label], distance);
      else if (linkage === 'complete') distances[label] = Math.max(distances[label], distance);
      else distances[label] += distance;
      sizes[label]++;
    }
    if (linkage === 'average') for (let c = 0; c < distances.length; c++) distances[c] /= sizes[c];
  };
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
