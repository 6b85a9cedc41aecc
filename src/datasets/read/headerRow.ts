import { isPlainNumber } from '../../table/recognize/numberText';

/** Titles, names of companies and periods take a few lines. */
const MAX_ABOVE = 20;

/** So many rows show what a table is like. */
const LOOKED_AT = 100;

/** Of the values below a header, so many hold a digit where it is one of numbers, dates or codes. */
const MOSTLY = 0.8;

/**
 * At which of the first rows of a table its header stands: below titles, which fill half of its columns at most. Told by
 * what a header is: texts, and below them at least one column of digits. 0 where nothing is told.
 *
 * @param rows the first hundred or so that hold anything, as texts by column; empty where nothing stands.
 */
export function headerRow(rows: readonly (readonly string[])[]): number {
  const looked = rows.slice(0, LOOKED_AT);
  const filled = looked.map((row) => row.filter((text) => text.trim() !== '').length);
  const widest = filled.reduce((most, count) => Math.max(most, count), 0);
  const at = filled.findIndex((count) => count >= 2 && count > widest / 2);
  if (at <= 0 || at > MAX_ABOVE) return 0;
  const areTitles = filled.slice(0, at).every((count) => count <= filled[at] / 2);
  return areTitles && isHeader(looked[at], looked.slice(at + 1)) ? at : 0;
}

/** What there is to say of rows that were taken for titles. */
export function titleSentence(where: string, above: number): string {
  const left = above === 1 ? 'a title above it was' : `${above} lines of titles above it were`;
  return `the header is ${where}; ${left} left out`;
}

function isHeader(head: readonly string[], body: readonly (readonly string[])[]): boolean {
  const names = head.map((text) => text.trim());
  if (names.filter((text) => text !== '' && !isPlainNumber(text)).length < 1) return false;
  return names.some((name, j) => {
    if (name === '' || HAS_DIGIT.test(name)) return false;
    const values = body.map((row) => row[j] ?? '').filter((text) => text.trim() !== '');
    return (
      values.length > 0 && values.filter((text) => HAS_DIGIT.test(text)).length >= MOSTLY * values.length
    );
  });
}

const HAS_DIGIT = /\d/;
