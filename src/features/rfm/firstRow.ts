import type { RawTable } from './rawTable';

/** The first row of the log for which a condition holds, counted from 1, and its text: rows come in the log's order. */
export async function firstRow(
  raw: RawTable,
  text: string,
  condition: string,
  values: Record<string, string> = {},
): Promise<{ row: number | undefined; value: string }> {
  const { row, value } = await raw.engine.query(
    `WITH numbered AS (SELECT row_number() OVER () AS row, ${text} AS value FROM ${raw.table})
SELECT row, value FROM numbered WHERE ${condition} LIMIT 1`,
    values,
  );
  return { row: row[0] as number | undefined, value: String(value[0]) };
}
