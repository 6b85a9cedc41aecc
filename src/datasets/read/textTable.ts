import type { Cell } from '../../table/cell';

/** A column as a file holds it. */
export interface TextColumn {
  name: string;
  /** Texts as they stand in the file (empty where nothing stands), or what the format itself gives a type. */
  cells: readonly Cell[];
  /** Whether texts among the cells are final, since the format says what they are. */
  settled?: boolean;
  /** The unit that the format shows its numbers in: a currency, or % for numbers such as 45. */
  unit?: string;
}

/** What the reader of any format gives: the columns before their texts are understood. */
export interface TextTable {
  /** Base name of the file, for messages. */
  file: string;
  columns: TextColumn[];
  rows: number;
  /** Where row i (from 0) stands in the file, e.g. 'line 12'. */
  place(row: number): string;
  /** The decimal separator that the format implies, where numbers alone leave it open. */
  usualDecimal?: '.';
  /** What was detected so far. */
  detected: string[];
}
