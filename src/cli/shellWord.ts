/** A word as a shell takes it: as it is where that is plain, else in quotes. */
export function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_./:@%+,=-]+$/u.test(word)) return word;
  if (!/["$`\\!]/.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
