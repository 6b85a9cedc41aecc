import { formatNumber } from './number';

/** A count in figures: 2212 → '2,212'. */
export function formatCount(count: number): string {
  return formatNumber(count, { decimals: 0 });
}

/**
 * A count with what is counted.
 *
 * @param many the plural; default `one` with an s.
 *
 * @example
 * plural(1, 'customer');                     // '1 customer'
 * plural(2212, 'customer');                  // '2,212 customers'
 * plural(3, 'value is', 'values are');       // '3 values are'
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/**
 * Some of a number of things, with what they do.
 *
 * @param all the things: `plural(6, 'index', 'indices')`.
 *
 * @example
 * someOf(1, '6 indices', 'prefers', 'prefer');   // '1 of 6 indices prefers'
 * someOf(2, '6 indices', 'prefers', 'prefer');   // '2 of 6 indices prefer'
 */
export function someOf(count: number, all: string, one: string, many: string): string {
  return `${formatCount(count)} of ${all} ${count === 1 ? one : many}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * The same with a word for a count up to ten, as in a sentence.
 *
 * @example
 * countPhrase(5, 'segment');             // 'five segments'
 * countPhrase(12, 'index', 'indices');   // '12 indices'
 */
export function countPhrase(count: number, one: string, many?: string): string {
  const word = WORDS[count];
  return word === undefined ? plural(count, one, many) : plural(count, one, many).replace(/^\d+/, word);
}
