import { formatCount } from './count';

/**
 * Words in a row.
 *
 * @param last what stands before the last of them.
 *
 * @example
 * formatList(['age']);                        // 'age'
 * formatList(['age', 'income', 'spending']);  // 'age, income and spending'
 * formatList(['CSV', 'JSON'], 'or');          // 'CSV or JSON'
 */
export function formatList(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/**
 * The first words in a row, and how many more there are.
 *
 * @param most so many words are written out.
 *
 * @example
 * formatSome(['age', 'income', 'spending'], 2);  // 'age, income and 1 more'
 * formatSome(['age', 'income'], 2);              // 'age and income'
 */
export function formatSome(words: readonly string[], most: number): string {
  const more = words.length - most;
  return formatList(more > 0 ? [...words.slice(0, most), `${formatCount(more)} more`] : words);
}

/**
 * From one written value to another: with an en dash, or with 'to' where a dash would stand beside a minus.
 *
 * @example
 * formatRange('20', '40');   // '20–40'
 * formatRange('−3', '5');    // '−3 to 5'
 */
export function formatRange(low: string, high: string): string {
  return /[−–]/.test(low + high) ? `${low} to ${high}` : `${low}–${high}`;
}
