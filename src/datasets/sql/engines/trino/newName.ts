/** A table that is being made bears this behind its name. */
const ENDING = '_in_the_making';

/**
 * Statements that make a table under another name and give it its own when it is whole, so that the one before stays as
 * long as anything can fail.
 * @param table its name as it stands in statements.
 */
export function underNewName(table: string, make: (fresh: string) => readonly string[]): string[] {
  const fresh = table.endsWith('"') ? `${table.slice(0, -1)}${ENDING}"` : `${table}${ENDING}`;
  return [
    `DROP TABLE IF EXISTS ${fresh}`,
    ...make(fresh),
    `DROP TABLE IF EXISTS ${table}`,
    `ALTER TABLE ${fresh} RENAME TO ${table}`,
  ];
}

/** Which table a statement begins to make under another name; undefined where it makes none. */
export function inTheMaking(statement: string): string | undefined {
  const name = /^(?:CREATE TABLE|INSERT INTO) ((?:"(?:[^"]|"")*"|[^\s"])+)/.exec(statement)?.[1];
  return name?.replace(/"$/, '').endsWith(ENDING) ? name : undefined;
}
