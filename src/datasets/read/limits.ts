import { InputError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { phrase } from '../../core/phrase';

/** The largest table that is taken, so that a file cannot fill the memory before it is found to be too large. */
export interface ReadLimits {
  rows: number;
  columns: number;
}

const MEBIBYTE = 1024 * 1024;
/** A packed file may unpack to so much; no reader of text takes more. */
export const MAX_UNPACKED_BYTES = 512 * MEBIBYTE;
/** A table of a million rows and so many columns is read in a minute or two and takes some 5 GB meanwhile. */
const VALUES_PER_ROW = 50;
/** Of a packed table whose few bytes may stand for any number: each takes some 50 bytes of memory. */
const MAX_VALUES = 100_000_000;
/** No header is longer: what is has no lines, or more columns than memory has room for. */
export const MAX_HEADER_BYTES = MEBIBYTE;
/** Quoted values may hold line ends, so that a table has more lines than rows. */
const LINES_PER_ROW = 4;
/** A line ends with a line feed or, in old files, with a carriage return alone. */
const LINE_ENDS = [10, 13];

/** No spreadsheet has more columns, and nobody can name what is in them: the largest table that is taken anywhere. */
const MOST: ReadLimits = { rows: Number.POSITIVE_INFINITY, columns: 16_384 };

/** What a table has too many of. */
type TooMany = 'rows' | 'columns' | 'values';

/** @throws InputError where a table has more rows or columns than are taken. */
export function checkTableSize(
  file: string,
  found: { rows?: number; columns?: number },
  limits: ReadLimits = MOST,
): void {
  for (const what of ['columns', 'rows'] as const) {
    const count = found[what] ?? 0;
    if (count > limits[what]) throw sizeError(file, formatCount(count), what, limits[what]);
  }
}

/** @throws InputError where all values together, or their texts, are more than are taken. */
export function checkValues(
  file: string,
  { values, bytes }: { values: number; bytes: number },
  { rows }: ReadLimits = MOST,
): void {
  const most = Math.min(MAX_VALUES, VALUES_PER_ROW * rows);
  if (values > most) throw sizeError(file, formatCount(values), 'values', most);
  if (bytes > MAX_UNPACKED_BYTES) throw unpacksToMore(file);
}

/** Counts lines before they are parsed. @throws InputError for too many. */
export function checkLines(file: string, text: Uint8Array, limits: ReadLimits): void {
  const most = maxLines(limits);
  if (LINE_ENDS.some((end) => countUpTo(text, end, most + 1) > most)) throw tooManyRows(file, limits);
}

/** So many lines a text may have. */
export function maxLines({ rows }: ReadLimits): number {
  return LINES_PER_ROW * rows;
}

/** What there is to say of a text with more lines than that. */
export function tooManyRows(file: string, { rows }: ReadLimits): InputError {
  return sizeError(file, `more than ${formatCount(rows)}`, 'rows', rows);
}

/** @throws InputError where the beginning of a text is one line and nothing else, unless it is JSON. */
export function checkHeader(file: string, start: Uint8Array, { columns }: ReadLimits): void {
  const text = Buffer.from(start.subarray(0, MAX_HEADER_BYTES + 1)).toString('latin1');
  if (text.length <= MAX_HEADER_BYTES || /^\s*[[{]/.test(text) || /[\r\n]/.test(text)) return;
  throw new InputError('damaged-file', phrase`the first line of ${{ file }} is longer than 1 MiB`, {
    remedy: `it must name the columns, at most ${formatCount(columns)}`,
  });
}

function countUpTo(bytes: Uint8Array, value: number, most: number): number {
  let count = 0;
  for (let at = bytes.indexOf(value); at >= 0 && count < most; at = bytes.indexOf(value, at + 1)) count++;
  return count;
}

/** What there is to say of a file that would unpack to more than is taken. */
export function unpacksToMore(file: string): InputError {
  const most = MAX_UNPACKED_BYTES / MEBIBYTE;
  return new InputError('too-large', phrase`${{ file }} unpacks to more than ${most} MiB`, {
    remedy: 'no more is taken',
    allowed: [`${most} MiB`],
  });
}

function sizeError(file: string, found: string, what: TooMany, most: number): InputError {
  return new InputError('too-large', phrase`${{ file }} has ${found} ${what}`, {
    remedy: `${formatCount(most)} are taken at most`,
    allowed: [formatCount(most)],
  });
}
