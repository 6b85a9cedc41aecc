import type { RawTransactions } from './rawTransactions';

/** The first row of the log for which a condition holds, counted from 1, and its text. */
export async function firstRow(
  { engine, table }: RawTransactions,
  text: string,
  condition: string,
  values: Record<string, string> = {},
): Promise<{ row: number; value: string }> {
  const { row, value } = await engine.query(
    `WITH texts AS (
  SELECT ${engine.dialect.rowNumber()} AS row, ${text} AS value FROM ${table}
)
SELECT row, value FROM texts
WHERE ${condition}
ORDER BY row
LIMIT 1`,
    values,
  );
  return { row: row[0] as number, value: String(value[0]) };
}
