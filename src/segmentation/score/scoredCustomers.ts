import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { TableFile } from '../../datasets/read/readTable';
import type { Cell } from '../../table/cell';
import type { TableData } from '../../table/tableData';
import type { SegmentationModel } from '../segmentationModel';
import type { Prediction } from './prediction';
import type { UnfamiliarColumn } from './unfamiliar';

/** How many went where, for scripts and people. */
export interface ScoringSummary {
  rows: number;
  scored: number;
  /** Every segment of the model, and noise where there is any. */
  segments: { segment: number; name: string; customers: number }[];
  /** `row` counts the file's rows from 1, the header aside. */
  notScored: { row: number; column: string; reason: string }[];
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
    const [{ column, reason }] = notScored;
    throw new InputError('missing-value', phrase`no customer of ${{ file }} could be scored`, {
      remedy: phrase`in the first row, column ${{ column }}: ${reason}`,
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
    notScored: notScored.map(({ row, column, reason }) => ({ row: row + 1, column, reason })),
    unfamiliar,
  };
}

/** The table as a list of customers, for JSON. */
export function customerRecords(table: TableData): Record<string, Cell>[] {
  const names = Object.keys(table);
  return table[names[0]].map((_, row) => Object.fromEntries(names.map((name) => [name, table[name][row]])));
}
