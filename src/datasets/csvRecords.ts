import { type CsvError, type Info, type Options, parse } from 'csv-parse/sync';
import { InputError } from '../core/errors';
import { display } from '../core/options';

/** The cells of a file as text, before types are given to columns. */
export interface CsvRecords {
  /** Base name of the file, for messages. */
  file: string;
  header: string[];
  /** One array of cells per row, each as long as the header. */
  rows: string[][];
  /** The line (from 1) of the file on which a row starts. Cost: reads the file again up to there. */
  lineOf(row: number): number;
}

/**
 * Splits a text into header and rows. Every row must be as long as the header; blank lines are not rows (but in
 * a file of one column they are missing values); a column without a name is called `column_1`, by its place.
 *
 * @throws InputError naming line and column for ragged rows and broken quotes; for an empty file, a file with
 * nothing but a header, and a column name used twice.
 */
export function csvRecords(text: string, file: string, delimiter = delimiterOf(text)): CsvRecords {
  const options: Options = { delimiter, record_delimiter: lineEnds(text), relax_column_count: true };
  const [head, ...body] = parseText(text, file, options);
  if (!head || text.trim() === '') throw new InputError(`${file} is empty; it needs a header line and rows`);
  const header = head.map((name, j) => name.trim() || `column_${j + 1}`);
  const counts = (row: readonly string[]) => header.length === 1 || row.length > 1 || row[0] !== '';
  const lineOf = (row: number) => startingLine(text, options, counts, row);
  const rows = withoutTrailingBlank(body).filter(counts);
  checkHeader(header, file);
  checkRows(rows, header, file, lineOf);
  return { file, header, rows, lineOf };
}

/** A file put together from others may end its lines in both ways; a lone CR ends lines only where nothing else does. */
function lineEnds(text: string): string[] {
  return text.includes('\n') ? ['\r\n', '\n'] : ['\r'];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The candidate found most often in the header line, quoted parts aside; a comma when there is none. */
export function delimiterOf(text: string): string {
  const header = text.trimStart().split(/\r\n|\r|\n/, 1)[0];
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((candidate) => bare.split(candidate).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

function parseText(text: string, file: string, options: Options): string[][] {
  try {
    return parse(text, options) as string[][];
  } catch (cause) {
    const { code, lines, column, message } = cause as CsvError & { lines?: number; column?: number };
    const where = lines === undefined ? '' : `, line ${lines}, value ${Number(column) + 1}`;
    throw new InputError(`${file}${where}: ${QUOTE_FAULTS[code] ?? message}`, { cause });
  }
}

const QUOTE_FAULTS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'an opening quotation mark is never closed',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a value; quote the whole value and double the mark',
  CSV_INVALID_CLOSING_QUOTE: 'more text follows a closing quotation mark; double the marks inside a value',
  CSV_MAX_RECORD_SIZE: 'the row is over 128,000 characters long; is the delimiter right?',
};

function checkHeader(header: readonly string[], file: string): void {
  const repeated = header.findIndex((name, j) => header.indexOf(name) !== j);
  if (repeated < 0) return;
  const name = header[repeated];
  throw new InputError(
    `${file} has two columns called '${name}' (columns ${header.indexOf(name) + 1} and ${repeated + 1}); rename one`,
  );
}

function checkRows(
  rows: readonly string[][],
  header: readonly string[],
  file: string,
  lineOf: (row: number) => number,
): void {
  if (rows.length === 0) throw new InputError(`${file} has a header but no rows`);
  const ragged = rows.findIndex((row) => row.length !== header.length);
  if (ragged < 0) return;
  const row = rows[ragged];
  const fault =
    row.length < header.length
      ? `the row ends before column '${header[row.length]}'`
      : `value ${header.length + 1} (${display(row[header.length])}) has no column`;
  throw new InputError(
    `${file}, line ${lineOf(ragged)}: ${row.length} values, but the header has ${header.length}; ${fault}`,
  );
}

/** The end of the last line is not one more (missing) value of a one-column file. */
function withoutTrailingBlank(body: readonly string[][]): string[][] {
  let end = body.length;
  while (end > 0 && body[end - 1].length === 1 && body[end - 1][0] === '') end--;
  return body.slice(0, end);
}

function startingLine(
  text: string,
  options: Options,
  counts: (row: readonly string[]) => boolean,
  row: number,
): number {
  const parsed = parse(text, { ...options, info: true }) as unknown as { record: string[]; info: Info }[];
  const positions = parsed.flatMap(({ record }, at) => (at > 0 && counts(record) ? [at] : []));
  return parsed[positions[row] - 1].info.lines + 1;
}
