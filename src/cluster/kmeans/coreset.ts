import type { Matrix } from '../../core/matrix';
import type { Random } from '../../core/random';
import { squaredDistance } from '../../core/squaredDistance';

/** Few rows that stand for many: a clustering of them, weighted, costs about what it costs on the whole table. */
export interface Coreset {
  X: Matrix;
  /** How many rows of the table, or how much weight, each row stands for. */
  weights: Float64Array;
}

/**
 * A weighted sample for k-means: half the chance of a row is its weight, half its part in the table's scatter, so that the
 * few rows far out are in it as surely as the many near the middle. Rows are drawn at equal steps through the table, so
 * that a table in order is represented evenly.
 *
 * @param weights of the rows, none negative, length n; absent: all 1.
 * @returns at most `size` rows, in the table's order.
 * Cost: O(n·d); memory 8·n bytes for a while.
 * Source: Bachem, Lucic & Krause, "Scalable k-means clustering via lightweight coresets" (2018); systematic sampling
 * by Madow (1949).
 */
export function lightweightCoreset(X: Matrix, size: number, random: Random, weights?: Float64Array): Coreset {
  const shares = sharesOf(X, weights);
  const rows: number[] = [];
  const standFor: number[] = [];
  let sum = 0;
  let next = random.uniform() / size;
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i];
    if (sum <= next) continue;
    const hits = Math.ceil((sum - next) * size);
    next += hits / size;
    rows.push(i);
    standFor.push(((weights ? weights[i] : 1) * hits) / (size * shares[i]));
  }
  return { X: X.selectRows(rows), weights: Float64Array.from(standFor) };
}

/** The chance of each row; together 1. */
function sharesOf(X: Matrix, weights?: Float64Array): Float64Array {
  const { mean, total } = meanOf(X, weights);
  const shares = new Float64Array(X.rows);
  let scatter = 0;
  for (let i = 0; i < X.rows; i++) {
    shares[i] = (weights ? weights[i] : 1) * squaredDistance(X.data, i * X.cols, mean, 0, X.cols);
    scatter += shares[i];
  }
  const isUsable = scatter > 0 && scatter < Infinity; // else by weight alone
  for (let i = 0; i < X.rows; i++) {
    const byWeight = (weights ? weights[i] : 1) / total;
    shares[i] = isUsable ? byWeight / 2 + shares[i] / scatter / 2 : byWeight;
  }
  return shares;
}

function meanOf({ data, rows, cols }: Matrix, weights?: Float64Array) {
  const sums = new Float64Array(cols);
  let total = 0;
  for (let i = 0, at = 0; i < rows; i++) {
    const weight = weights ? weights[i] : 1;
    total += weight;
    for (let j = 0; j < cols; j++, at++) sums[j] += weight * (data[at] - data[j]);
  }
  return { mean: sums.map((sum, j) => data[j] + sum / total), total };
}
