import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { separated } from './separated';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** How a delimiter is called in sentences. */
export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  '\t': 'tabs',
  ';': 'semicolons',
  '|': 'bars',
};

/** Lines end in any of these ways, also mixed in one file. */
export const LINE_ENDS = ['\r\n', '\n', '\r'];

/** So many rows show how a file is separated. */
const ROWS_LOOKED_AT = 100;
const CHARACTERS_LOOKED_AT = 100_000;

/** The character that a spreadsheet program's first line `sep=;` names, which is no row of the table. */
export function declaredDelimiter(text: string): string | undefined {
  return /^sep=(.)(?=[\r\n])/i.exec(text)?.[1];
}

/**
 * The delimiter that splits the first rows into as many values as the header, quoted parts aside; a comma where the
 * nothing is separated. Of two that fit all rows, one must part more than twice as often.
 *
 * @param file what the text is called in the message.
 * @throws InputError when two fit equally well.
 */
export function delimiterOf(text: string, file = 'the file'): string {
  const declared = declaredDelimiter(text);
  if (declared !== undefined) return declared;
  const fits = DELIMITERS.map((delimiter) => fitOf(text, delimiter)).sort(
    (a, b) => b.share - a.share || b.values - a.values,
  );
  const [best, second] = fits;
  if (best.values === 1 || best.share < HALF) return delimiterOfRows(text) ?? best.delimiter;
  if (second.share === best.share && best.values - 1 <= 2 * (second.values - 1)) {
    const [one, other] = [best, second].map(({ delimiter }) => DELIMITER_NAMES[delimiter]);
    throw new InputError(
      'ambiguous',
      phrase`${{ file }} may be separated by ${one} or by ${other}: both split its first rows evenly`,
      { remedy: phrase`pass ${{ option: 'delimiter' }}` },
    );
  }
  return best.delimiter;
}

/** Titles above a header split in their own way: the rows below them tell, where nearly all of them agree. */
function delimiterOfRows(text: string): string | undefined {
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, ...usualFit(text, delimiter) }));
  const [best] = fits
    .filter(({ values }) => values > 1)
    .sort((a, b) => b.share - a.share || b.values - a.values);
  return best !== undefined && best.share >= HALF ? best.delimiter : undefined;
}

/** Rows that are alike are more than these of all. */
const HALF = 0.5;

interface Fit {
  delimiter: string;
  /** How many values the header has. */
  values: number;
  /** The share of rows with as many; 0 where the header is one value. */
  share: number;
}

function fitOf(text: string, delimiter: string): Fit {
  const rows = firstRows(text, delimiter);
  const values = rows[0]?.length ?? 1;
  const even = rows.filter((row) => row.length === values).length;
  return { delimiter, values, share: values > 1 ? even / rows.length : 0 };
}

/** The length that most rows have, and the share of those that have it. */
function usualFit(text: string, delimiter: string): { values: number; share: number } {
  const rows = firstRows(text, delimiter);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[values, count] = [1, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { values, share: rows.length === 0 ? 0 : count / rows.length };
}

/** How rows are read that are only looked at: whatever they are. */
export const LENIENT = {
  record_delimiter: LINE_ENDS,
  relax_quotes: true,
  relax_column_count: true,
  skip_records_with_error: true,
  skip_empty_lines: true,
};

function firstRows(text: string, delimiter: string): string[][] {
  const rows = separated(text.slice(0, CHARACTERS_LOOKED_AT), {
    ...LENIENT,
    delimiter,
    to: ROWS_LOOKED_AT,
  });
  // the last one may have been cut off
  return text.length > CHARACTERS_LOOKED_AT && rows.length > 2 ? rows.slice(0, -1) : rows;
}
