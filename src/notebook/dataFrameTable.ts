import { plural } from '../core/format';
import type { DataFrameLike } from '../core/matrix';
import type { Table, TableCell } from '../core/table';

/** A frame of up to this many rows is shown whole. */
const WHOLE = 10;
/** Of a longer one, this many rows are shown. */
const HEAD = 5;

/** A data frame's first rows as a table, and a note on its full size. */
export interface FramePreview {
  table: Table;
  note: string;
}

/**
 * The beginning of a data frame, for people: every row of a frame of up to 10, otherwise the first 5 and a note
 * such as '… 2,212 rows × 29 columns'. The index is shown only where it says something (it is not 0, 1, 2 …).
 */
export function dataFrameTable(frame: DataFrameLike): FramePreview {
  const values = frame.values as unknown[];
  const total = values.length;
  const shown = values.slice(0, total <= WHOLE ? total : HEAD);
  const index = tellingIndex(frame, shown.length);
  const rows = shown.map((row, i) => {
    const cells = (Array.isArray(row) ? row : [row]).map(toCell);
    return index ? [toCell(index[i]), ...cells] : cells;
  });
  const columns = frame.columns.map((name) => ({ name: String(name) }));
  return {
    table: { caption: '', columns: index ? [{ name: '' }, ...columns] : columns, rows },
    note: `${shown.length < total ? '… ' : ''}${plural(total, 'row')} × ${plural(columns.length, 'column')}`,
  };
}

function tellingIndex(frame: DataFrameLike, shown: number): unknown[] | undefined {
  const { index } = frame as { index?: unknown[] };
  return Array.isArray(index) && index.slice(0, shown).some((label, i) => label !== i) ? index : undefined;
}

function toCell(value: unknown): TableCell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
