/** Starts where nobody asks for a number: no more are worth their time on large tables, which have few other optima. */
const STARTS = 10;
const MAX_STARTS = 50;
/** Rows that all starts together may go over. */
const ROWS_STARTED = 10_000;

/**
 * How many starts k-means makes of a table: 10, and on fewer than 1,000 rows more, up to 50, since ten miss the best
 * segments of a small table every other time, and more cost next to nothing there.
 */
export function defaultStarts(rows: number): number {
  return Math.max(STARTS, Math.min(MAX_STARTS, Math.round(ROWS_STARTED / rows)));
}
