/**
 * The words of a list that is written with blanks and new lines between them, as long lists are easiest to read: as
 * headers and statuses are compared, without accents and marks.
 */
export function wordList(list: string): string[] {
  return list.normalize('NFKD').replace(/\p{M}/gu, '').trim().split(/\s+/);
}
