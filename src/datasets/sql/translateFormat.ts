/**
 * A format in date-fns's tokens in those of a database whose tokens begin with '%'; undefined where a token has no counterpart
 * that reads the same.
 * @param tokens the database's token for each of date-fns's.
 */
export function translateFormat(
  format: string,
  tokens: Readonly<Record<string, string>>,
): string | undefined {
  let known = true;
  const written = format.replace(/'([^']*)'|([A-Za-z])\2*|%/g, (part, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted.replaceAll('%', '%%');
    if (part === '%') return '%%';
    known &&= Object.hasOwn(tokens, part);
    return tokens[part];
  });
  return known ? written : undefined;
}
