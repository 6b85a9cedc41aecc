import { translateFormat } from '../../translateFormat';

const TOKENS: Readonly<Record<string, string>> = {
  ...{ yyyy: '%Y', MMMM: '%M', MMM: '%b', MM: '%m', M: '%c', dd: '%d', d: '%e' },
  ...{ HH: '%H', H: '%k', hh: '%h', h: '%l', mm: '%i', m: '%i', ss: '%s', s: '%s', a: '%p' },
};

/** A format in date-fns's tokens in those of `date_parse`; undefined where a token has no counterpart that reads the same. */
export function dateParseFormat(format: string): string | undefined {
  return translateFormat(format, TOKENS);
}
