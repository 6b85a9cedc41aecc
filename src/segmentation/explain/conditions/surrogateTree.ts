import { Matrix } from '../../../core/matrix';
import { squaredDistance } from '../../../core/squaredDistance';
import type { ColumnBins } from './binnedColumns';
import { centerSides } from './centerSides';
import { centerTree, type SurrogateTree } from './centerTree';
import { labelTree } from './labelTree';

/** Where so many customers lie nearest to the mean of their own segment, centers stand for the segments. */
const BY_CENTERS = 0.9;
/** Leaves for each segment: more make a tree that nobody reads. */
const LEAVES = 3;

/** Customers to explain. */
export interface Explained {
  columns: readonly ColumnBins[];
  /** By column, with what stands in for missing ones. */
  values: readonly Float64Array[];
  /** Scaled, with Euclidean distances: n × dimensions. */
  space: Matrix;
  labels: Int32Array;
  segments: number;
}

/** A small tree that answers much as the algorithm did: by centers where these stand for the segments, else by labels. */
export function surrogateTree({ columns, values, space, labels, segments }: Explained): SurrogateTree {
  const costs = squaredDistances(space, meansOf(space, labels, segments));
  const mostLeaves = LEAVES * segments;
  if (shareNearest(costs, labels) < BY_CENTERS) return labelTree(columns, labels, segments, mostLeaves);
  const sides = columns.map((column, j) => centerSides(column, values[j], labels, segments));
  return centerTree(columns, { labels, costs, sides }, mostLeaves);
}

function meansOf({ data, rows, cols }: Matrix, labels: Int32Array, segments: number): Matrix {
  const means = Matrix.zeros(segments, cols);
  const counts = new Int32Array(segments);
  for (let i = 0; i < rows; i++) {
    if (labels[i] < 0) continue;
    counts[labels[i]]++;
    for (let j = 0; j < cols; j++) means.data[labels[i] * cols + j] += data[i * cols + j];
  }
  for (let c = 0; c < segments; c++) for (let j = 0; j < cols; j++) means.data[c * cols + j] /= counts[c];
  return means;
}

function squaredDistances(points: Matrix, centers: Matrix): Matrix {
  const { rows, cols } = points;
  const squared = Matrix.zeros(rows, centers.rows);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < centers.rows; c++) {
      squared.data[i * centers.rows + c] = squaredDistance(
        points.data,
        i * cols,
        centers.data,
        c * cols,
        cols,
      );
    }
  }
  return squared;
}

function shareNearest(costs: Matrix, labels: Int32Array): number {
  let nearest = 0;
  labels.forEach((label, i) => {
    const own = costs.row(i);
    if (label >= 0 && own.every((cost) => cost >= own[label])) nearest++;
  });
  return nearest / labels.length;
}
