/** Columns that are told by their name. */
export interface NamedKind {
  /** What follows the name of the column. */
  reason: string;
  /** Words, one after the other, of which one name has these; accents are left off. */
  words: readonly string[];
  /** Letters that occur in such a name, in languages that write it as one word. */
  parts?: readonly string[];
  /** Whether the name has no other words. */
  alone?: true;
}

/** The remedy of those who want to cluster on such a column all the same. */
export const TO_USE = 'name the column to cluster on it';

/** Whether a name, as `plainWordsOf` writes it with a blank between its words, is one of a kind. */
export function isNamed(name: string, { words, parts = [], alone }: NamedKind): boolean {
  if (alone) return words.includes(name.replace(/ \d+$/, '')); // 'random_1'
  return words.some((each) => ` ${name} `.includes(` ${each} `)) || parts.some((part) => name.includes(part));
}

/** Words of one or more to each, with commas between them. */
export function namesIn(...texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(','));
}
