const TOKENS: Readonly<Record<string, string>> = {
  ...{ yyyy: '%Y', MMMM: '%M', MMM: '%b', MM: '%m', M: '%c', dd: '%d', d: '%e' },
  ...{ HH: '%H', H: '%k', hh: '%h', h: '%l', mm: '%i', m: '%i', ss: '%s', s: '%s', a: '%p' },
};

/** A format in date-fns's tokens in those of `date_parse`; undefined where a token has no counterpart that reads the same. */
export function dateParseFormat(format: string): string | undefined {
  let known = true;
  const written = format.replace(/'([^']*)'|([A-Za-z])\2*|%/g, (part, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted.replaceAll('%', '%%');
    if (part === '%') return '%%';
    known &&= Object.hasOwn(TOKENS, part);
    return TOKENS[part];
  });
  return known ? written : undefined;
}
