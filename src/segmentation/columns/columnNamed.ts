/**
 * The name by which a table has a column: the same, or the only one that differs in capitals, blanks, underscores and
 * marks alone ('monthly_fee' for 'Monthly Fee'). Undefined where there is none, or several.
 */
export function columnNamed(name: string, there: readonly string[]): string | undefined {
  if (there.includes(name)) return name;
  const plain = plainName(name);
  const alike = plain === '' ? [] : there.filter((other) => plainName(other) === plain);
  return alike.length === 1 ? alike[0] : undefined;
}

/** Letters, digits and units: 'Income ($)' and 'Income (%)' are not the same. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%]/gu, '');
}
