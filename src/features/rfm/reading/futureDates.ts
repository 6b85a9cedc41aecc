import { plural } from '../../../core/format';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';

/**
 * What to know of rows dated in the future, in a sentence; none where there are no such rows. They are most likely
 * mistakes, and since recency is counted from the last purchase, one of them moves that of every customer.
 *
 * @param table the typed log.
 * @param now tomorrow does not count as future: somewhere on earth it has begun.
 */
export async function futureDates(engine: SqlEngine, table: string, now = new Date()): Promise<string[]> {
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
  const { n, last } = await engine.query(
    `SELECT count(*) AS n, CAST(CAST(max(date) AS DATE) AS VARCHAR) AS last FROM ${table}
WHERE CAST(date AS DATE) > CAST($tomorrow AS DATE)`,
    { tomorrow },
  );
  if (n[0] === 0) return [];
  const rows = plural(Number(n[0]), 'row is', 'rows are');
  return [
    `${rows} dated in the future, up to ${last[0]}: as recency is counted from the last purchase, every customer seems to have stayed away for longer; correct such dates, or take these rows out`,
  ];
}
