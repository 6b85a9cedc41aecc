/**
 * Finds the name by which a table has a column: the same, or the only one that differs in capitals, blanks, underscores
 * and marks alone ('monthly_fee' for 'Monthly Fee'). Undefined where there is none, or several.
 * Cost: O(names) once, then that of the name.
 */
export function columnFinder(there: readonly string[]): (name: string) => string | undefined {
  const names = new Set(there);
  let byPlainName: ReadonlyMap<string, readonly string[]> | undefined;
  return (name) => {
    if (names.has(name)) return name;
    byPlainName ??= groupedByPlainName(there);
    const alike = byPlainName.get(plainName(name)) ?? [];
    return alike.length === 1 ? alike[0] : undefined;
  };
}

/** Names of marks alone are like no other. */
function groupedByPlainName(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const plain = plainName(name);
    const before = groups.get(plain);
    if (before !== undefined) before.push(name);
    else if (plain !== '') groups.set(plain, [name]);
  }
  return groups;
}

/** Letters, digits and units: 'Income ($)' and 'Income (%)' are not the same. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%]/gu, '');
}
