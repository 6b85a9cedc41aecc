/**
 * What clustering by density asks about a table's rows. A row is within reach of another when their distance is at
 * most eps, eps itself included; every row is within reach of itself.
 */
export interface Neighbors {
  readonly rows: number;
  /** Whether at least `enough` rows, itself included, are within reach of a row. */
  hasWithinReach(row: number, enough: number): boolean;
  /** The same questions about some of the rows: those that spread a cluster. */
  among(core: Int32Array): CoreNeighbors;
}

/** The core rows of a table; position i is the i-th of them. */
export interface CoreNeighbors {
  /** Adds to `found` the positions of all core rows within reach of a row of the table that no call found before. */
  takeWithinReach(row: number, found: number[]): void;
  /** The position of the core row nearest to a row of the table, the first of several; −1 when none is in reach. */
  nearest(row: number): number;
}
