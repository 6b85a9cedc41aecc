import { display } from '../../../core/options';

/** So many rows at most end a file. */
export const MAX_FOOTER = 10;

/**
 * Whether a row that is shorter than the header ends a file rather than goes on with it, such as '2,record(s)
 * downloaded' or 'TRL;3': half of the columns at most have something in it, and a word stands where all values above
 * hold digits. A row that was cut off looks like those above, or like the beginning of them.
 * @param above the values of a column, of the rows above.
 */
export function isFooter(
  row: readonly string[],
  width: number,
  above: (column: number) => readonly string[],
): boolean {
  const filled = row.flatMap((cell, j) => (cell.trim() === '' ? [] : [j]));
  if (filled.length === 0) return row.length < width;
  if (row.length >= width || 2 * filled.length > width) return false;
  return filled.some((j) => {
    const values = above(j).filter((text) => text.trim() !== '');
    return (
      WORD.test(row[j]) &&
      !HAS_DIGIT.test(row[j]) &&
      values.length > 0 &&
      values.every((text) => HAS_DIGIT.test(text) && !text.startsWith(row[j].trim()))
    );
  });
}

const HAS_DIGIT = /\d/;
/** Two letters may be the beginning of a month, or a currency's. */
const WORD = /\p{L}{3}/u;

/** What there is to say of rows that were left out. */
export function footerSentence(place: string, rows: readonly (readonly string[])[]): string {
  const text = rows[0]
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, LONGEST);
  const more = rows.length - 1;
  const what =
    more === 0 ? 'is' : more === 1 ? 'and the line below it are' : `and the ${more} lines below it are`;
  return `${place} (${display(text)}) ${what} a footer: left out`;
}

const LONGEST = 40;
