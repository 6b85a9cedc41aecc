import type { RoleColumn } from './columnReading';
import type { RawTransactions } from './rawTransactions';

/** How a table of values enters a statement. */
export interface ValueTable {
  /** SQL for the value, as text. */
  value: string;
  join: string;
}

/** Makes a table of what each text of a column means, to be joined where no expression can say it. */
export async function valueTable(
  { engine, schema, columns }: RawTransactions,
  { role, text }: RoleColumn,
  texts: readonly string[],
  values: readonly string[],
): Promise<ValueTable> {
  const table = `${schema}.${role}_values`;
  const [written, read] = [`${role}_written`, `${role}_read`].map((name) => unlike(name, columns));
  await engine.createTable(table, { [written]: [...texts], [read]: [...values] });
  return { value: read, join: `LEFT JOIN ${table} ON ${written} = ${text}` };
}

/** A name that no column of the log has. */
function unlike(name: string, columns: readonly string[]): string {
  const taken = columns.some((column) => column.toLowerCase() === name);
  return taken ? unlike(`${name}_`, columns) : name;
}
