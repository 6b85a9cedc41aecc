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
 * From one written value to another: with an en dash, or with 'to' where a dash would stand beside a minus.
 *
 * @example
 * formatRange('20', '40');   // '20–40'
 * formatRange('−3', '5');    // '−3 to 5'
 */
export function formatRange(low: string, high: string): string {
  return /[−–]/.test(low + high) ? `${low} to ${high}` : `${low}–${high}`;
}
