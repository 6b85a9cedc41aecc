import type { UntypedLog } from './untypedLog';

/** The first row of the log for which a condition holds, counted from 1, and its text. */
export async function firstRow(
  raw: UntypedLog,
  text: string,
  condition: string,
  values: Record<string, string> = {},
): Promise<{ row: number | undefined; value: string }> {
  const { row, value } = await raw.engine.query(
    `WITH texts AS (SELECT ${raw.engine.dialect.rowNumber} AS row, ${text} AS value FROM ${raw.table})
SELECT row, value FROM texts WHERE ${condition} ORDER BY row LIMIT 1`,
    values,
  );
  return { row: row[0] as number | undefined, value: String(value[0]) };
}
