import { Matrix } from '../../core/matrix';
import type { ColumnGroups } from '../structure/columnGroups';
import { type ColumnPart, columnParts } from '../structure/columnParts';
import { peakedness } from '../structure/columnShape';
import { farRows } from '../structure/farRows';
import { isNatural } from '../structure/naturalK';
import type { LeftOut } from '../structure/structure';
import { type EvaluationPlan, evaluateKs } from './evaluateKs';
import { mostClusters } from './kRange';

/** One even column in two hundred has more than this by chance: several peaks (see `peakedness`). */
export const SEVERAL_PEAKS = 1.05;
/** Data sets and resamples to find out whether a part carries groups. */
const FEW = 8;
const MAX_PARTS_K = 8;

/** The part of a table that can carry groups. */
export interface TableCore {
  X: Matrix;
  columnGroups: ColumnGroups;
  leftOut: LeftOut;
}

/**
 * The table without rows that lie far from all others, and without columns that have nothing to do with those that fall
 * into groups. A column by itself falls into groups if it has several peaks.
 *
 * Cost: where columns fall into independent parts, a small sweep of k-means for each part of several columns.
 */
export function coreOf(X: Matrix, plan: EvaluationPlan): TableCore {
  const far = new Set(farRows(X));
  const near =
    far.size > 0
      ? X.selectRows(Int32Array.from({ length: X.rows }, (_, i) => i).filter((row) => !far.has(row)))
      : X;
  const parts = columnParts(near, plan.columnGroups);
  const whole = {
    X: near,
    columnGroups: plan.columnGroups,
    leftOut: { noiseColumns: [], noiseNames: [], categoryNames: [], farRows: far.size },
  };
  if (parts.length < 2) return whole;
  const carrying = parts.filter((part) => carriesGroups(near, part, plan));
  if (carrying.length === 0 || carrying.length === parts.length) return whole;
  const columns = carrying.flatMap((part) => part.columns).sort((a, b) => a - b);
  const place = new Map(columns.map((column, at) => [column, at]));
  const noiseColumns = parts.filter((part) => !carrying.includes(part)).flatMap((part) => part.columns);
  noiseColumns.sort((a, b) => a - b);
  return {
    X: takeColumns(near, columns),
    columnGroups: carrying.flatMap((part) =>
      part.columnGroups.map((group) => group.map((column) => place.get(column)!)),
    ),
    leftOut: {
      noiseColumns,
      noiseNames: namesOf(near, noiseColumns, plan.columnGroups),
      categoryNames: [],
      farRows: far.size,
    },
  };
}

function carriesGroups(X: Matrix, { columns, columnGroups }: ColumnPart, plan: EvaluationPlan): boolean {
  if (columns.length === 1) return peakedness(X.column(columns[0])) > SEVERAL_PEAKS;
  if (columnGroups.length === 1 && columnGroups[0].length === columns.length) return false; // one category
  const own = takeColumns(X, columns);
  const place = new Map(columns.map((column, at) => [column, at]));
  const few = {
    ...plan,
    columnGroups: columnGroups.map((group) => group.map((column) => place.get(column)!)),
    clusterer: undefined,
    references: FEW,
    resamples: FEW,
    onProgress: undefined,
  };
  const kMax = Math.min(MAX_PARTS_K, mostClusters(own));
  return kMax >= 2 && evaluateKs(own, kMax, few).rows.slice(1).some(isNatural);
}

export function takeColumns(X: Matrix, columns: readonly number[]): Matrix {
  const taken = new Float64Array(X.rows * columns.length);
  for (let i = 0; i < X.rows; i++) {
    columns.forEach((column, at) => {
      taken[i * columns.length + at] = X.data[i * X.cols + column];
    });
  }
  return new Matrix(taken, X.rows, columns.length, X.columns && columns.map((column) => X.columns![column]));
}

/** A category's columns by the name before the level: 'Plan: basic' is Plan. */
export function namesOf(X: Matrix, columns: readonly number[], columnGroups: ColumnGroups): string[] {
  const grouped = new Set(columnGroups.flat());
  const names = columns.map((column) => {
    const name = X.columns?.[column] ?? `column ${column + 1}`;
    return grouped.has(column) ? name.split(': ')[0] : name;
  });
  return Array.from(new Set(names));
}
