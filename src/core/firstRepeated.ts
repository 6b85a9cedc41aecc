/** The position of the first name that has come before; −1 where all differ. Cost: O(names). */
export function firstRepeated(names: readonly string[]): number {
  const seen = new Set<string>();
  return names.findIndex((name) => {
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  });
}
