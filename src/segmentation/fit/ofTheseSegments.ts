import type { Clusterer } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { takeColumns } from '../../evaluate/chooseK/coreOf';
import { numberColumns } from '../../evaluate/chooseK/numbersOf';
import { adjustedRand } from '../../evaluate/stability/adjustedRand';
import { type Structure, weakened } from '../../evaluate/structure/structure';

/** Segments that agree with groups less than this are others: some are joined, some divided. */
const SAME_GROUPS = 0.9;

/** The customers as they were clustered. */
export interface ClusteredCustomers {
  /** Columns as the verdict counts them. */
  X: Matrix;
  /** Columns that hold a category together. */
  columnGroups: readonly (readonly number[])[];
  labels: Int32Array;
}

/**
 * A verdict on segments that rests on some columns alone. Where columns that carry no groups, or categories, are left
 * out of it, the groups of the other columns may be clear, and the segments still be others, as those columns divide
 * them too. Then it is weak, and says so.
 *
 * @param make the clusterer, with as many segments.
 */
export function ofTheseSegments(
  structure: Structure,
  customers: ClusteredCustomers,
  make: () => Clusterer,
): Structure {
  if (!divideGroups(structure, customers, make)) return structure;
  const { summary, numbersAlone } = structure;
  const remedy = numbersAlone
    ? 'name only the numeric columns in the columns option'
    : 'set the leave-out-ungrouped option';
  return {
    ...structure,
    verdict: 'weak',
    summary: `${weakened(summary, MIXED)} To get the groups, ${remedy}.`,
  };
}

/** Whether groups are clear in some columns alone, and segments by all columns are others. Cost: one fit where some are left out. */
export function divideGroups(
  structure: Structure,
  customers: ClusteredCustomers,
  make: () => Clusterer,
): boolean {
  const { X, labels } = customers;
  if (structure.verdict !== 'clear') return false;
  const judged = judgedColumns(structure, customers);
  if (judged.length === X.cols || judged.length === 0) return false;
  return !areSameGroups(make().fit(takeColumns(X, judged)).labels, labels);
}

/** Whether groups are the segments, but for a few customers. */
export function areSameGroups(groups: Int32Array, segments: Int32Array): boolean {
  return adjustedRand(groups, segments) >= SAME_GROUPS;
}

function judgedColumns(
  { noiseColumns = [], numbersAlone }: Structure,
  { X, columnGroups }: ClusteredCustomers,
): number[] {
  const columns = numbersAlone
    ? numberColumns(X, columnGroups)
    : Array.from({ length: X.cols }, (_, column) => column);
  return columns.filter((column) => !noiseColumns.includes(column));
}

const MIXED = 'there are clear groups, but these segments divide some of them and join others';
