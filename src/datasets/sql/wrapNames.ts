/** A line of SQL that a narrow page still holds. */
const WIDTH = 72;

/** Names between commas, in lines of readable length, for statements that people read. */
export function wrapNames(names: readonly string[], indent = 2): string {
  const lines = [''];
  for (const [i, name] of names.entries()) {
    const item = i < names.length - 1 ? `${name}, ` : name;
    if (lines[lines.length - 1].length + item.length > WIDTH) lines.push('');
    lines[lines.length - 1] += item;
  }
  return lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(indent)}`);
}
