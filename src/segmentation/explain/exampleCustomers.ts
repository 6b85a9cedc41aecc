import type { Matrix } from '../../core/matrix';
import { roundDecimals } from '../../core/round';
import { squaredDistance } from '../../core/squaredDistance';
import { sampleOf } from '../fit/sampleOf';
import type { Measure } from '../rules/rule';
import { placeCustomers } from '../score/placeCustomers';

/** Some customers to look at, by their rows: the first row of the table is 1. */
export interface ExampleCustomers {
  /** Those nearest to the others of their segment, the nearest first. */
  typical: number[];
  /** Those with the least margin, the least first, and the segment that is next. */
  borderline: BorderlineCustomer[];
}

/** A customer who could almost as well be in another segment. */
export interface BorderlineCustomer {
  row: number;
  /** As in the table of segments: 0 on the border, 1 at the center. */
  margin: number;
  /** The other segment, from 0. */
  next: number;
}

/** So many of each kind. */
const EXAMPLES = 3;
/** Members of a segment that are compared with each other; a sample of more is as typical. */
const MAX_MEMBERS = 500;

/** Customers of a fit. */
interface Placed {
  labels: Int32Array;
  segments: number;
  /** The row of each in the table, from 0. */
  keptRows: Int32Array;
  /** Scaled, with Euclidean distances. */
  space: Matrix;
  /** What was clustered. */
  clustered: Matrix;
  measure: Measure;
  seed: number;
}

/**
 * Typical and borderline customers of each segment.
 * Cost: that of placing all customers, and O(500² · dimensions) for each segment.
 */
export function exampleCustomers(placed: Placed): ExampleCustomers[] {
  const { labels, segments, measure, clustered, space, keptRows, seed } = placed;
  const { labels: byRule, margin } = placeCustomers(measure, clustered);
  const margins = margin.map((own, i) => (byRule[i] === labels[i] ? roundDecimals(own, 4) : 0));
  return membersOf(labels, segments).map((members) => ({
    typical: typicalOf(members, space, keptRows, seed).map((i) => keptRows[i] + 1),
    borderline: segments < 2 ? [] : borderlineOf(members, margins, placed),
  }));
}

function membersOf(labels: Int32Array, segments: number): Int32Array[] {
  const all = Array.from(labels.keys());
  return Array.from({ length: segments }, (_, segment) =>
    Int32Array.from(all.filter((i) => labels[i] === segment)),
  );
}

/** Those with the least mean distance to the others: in a bent segment, too, they lie inside. */
function typicalOf(members: Int32Array, space: Matrix, keptRows: Int32Array, seed: number): number[] {
  const some = sampleOf(members.length, MAX_MEMBERS, seed)?.map((at) => members[at]) ?? members;
  const points = space.selectRows(some);
  const sums = Float64Array.from(some.keys(), (i) => sumOfDistances(points, i));
  return Array.from(some.keys())
    .sort((a, b) => sums[a] - sums[b] || keptRows[some[a]] - keptRows[some[b]])
    .slice(0, EXAMPLES)
    .map((at) => some[at]);
}

function sumOfDistances({ data, rows, cols }: Matrix, i: number): number {
  let sum = 0;
  for (let other = 0; other < rows; other++) {
    sum += Math.sqrt(squaredDistance(data, i * cols, data, other * cols, cols));
  }
  return sum;
}

function borderlineOf(
  members: Int32Array,
  margins: Float64Array,
  { clustered, measure, labels, keptRows }: Placed,
): BorderlineCustomer[] {
  const least = Array.from(members)
    .sort((a, b) => margins[a] - margins[b] || keptRows[a] - keptRows[b])
    .slice(0, EXAMPLES);
  const distances = measure.distances(clustered.selectRows(least));
  return least.map((i, at) => ({
    row: keptRows[i] + 1,
    margin: margins[i],
    next: nearestOther(distances.row(at), labels[i]),
  }));
}

function nearestOther(distances: Float64Array, own: number): number {
  let nearest = own === 0 ? 1 : 0;
  distances.forEach((distance, segment) => {
    if (segment !== own && distance < distances[nearest]) nearest = segment;
  });
  return nearest;
}
