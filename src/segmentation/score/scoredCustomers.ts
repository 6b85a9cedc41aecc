import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { roundDecimals } from '../../core/round';
import { suggestion } from '../../datasets/nearestName';
import type { TableFile } from '../../datasets/read/readTable';
import type { Cell } from '../../table/cell';
import type { TableData } from '../../table/tableData';
import type { SegmentationModel } from '../segmentationModel';
import type { Prediction } from './prediction';
import type { UnfamiliarColumn } from './unfamiliar';

/**
 * One row per customer of the file: id, segment, name, margin, and the columns in which it lies outside what the model
 * was fitted on. Customers that could not be scored have no segment.
 * @param idColumn asked for; default the model's, where the file has it, else the number of the row from 1.
 * @throws InputError when there is no column of that name.
 */
export function scoredTable(
  { labels, names, margin, outside }: Prediction,
  model: SegmentationModel,
  { table, rows }: Pick<TableFile, 'table' | 'rows'>,
  idColumn?: string,
): TableData {
  const isScored = (row: number) => names[row] !== null;
  return {
    id: identifiers(table, rows, model, idColumn),
    segment: Array.from(labels, (label, row) => (isScored(row) ? label : null)),
    name: names,
    margin: Array.from(margin, (value, row) => (isScored(row) ? roundDecimals(value, 4) : null)),
    outside: outside.map((columns) => (columns.length === 0 ? null : columns.join('; '))),
  };
}

function identifiers(
  table: TableData,
  rows: number,
  model: SegmentationModel,
  idColumn: string | undefined,
): readonly Cell[] {
  const name = idColumn ?? model.id;
  if (name !== null && Object.hasOwn(table, name)) return table[name];
  if (idColumn !== undefined) {
    throw new InputError('missing-column', phrase`there is no column ${{ column: idColumn }}`, {
      remedy: suggestion(idColumn, Object.keys(table)),
    });
  }
  return Array.from({ length: rows }, (_, row) => row + 1);
}

/** How many went where, for scripts and people. */
export interface ScoringSummary {
  rows: number;
  scored: number;
  /** Every segment of the model, and noise where there is any. */
  segments: { segment: number; name: string; customers: number }[];
  /** `row` counts the file's rows from 1, the header aside. */
  notScored: { row: number; column: string; why: string }[];
  /** Columns in which customers are unlike those that the model was fitted on. */
  unfamiliar: UnfamiliarColumn[];
}

/** @throws InputError when not one customer could be scored. */
export function scoringSummary(
  { labels, names, notScored, unfamiliar }: Prediction,
  model: SegmentationModel,
  { file, rows }: Pick<TableFile, 'file' | 'rows'>,
): ScoringSummary {
  if (notScored.length === rows && rows > 0) {
    const [{ column, why }] = notScored;
    throw new InputError('missing-value', phrase`no customer of ${{ file }} could be scored`, {
      remedy: phrase`in the first row, column ${{ column }}: ${why}`,
    });
  }
  const count = (segment: number) =>
    labels.filter((label, row) => label === segment && names[row] !== null).length;
  const segments = model.names.map((name, segment) => ({ segment, name, customers: count(segment) }));
  if (count(-1) > 0) segments.push({ segment: -1, name: 'Noise', customers: count(-1) });
  return {
    rows,
    scored: rows - notScored.length,
    segments,
    notScored: notScored.map(({ row, column, why }) => ({ row: row + 1, column, why })),
    unfamiliar,
  };
}

/** The table as a list of customers, for JSON. */
export function customersOf(table: TableData): Record<string, Cell>[] {
  const names = Object.keys(table);
  return table[names[0]].map((_, row) => Object.fromEntries(names.map((name) => [name, table[name][row]])));
}
