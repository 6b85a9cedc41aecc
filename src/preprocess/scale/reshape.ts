import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { roundDigits } from '../../core/round';
import { columnsOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { createFrame } from '../../datasets/frame/dataFrame';
import type { Cell } from '../../table/cell';
import type { Change, Recorded } from '../clean/record';

/** A new frame of the rows for which `keep` holds, in order, and the record of the step. */
export function filterRows(
  frame: DataFrame,
  step: string,
  keep: (row: number) => boolean,
  changes: Change[],
): Recorded<DataFrame> {
  const columns = columnsOf(frame);
  for (const [name, cells] of columns)
    columns.set(
      name,
      cells.filter((_, row) => keep(row)),
    );
  return recorded(frame, createFrame(columns), step, changes);
}

/** A new frame with some columns replaced (in place) or added (at the end), and the record of the step. */
export function replaceColumns(
  frame: DataFrame,
  step: string,
  replacements: ReadonlyMap<string, ArrayLike<Cell>>,
  changes: Change[],
): Recorded<DataFrame> {
  const columns: Map<string, ArrayLike<Cell>> = columnsOf(frame);
  for (const [name, cells] of replacements) columns.set(name, cells);
  return recorded(frame, createFrame(columns), step, changes);
}

/** @throws InputError when a column of that name is there already. */
export function checkNewColumn(frame: DataFrame, name: string): void {
  if (frame.columns.includes(name)) {
    throw new InputError('duplicate', phrase`the frame has a column ${{ column: name }} already`, {
      remedy: 'rename or drop that first',
    });
  }
}

/** Numbers in records: at most six significant digits. */
export function readable(value: number): string {
  return String(roundDigits(value, 6));
}

/** The record of a step that led from one frame to another. */
export function recorded(
  before: DataFrame,
  data: DataFrame,
  step: string,
  changes: Change[],
): Recorded<DataFrame> {
  return { data, record: { step, rowsBefore: before.shape[0], rowsAfter: data.shape[0], changes } };
}
