/** How the numbers of a column are written. */
export type NumberFormat = 'integer' | 'decimal' | 'percent' | 'currency' | 'general';

/** One column of a `Table`. */
export interface TableColumn {
  name: string;
  /** Said after the name, e.g. 'k$' or 'days'. */
  unit?: string;
  /** Default 'general': integers as they are, other numbers to 4 significant digits. */
  format?: NumberFormat;
}

/** A value of a `Table`. */
export type TableCell = string | number | boolean | null;

/**
 * A small finished table for people: what `show` draws in a notebook and the report prints. Plain data, so that
 * it can be asserted on and saved; it is not a data frame to compute with.
 *
 * @example
 * const table: Table = { caption: 'Segments', columns: [{ name: 'Segment' }, { name: 'Share', format: 'percent' }],
 *   rows: [['Affluent couples', 0.24]] };
 */
export interface Table {
  /** States the finding, as a figure's title does. */
  caption: string;
  columns: TableColumn[];
  rows: TableCell[][];
}
