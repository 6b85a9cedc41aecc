import type { Info, Options } from 'csv-parse/sync';
import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import { isRemark } from '../../../table/rows/plainRows';
import { totalLabel } from '../../../table/rows/totalLabels';
import { checkDistinctNames } from '../distinctNames';
import { LINE_ENDS } from './delimiter';
import { separated } from './separated';

/** How the parser takes a text from a line on: rows of any length, which are checked afterwards. */
export function recordOptions(delimiter: string, fromLine: number): Options {
  return { delimiter, record_delimiter: LINE_ENDS, relax_column_count: true, from_line: fromLine };
}

/** The names of columns. @throws InputError for one that occurs twice. */
export function headerOf(names: readonly string[], file: string): string[] {
  const header = names.map((name, j) => name.trim() || `column_${j + 1}`);
  checkDistinctNames(header, file);
  return header;
}

/** What there is to say of a row that is longer or shorter than the header. */
export function raggedError(
  row: readonly string[],
  header: readonly string[],
  file: string,
  line: number,
): InputError {
  const fault =
    row.length < header.length
      ? `the row ends before column '${header[row.length]}'`
      : `value ${header.length + 1} (${display(row[header.length])}) has no column`;
  const hint =
    header.length === 1
      ? '; if a title stands above the header, delete it'
      : row.length < header.length
        ? '; complete the row, or remove it'
        : '; quote a value that holds the mark between values, or remove the row';
  return new InputError(
    'damaged-file',
    phrase`${{ file }}, line ${{ line }}: ${row.length} values, but the header has ${header.length}`,
    { remedy: `${fault}${hint}` },
  );
}

/** Whether a row is longer or shorter than the header, and means something. */
export function isRagged(row: readonly string[], header: readonly string[]): boolean {
  return row.length !== header.length && !isOtherRow(row, header);
}

/** Remarks and totals end early in files of many programs: they are no customers, and are left out later. */
function isOtherRow(row: readonly string[], header: readonly string[]): boolean {
  if (row.length > header.length) return false;
  const [text = '', ...others] = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (isRemark(text) || totalLabel(text)?.alone === true) return true;
  return others.length === 0 && header.length > 2 && /\p{L}/u.test(text) && /\s/.test(text);
}

/** Whether nothing but blanks stands in a row. */
export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** A blank line is no row, but in a file of one column a missing value. */
export function isRow(row: readonly string[], head: readonly string[]): boolean {
  return head.length === 1 || row.length > 1 || row[0] !== '';
}

/**
 * The line (from 1) on which a row starts.
 * @param hasHeader whether the first line that is not blank is the header.
 */
export function startingLine(
  text: string,
  options: Options,
  counts: (row: readonly string[]) => boolean,
  row: number,
  hasHeader = true,
): number {
  const records = separated(text, options);
  const head = hasHeader ? records.findIndex((record) => !isBlank(record)) : -1;
  const positions = records.flatMap((record, at) => (at > head && counts(record) ? [at] : []));
  if (positions[row] === 0) return 1;
  const before = separated(text, { ...options, info: true, to: positions[row] }) as unknown as {
    info: Info;
  }[];
  return before[before.length - 1].info.lines + 1;
}
