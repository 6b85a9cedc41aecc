import type { DataFrameLike } from '../core/matrix';
import { isDataFrame } from '../core/matrix';
import type { Table } from '../core/table';
import type { KChoice } from '../evaluate/chooseK/chooseK';
import { chooseKTable } from '../evaluate/chooseK/chooseKTable';
import type { ClusteringComparison } from '../evaluate/compare/compareClusterings';
import { comparisonTable } from '../evaluate/compare/comparisonTable';
import type { Figure } from '../plot/base/figure';
import { profileTable } from '../profile/profileTable';
import type { OwnChoice } from '../segmentation/algorithms/algorithm';
import type { SegmentationModel } from '../segmentation/segmentationModel';
import { isTableData, type TableData, tableData } from '../table/tableData';
import { isTypedTable, type TypedTable } from '../table/typedTable';
import { dataFrameTable, type FramePreview } from './dataFrameTable';

/**
 * What `show` displays: a figure, a finished table, a danfojs data frame, columns by name, what `readTable` gives, a
 * segmentation, a choice of k, a comparison of clusterings.
 */
export type Showable =
  | Figure
  | Table
  | DataFrameLike
  | TableData
  | TypedTable
  | SegmentationModel
  | KChoice
  | OwnChoice
  | ClusteringComparison;

/** What a viewer gets: a figure, or a table with a line below it. */
export type Shown = { figure: Figure } | (Omit<FramePreview, 'note'> & { note?: string });

/** A thing in the form in which it is displayed; undefined for what `show` does not know. */
export function shown(thing: unknown): Shown | undefined {
  if (isFigure(thing)) return { figure: thing };
  if (isTable(thing)) return { table: thing };
  if (isDataFrame(thing)) return dataFrameTable(thing);
  // before tables: it has rows and columns too
  if (isSegmentation(thing)) return { table: profileTable(thing.profiles), note: thing.structureSummary };
  if (isTypedTable(thing)) return dataFrameTable(asFrame(tableData(thing)));
  if (isChoice(thing)) return { table: chooseKTable(thing), note: thing.recommendation.reasons.join(' ') };
  if (isOwnChoice(thing)) return { table: thing.table, note: thing.reasons.join(' ') };
  if (isComparison(thing)) return { table: comparisonTable(thing), note: thing.reasons.slice(1).join(' ') };
  return isTableData(thing) ? dataFrameTable(asFrame(thing)) : undefined;
}

/** Columns by name in the form of a data frame, without loading danfojs. */
function asFrame(table: TableData): DataFrameLike {
  const columns = Object.keys(table);
  const values = (table[columns[0]] ?? []).map((_, i) => columns.map((name) => table[name][i]));
  return { columns, shape: [values.length, columns.length], values };
}

function isFigure(thing: unknown): thing is Figure {
  const figure = thing as Figure | null | undefined;
  return Array.isArray(figure?.data) && typeof figure.layout === 'object';
}

function isTable(thing: unknown): thing is Table {
  const table = thing as Table | null | undefined;
  return Array.isArray(table?.rows) && Array.isArray(table.columns);
}

/** Without loading what segments: a model of another copy of the package is one too. */
function isSegmentation(thing: unknown): thing is SegmentationModel {
  const model = thing as Partial<SegmentationModel> | null | undefined;
  return (
    Array.isArray(model?.profiles) &&
    Array.isArray(model.sizes) &&
    typeof model.counterfactuals === 'function'
  );
}

function isChoice(thing: unknown): thing is KChoice {
  const choice = thing as Partial<KChoice> | null | undefined;
  return Array.isArray(choice?.table) && Array.isArray(choice.recommendation?.reasons) && !!choice.structure;
}

function isOwnChoice(thing: unknown): thing is OwnChoice {
  const choice = thing as Partial<OwnChoice> | null | undefined;
  return typeof choice?.k === 'number' && isTable(choice.table) && Array.isArray(choice.reasons);
}

function isComparison(thing: unknown): thing is ClusteringComparison {
  const comparison = thing as Partial<ClusteringComparison> | null | undefined;
  return Array.isArray(comparison?.rows) && !!comparison.agreement && Array.isArray(comparison.reasons);
}
