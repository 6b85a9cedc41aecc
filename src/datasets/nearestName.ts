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
  for (const name of names) {
    const edits = editDistance(wanted.toLowerCase(), name.toLowerCase());
    if (edits < least) [nearest, least] = [name, edits];
  }
  return nearest;
}

/** How a message goes on after an unknown name: the likely one, and all there are. */
export function suggestion(wanted: string, names: readonly string[]): string {
  const nearest = nearestName(wanted, names);
  return (nearest === undefined ? '' : `did you mean '${nearest}'? `) + `There are: ${names.join(', ')}`;
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
