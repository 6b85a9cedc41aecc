/**
 * Finds the name by which a table has a column: the same, or the only one that differs in capitals, blanks, underscores
 * and marks alone ('monthly_fee' for 'Monthly Fee'). Undefined where there is none, or several.
 * Cost: O(names) once, then that of the name.
 */
export function columnFinder(there: readonly string[]): (name: string) => string | undefined {
  const names = new Set(there);
  let byPlainName: ReadonlyMap<string, string | undefined> | undefined;
  return (name) => {
    if (names.has(name)) return name;
    byPlainName ??= onlyByPlainName(there);
    return byPlainName.get(plainName(name));
  };
}

/** Undefined for what several names come to; names of marks alone are like no other. */
function onlyByPlainName(names: readonly string[]): Map<string, string | undefined> {
  const only = new Map<string, string | undefined>();
  for (const name of names) {
    const plain = plainName(name);
    only.set(plain, only.has(plain) ? undefined : name);
  }
  only.delete('');
  return only;
}

/** Letters, digits and units: 'Income ($)' and 'Income (%)' are not the same. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%]/gu, '');
}
