import type { Matrix } from '../../core/matrix';
import type { ColumnGroups } from './columnGroups';
import { isDiscrete } from './columnShape';
import { levelsOf } from './copula';
import { midRanks } from './normalScores';

/** Chances of seeing columns go together anywhere in a table where none do. */
const BY_CHANCE = 0.05;
/** Columns of numbers are cut into so many parts of equal size, fewer in small tables. */
const PARTS = 5;
const PARTS_OF_FEW = 4;
const FEW_ROWS = 400;
/** Discrete columns keep their values up to so many. */
const MAX_VALUES = 6;

/** Columns that go together, directly or through others; a category's columns count as one. */
export interface ColumnPart {
  /** Positions, ascending. */
  columns: number[];
  /** The groups among them. */
  columnGroups: number[][];
}

/**
 * Divides the columns into parts that have nothing to do with each other: two columns are in one part where a χ² test of
 * their cut values says so, with Bonferroni's correction. If no part falls into groups by itself, neither do all together.
 *
 * Cost: O(n·d²).
 * Source: Pearson (1900); the tail of χ² by Wilson & Hilferty (1931).
 */
export function columnParts(X: Matrix, columnGroups: ColumnGroups): ColumnPart[] {
  const grouped = new Set(columnGroups.flat());
  const alone = Array.from({ length: X.cols }, (_, j) => j).filter((j) => !grouped.has(j));
  const units = [...alone.map((j) => [j]), ...columnGroups.map((columns) => [...columns])];
  const codes = units.map((unit) => (unit.length === 1 ? cut(X.column(unit[0])) : levelsOf(X, unit)));
  const pairs = (units.length * (units.length - 1)) / 2;
  const part = units.map((_, at) => at);
  codes.forEach((a, at) => {
    for (let other = 0; other < at; other++) {
      if (part[at] === part[other] || chanceOf(a, codes[other]) >= BY_CHANCE / pairs) continue;
      const [joined, left] = [part[other], part[at]];
      part.forEach((own, place) => {
        if (own === left) part[place] = joined;
      });
    }
  });
  return Array.from(new Set(part), (which) => {
    const own = units.filter((_, at) => part[at] === which);
    return { columns: own.flat().sort((a, b) => a - b), columnGroups: own.filter((unit) => unit.length > 1) };
  });
}

/** The values of a column as codes from 0. */
function cut(column: Float64Array): Int32Array {
  const values = Array.from(new Set(column)).sort((a, b) => a - b);
  if (isDiscrete(column) && values.length <= MAX_VALUES) {
    const codes = new Map(values.map((value, code) => [value, code]));
    return Int32Array.from(column, (value) => codes.get(value)!);
  }
  const parts = column.length < FEW_ROWS ? PARTS_OF_FEW : PARTS;
  const ranks = midRanks(column);
  return Int32Array.from(ranks, (rank) => Math.min(parts - 1, Math.floor((parts * rank) / column.length)));
}

/** How likely two columns are to agree so much, or more, if they had nothing to do with each other. */
function chanceOf(a: Int32Array, b: Int32Array): number {
  const [inA, inB] = [countCodes(a), countCodes(b)];
  const together = new Float64Array(inA.length * inB.length);
  for (let row = 0; row < a.length; row++) together[a[row] * inB.length + b[row]]++;
  let chi = 0;
  inA.forEach((rows, i) => {
    inB.forEach((cols, j) => {
      const expected = (rows * cols) / a.length;
      if (expected > 0) chi += (together[i * inB.length + j] - expected) ** 2 / expected;
    });
  });
  const used = (counts: Float64Array) => counts.filter((count) => count > 0).length;
  const freedom = Math.max(1, (used(inA) - 1) * (used(inB) - 1));
  const spread = 2 / (9 * freedom);
  return normalTail((Math.cbrt(chi / freedom) - 1 + spread) / Math.sqrt(spread));
}

function countCodes(codes: Int32Array): Float64Array {
  const counts = new Float64Array(codes.reduce((most, code) => Math.max(most, code), 0) + 1);
  for (const code of codes) counts[code]++;
  return counts;
}

/** The chance of a standard normal variate above z. Source: Abramowitz & Stegun (1964), 26.2.17. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((rest, coefficient) => t * (coefficient + rest), 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
