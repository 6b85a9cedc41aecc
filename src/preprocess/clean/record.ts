/** What one preprocessing step changed, so that you can check it. */
export interface ChangeRecord {
  /** The step in words, e.g. 'Drop rows with missing values'. */
  step: string;
  rowsBefore: number;
  rowsAfter: number;
  changes: Change[];
}

/** One change: how many cells or rows, where, and what was done to them. */
export interface Change {
  /** The column concerned; absent if the change concerns whole rows. */
  column?: string;
  /** What happened, e.g. 'missing, row dropped' or 'filled with the median 51381.5'. */
  what: string;
  /** Cells (with a column) or rows (without) changed. */
  count: number;
}

/** A step's result and the record of what it changed. */
export interface Recorded<T> {
  data: T;
  record: ChangeRecord;
}
