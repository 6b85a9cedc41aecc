/** The name of a table as people write it: quotes around plain words are left out. */
export function plainName(table: string): string {
  return table.replace(/"([a-z_][a-z\d_]*)"/g, '$1');
}
