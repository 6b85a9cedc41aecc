import type { QueryResult, Trino as TrinoClient } from 'trino-client';

/** The rows of a result, as they came. */
export interface Rows {
  columns: { name: string; type: string }[];
  rows: unknown[][];
}

/** Runs one statement to its end. @throws what the server says of it, or what keeps it from answering. */
export async function rowsOf(client: TrinoClient, sql: string): Promise<Rows> {
  const results = await client.query(sql);
  const found: Rows = { columns: [], rows: [] };
  for (let isLast = false; !isLast; ) {
    const { value, done } = (await results.next()) as { value: QueryResult; done?: boolean };
    if (value.error) throw new Error(value.error.message);
    if (value.columns) found.columns = value.columns;
    if (!done) for (const row of value.data ?? []) found.rows.push(row);
    isLast = done === true;
  }
  return found;
}
