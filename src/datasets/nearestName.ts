/**
 * The one of `names` that `wanted` is most likely a misspelling of, or undefined when none is close: letters are
 * compared without case, and at most a third of them may differ.
 *
 * Source: Levenshtein's edit distance by Wagner and Fischer (1974).
 *
 * @example
 * nearestName('Incme', ['Age', 'Income']); // 'Income'
 */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  const [own, ...others] = [wanted, ...names].map((name) => name.toLowerCase());
  for (const [at, name] of names.entries()) {
    const other = others[at];
    if (Math.abs(own.length - other.length) >= least) continue; // each letter more is an edit
    const edits = editDistance(own, other);
    if (edits < least) [nearest, least] = [name, edits];
  }
  return nearest;
}

/** How a message goes on, after a semicolon, where a name is unknown: the likely one, and all there are. */
export function suggestion(wanted: string, names: readonly string[]): string {
  return suggesting(nearestName(wanted, names), names);
}

/** `suggestion` where the likely name, if there is one, was found otherwise. */
export function suggesting(likely: string | undefined, names: readonly string[]): string {
  const all = names.join(', ');
  return likely === undefined ? `there are: ${all}` : `did you mean '${likely}'? There are: ${all}`;
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[to.length];
}
