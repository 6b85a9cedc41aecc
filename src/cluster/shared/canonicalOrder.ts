import type { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';

/** Fewer rows are sorted by comparing them; more by counting, which costs some passes over 2 × 65,536 buckets. */
const FEW_ROWS = 5000;

/**
 * The rows of a table in an order that hangs on their values alone, whatever order the table has them in: what is drawn
 * or added up in it comes out the same for any order of the rows, and, as far as rounding allows, in any units. Rows
 * are ordered by a sum of their columns, each between its least and its greatest value, with weights that let
 * different rows hardly ever come to the same.
 *
 * @param others what tells rows apart that are equal in all columns, length n; absent: nothing, they keep their order.
 * @returns positions of the rows, length n.
 * Cost: O(n·d) as a rule; 1,000,000 × 8 takes about 0.1 s.
 */
export function canonicalOrder(X: Matrix, others?: Float64Array): Int32Array {
  const keys = weightedSums(X);
  const compare = (a: number, b: number) =>
    keys[a] - keys[b] || compareRows(X, a, b) || (others ? others[a] - others[b] : 0) || a - b;
  const rows = new Int32Array(X.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row; // ten times as fast as by a function
  return X.rows <= FEW_ROWS ? rows.sort(compare) : sortRuns(countingSort(rows, keys), keys, compare);
}

/** Labels by position in an order, brought back to the rows of the table: the inverse of `order`. */
export function restoreOrder(labels: Int32Array, order: Int32Array): Int32Array {
  const restored = new Int32Array(labels.length);
  for (let at = 0; at < order.length; at++) restored[order[at]] = labels[at];
  return restored;
}

/** Between 0 and 1: the columns between their extremes, weighted by 1 to 2. */
function weightedSums({ data, rows, cols }: Matrix): Float64Array {
  const least = new Float64Array(cols).fill(Infinity);
  const greatest = new Float64Array(cols).fill(-Infinity);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) {
      if (data[at] < least[j]) least[j] = data[at];
      if (data[at] > greatest[j]) greatest[j] = data[at];
    }
  }
  const random = new Random(0);
  const weights = least.map(() => 1 + random.uniform());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const factors = weights.map((weight, j) => factorOf(weight / total, greatest[j] - least[j]));
  const sums = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < cols; j++, at++) sum += (data[at] - least[j]) * factors[j];
    sums[i] = sum;
  }
  return sums;
}

/** A column without a range, or with one beyond all numbers, is left to the comparison of rows. */
function factorOf(weight: number, range: number): number {
  const factor = weight / range;
  return range < Infinity && factor < Infinity ? factor : 0;
}

function compareRows({ data, cols }: Matrix, a: number, b: number): number {
  for (let j = 0; j < cols; j++) {
    const difference = data[a * cols + j] - data[b * cols + j];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By the first 32 bits of the keys, in two passes. */
function countingSort(rows: Int32Array, keys: Float64Array): Int32Array {
  const codes = new Uint32Array(keys.length);
  for (let row = 0; row < codes.length; row++) codes[row] = firstBits(keys[row]);
  return pass(pass(rows, codes, 0), codes, 16);
}

function firstBits(key: number): number {
  return Math.min(0xffffffff, Math.floor(key * 0x100000000));
}

function pass(rows: Int32Array, codes: Uint32Array, shift: number): Int32Array {
  const starts = new Int32Array(0x10001);
  for (const code of codes) starts[((code >>> shift) & 0xffff) + 1]++;
  for (let bucket = 0; bucket < 0x10000; bucket++) starts[bucket + 1] += starts[bucket];
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[starts[(codes[row] >>> shift) & 0xffff]++] = row;
  return sorted;
}

/** Rows that the first bits do not distinguish stand in a run, and are compared. */
function sortRuns(
  rows: Int32Array,
  keys: Float64Array,
  compare: (a: number, b: number) => number,
): Int32Array {
  for (let start = 0; start < rows.length; ) {
    const bits = firstBits(keys[rows[start]]);
    let end = start + 1;
    while (end < rows.length && firstBits(keys[rows[end]]) === bits) end++;
    if (end - start > 1) rows.subarray(start, end).sort(compare);
    start = end;
  }
  return rows;
}
