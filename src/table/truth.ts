/** Words for yes and no, in English, German, French, Spanish, Italian, Portuguese and Dutch; in lower case. */
const WORDS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['si', 'no'],
  ['sì', 'no'],
  ['sim', 'não'],
  ['sim', 'nao'],
  ['ja', 'nee'],
  ['wahr', 'falsch'],
  ['vrai', 'faux'],
  ['verdadero', 'falso'],
  ['vero', 'falso'],
  ['verdadeiro', 'falso'],
  ['waar', 'onwaar'],
];

/** Single letters: without the other one they may be anything. */
const LETTERS: readonly (readonly [yes: string, no: string])[] = [
  ['y', 'n'],
  ['j', 'n'],
  ['o', 'n'],
  ['s', 'n'],
  ['t', 'f'],
  ['v', 'f'],
];

const VALUES: ReadonlyMap<string, 0 | 1> = new Map([
  ...[...WORDS, ...LETTERS].flatMap(([yes, no]): [string, 0 | 1][] => [
    [yes, 1],
    [no, 0],
  ]),
]);

/** 1 for a word that means yes ('TRUE', 'ja', 'Y'), 0 for one that means no; undefined for any other text. */
export function truthValue(text: string): 0 | 1 | undefined {
  return VALUES.get(text.trim().toLowerCase());
}

/** Every word that `truthValue` knows, in lower case, by what it means. */
export function truthWords(value: 0 | 1): string[] {
  return Array.from(VALUES).flatMap(([word, meaning]) => (meaning === value ? [word] : []));
}

/** Whether the different texts of a column are a yes and a no that belong together, in any case. */
export function areTruthValues(texts: Iterable<string>): boolean {
  const words = new Set(Array.from(texts, (text) => text.trim().toLowerCase()));
  if (words.size !== 2) return false;
  return [...WORDS, ...LETTERS].some(([yes, no]) => words.has(yes) && words.has(no));
}

/** What is put where something holds, and nothing where it doesn't. Single letters of other languages may be anything. */
const MARKS: ReadonlySet<string> = new Set([
  ...WORDS.map(([yes]) => yes),
  ...['y', 'j', 'x', '✓', '✔', '☑', '1', 'checked', 'selected', 'on'],
]);

/** The same in lower case. */
export function markWords(): string[] {
  return [...MARKS];
}

/** Whether a value is a mark: 'x', 'Y', 'yes', 1 or true. Where it is all that a column holds, no value means no. */
export function isMark(value: unknown): boolean {
  return MARKS.has(String(value).trim().toLowerCase());
}
