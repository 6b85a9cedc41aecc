/** The words of a list that is written with blanks and new lines between them, as long lists are easiest to read. */
export function wordList(list: string): string[] {
  return list.trim().split(/\s+/);
}
