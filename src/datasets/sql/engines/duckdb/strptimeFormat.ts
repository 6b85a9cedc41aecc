import { translateFormat } from '../../translateFormat';

const TOKENS: Readonly<Record<string, string>> = {
  ...{ yyyy: '%Y', yy: '%y', MMMM: '%B', MMM: '%b', MM: '%m', M: '%m', dd: '%d', d: '%d' },
  ...{ HH: '%H', H: '%H', hh: '%I', h: '%I', mm: '%M', m: '%M', ss: '%S', s: '%S', a: '%p' },
};

/** A format in date-fns's tokens in those of `strptime`; undefined where a token has no counterpart that reads the same. */
export function strptimeFormat(format: string): string | undefined {
  return translateFormat(format, TOKENS);
}
