import type { LabeledRows } from '../../cluster/hierarchy/linkageDistances';
import { Matrix } from '../../core/matrix';
import { integer, list, number } from '../../core/schema';
import { isTable } from './rule';

/** Scaled customers without any identifier, and the segment of each: what some rules compare new customers with. */
export interface LabeledRowsKept {
  rows: number[][];
  labels: number[];
}

/** The properties of its schema. */
export const labeledRowsProperties = {
  rows: list(list(number())),
  labels: list(integer({ minimum: -1 })),
};

/** Sizes that do not agree. */
export function flawOfRows(
  { rows, labels }: LabeledRowsKept,
  { k, width }: { k: number; width: number },
): string | undefined {
  if (!isTable(rows, width)) return `/rows must have ${width} columns`;
  if (labels.length !== rows.length) return '/labels must have one label for each row';
  const complete = new Set(labels).size === k && labels.every((label) => label >= 0 && label < k);
  return complete ? undefined : `/labels must name each of the ${k} segments, and no other`;
}

/** Customers as plain data. */
export function rowsToJSON(rows: Matrix, labels: Int32Array): LabeledRowsKept {
  return { rows: rows.toRows(), labels: Array.from(labels) };
}

/** Customers as they are measured against. */
export function rowsFromJSON({ rows, labels }: LabeledRowsKept, nClusters: number): LabeledRows {
  return { rows: Matrix.fromRows(rows), labels: Int32Array.from(labels), nClusters };
}
