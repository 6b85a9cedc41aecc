import type { CellObject } from 'xlsx';

/** What a spreadsheet program wrote: the names of its sheets, and the cells of one. */
export interface Book {
  names: string[];
  date1904: boolean;
  /** By row and column, with gaps; undefined where none was asked for, or there is no sheet of that name. */
  cells?: (CellObject | undefined)[][];
}

/** Why there is none. */
export type BookProblem =
  | { kind: 'slow' }
  | { kind: 'memory' }
  | { kind: 'locked' }
  | { kind: 'damaged'; message: string };
