import type { Info, Options } from 'csv-parse/sync';
import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import { isRemark } from '../../../table/rows/plainRows';
import { totalLabel } from '../../../table/rows/totalLabels';
import { checkDistinctNames } from '../distinctNames';
import type { TextTable } from '../textTable';
import { csvHead } from './csvHead';
import { delimiterOf, LINE_ENDS } from './delimiter';
import { separated } from './separated';

/** The cells of a file as text, before types are given to columns. */
export interface CsvRecords {
  /** Base name of the file, for messages. */
  file: string;
  header: string[];
  /** One array of cells per row, each as long as the header. */
  rows: string[][];
  delimiter: string;
  /** The line (from 1) past titles and what names the delimiter. */
  fromLine: number;
  /** Titles above the header, which are no rows. */
  titles: number;
  /** The line (from 1) of the file on which a row starts. Cost: reads the file again up to there. */
  lineOf(row: number): number;
}

/**
 * Splits a text into header and rows. Every row must be as long as the header; blank lines are not rows (but in
 * a file of one column they are missing values); a column without a name is called `column_1`, by its place. Values
 * that every line leaves empty at its end (a delimiter too many) are no column. Titles above the header are left out
 * (see `headerRow`).
 *
 * @param delimiter default: the one that splits the first rows evenly, or that a first line `sep=;` names.
 * @throws InputError naming line and column for ragged rows and broken quotes; for an empty file, a file with
 * nothing but a header, a column name used twice, and where two delimiters fit equally well.
 */
export function csvRecords(text: string, file: string, delimiter = delimiterOf(text, file)): CsvRecords {
  const { header: names, fromLine, titles } = csvHead(text, file, delimiter);
  // each blank line that the parser takes for a row costs it as much as a long row
  const options = { ...recordOptions(delimiter, fromLine), skip_empty_lines: names.length > 1 };
  const [head, ...body] = withoutBlankStart(separated(text, options, file));
  if (!head)
    throw new InputError('no-data', phrase`${{ file }} is empty`, {
      remedy: 'it needs a header line and rows',
    });
  const counts = (row: readonly string[]) => isRow(row, head);
  const lineOf = (row: number) => startingLine(text, { ...options, skip_empty_lines: false }, counts, row);
  const [trimmed, ...records] = withoutEmptyEnd([head, ...withoutTrailingBlank(body, text).filter(counts)]);
  const header = headerOf(trimmed, file);
  checkRows(records, header, file, lineOf);
  const rows = records.map((row) =>
    row.length < header.length ? [...row, ...new Array(header.length - row.length).fill('')] : row,
  );
  return { file, header, rows, delimiter, fromLine, titles, lineOf };
}

/** How the parser takes a text from a line on: rows of any length, which are checked afterwards. */
export function recordOptions(delimiter: string, fromLine: number): Options {
  return { delimiter, record_delimiter: LINE_ENDS, relax_column_count: true, from_line: fromLine };
}

/** The records as columns of texts. */
export function csvTable({ file, header, rows, delimiter, lineOf }: CsvRecords): TextTable {
  return {
    file,
    columns: header.map((name, j) => ({ name, cells: rows.map((row) => row[j]) })),
    rows: rows.length,
    place: (row) => `line ${lineOf(row)}`,
    // a comma between values would have to be quoted in every number with a decimal comma
    ...(delimiter === ',' && { usualDecimal: '.' as const }),
    recognized: [],
  };
}

/** The names of columns. @throws InputError for one that occurs twice. */
export function headerOf(names: readonly string[], file: string): string[] {
  const header = names.map((name, j) => name.trim() || `column_${j + 1}`);
  checkDistinctNames(header, file);
  return header;
}

function checkRows(
  rows: readonly string[][],
  header: readonly string[],
  file: string,
  lineOf: (row: number) => number,
): void {
  if (rows.length === 0) throw new InputError('no-data', phrase`${{ file }} has a header but no rows`);
  const ragged = rows.findIndex((row) => isRagged(row, header));
  if (ragged >= 0) throw raggedError(rows[ragged], header, file, lineOf(ragged));
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
  const hint = header.length === 1 ? '; if a title stands above the header, delete it' : '';
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

function withoutBlankStart(records: readonly string[][]): readonly string[][] {
  const first = records.findIndex((row) => !isBlank(row));
  return first < 0 ? [] : records.slice(first);
}

/** Empty lines at the end are no missing values of a one-column file; quotation marks with nothing between are one. */
function withoutTrailingBlank(body: readonly string[][], text: string): string[][] {
  const lineEnds = text.slice(endOfLastLine(text)).match(/\r\n|\r|\n/g)?.length ?? 0;
  let end = body.length;
  for (let blank = 1; blank < lineEnds && end > 0 && isBlankLine(body[end - 1]); blank++) end--;
  return body.slice(0, end);
}

function endOfLastLine(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

function isBlankLine(row: readonly string[]): boolean {
  return row.length === 1 && row[0] === '';
}

/** Some programs end every line, or every line but the header, with delimiters. */
function withoutEmptyEnd(records: string[][]): string[][] {
  const [head, ...rows] = records;
  let named = head.length;
  while (named > 0 && head[named - 1].trim() === '') named--;
  const length = rows[0]?.length;
  const same = rows.every((row) => row.length === length);
  if (!same || length <= named || rows.some((row) => row.slice(named).some((cell) => cell !== '')))
    return records;
  return records.map((row) => row.slice(0, named));
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
