import { plural } from '../../../core/format';
import type { Dialect } from '../../../datasets/sql/dialect';

/** SQL for a text, NULL where it is one of the words given. */
export function unlessOneOf({ quoteText }: Dialect, text: string, words: readonly string[]): string {
  if (words.length === 0) return text;
  if (words.length === 1) return `nullif(${text}, ${quoteText(words[0])})`;
  return `CASE WHEN ${text} NOT IN (${words.map(quoteText).join(', ')}) THEN ${text} END`;
}

/** What to say of words that stand for no value: which, what they mean, and how many rows hold them. */
export function missingWordsSentences(
  column: string,
  words: readonly string[],
  rows: number,
  meaning = 'a missing value',
): string[] {
  if (words.length === 0) return [];
  const shown = words.slice(0, 4).map((word) => `'${word}'`);
  const more = words.length > shown.length ? ` and ${words.length - shown.length} more words` : '';
  const verb = words.length === 1 ? 'means' : 'mean';
  const count = plural(rows, 'row');
  return [`${shown.join(', ')}${more} in '${column}' ${verb} ${meaning}: ${count}`];
}
