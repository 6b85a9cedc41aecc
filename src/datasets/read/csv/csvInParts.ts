import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { checkText, decode } from '../decode';
import type { Encoding } from '../encodings';
import type { OpenedFile } from '../openFile';
import type { TextTable } from '../textTable';
import { type CsvHead, csvHead } from './csvHead';
import { fileParts, partAt, textParts } from './csvParts';
import { headerOf, isBlank, isRagged, isRow, raggedError, recordOptions, startingLine } from './csvRecords';
import { footerSentence, isFooter, MAX_FOOTER } from './footer';
import { separated } from './separated';
import { TextColumns } from './textColumns';

/** How a file of separated values is read that is larger than a text may be. */
export interface InPartsOptions {
  delimiter?: string;
  /** One in which quotation marks and line ends are those of ASCII. Default UTF-8. */
  encoding?: Encoding;
  /** Size of a part, in bytes. */
  size?: number;
}

/** The table, the delimiter that was given or recognized, and what stands above the header (see `CsvHead`). */
export interface CsvInParts extends Pick<CsvHead, 'delimiter' | 'titles' | 'fromLine'> {
  table: TextTable;
}

/** A part is parsed at once: its records take some hundred times as much memory where rows are short. */
const PART = 128 * 1024;

/** Where a part's rows stand, to tell lines. */
interface Place {
  /** Gives the part's text again. */
  again: () => string;
  firstRow: number;
  firstLine: number;
  /** Whether the header may stand in it. */
  hasHeader: boolean;
}

/**
 * The table of a text of separated values. Every row must be as long as the header; blank lines are not rows (but in a
 * text of one column they are missing values); a column without a name is called `column_1`, by its place. Values that
 * every line leaves empty at its end (a delimiter too many) are no column. Titles above the header are left out (see
 * `headerRow`). Texts that occur again are kept once.
 *
 * @param delimiter default: the one that splits the first rows evenly, or that a first line `sep=;` names.
 * @throws InputError naming line and column for ragged rows and broken quotes; for an empty text, one with nothing but a
 * header, a column name used twice, and where two delimiters fit equally well.
 */
export function csvTable(text: string, file: string, delimiter?: string, size = PART): CsvInParts {
  const head = csvHead(text, file, delimiter);
  const reading = new PartReading(file, head);
  for (const part of textParts(text, size)) reading.take(part, () => part);
  return { ...head, table: reading.table() };
}

/**
 * The same of a file of any size, without the whole text in memory.
 * @throws InputError as `csvTable`; and where the file is not in UTF-8 and no encoding is given.
 */
export function csvInParts(
  { path, file, start }: OpenedFile,
  { delimiter, encoding = 'utf-8', size = PART }: InPartsOptions = {},
): CsvInParts {
  checkText(start, file);
  const head = csvHead(new TextDecoder(encoding).decode(start), file, delimiter);
  const reading = new PartReading(file, head);
  const decoded = (bytes: Uint8Array) => decode(bytes, file, encoding);
  for (const { bytes, offset } of fileParts(path, size)) {
    const { length } = bytes;
    reading.take(decoded(bytes), () => decoded(partAt(path, offset, length)));
  }
  return { ...head, table: reading.table() };
}

/** Takes a text part by part. */
class PartReading {
  private readonly places: Place[] = [];
  /** Once the header is read. */
  private body: { head: string[]; columns: TextColumns } | undefined;
  /** The first row that does not fit the header, which may yet be cut, and the rows from there on while they may be a footer. */
  private ragged: { row: number; cells: string[]; rest: string[][] | undefined } | undefined;
  private line = 1;
  private lineEndsLast = 0;

  constructor(
    private readonly file: string,
    private readonly begins: Pick<CsvHead, 'delimiter' | 'fromLine' | 'header'>,
  ) {}

  /** @param again gives the text once more. */
  take(text: string, again: () => string): void {
    const firstRow = this.body?.columns.rows ?? 0;
    this.places.push({
      again,
      firstRow,
      firstLine: this.line,
      hasHeader: this.body === undefined,
    });
    for (const row of this.recordsOf(text)) this.takeRow(row);
    this.countLines(text);
  }

  table(): TextTable {
    const { file, body } = this;
    if (body === undefined)
      throw new InputError('no-data', phrase`${{ file }} is empty`, {
        remedy: 'it needs a header line and rows',
      });
    const { head, columns } = body;
    if (head.length === 1) columns.dropBlankEnd(this.lineEndsLast - 1);
    let named = head.length;
    while (named > 0 && head[named - 1].trim() === '') named--;
    const isCut = columns.isEmptyBehind(named);
    const header = headerOf(isCut ? head.slice(0, named) : head, file);
    const { ragged } = this;
    const footer = ragged && !isCut ? this.footer(header, columns, ragged) : [];
    if (columns.rows === 0) throw new InputError('no-data', phrase`${{ file }} has a header but no rows`);
    return {
      file,
      columns: header.map((name, j) => ({ name, cells: columns.cells(j) })),
      rows: columns.rows,
      place: (row) => `line ${this.lineOf(row)}`,
      ...(this.begins.delimiter === ',' && { usualDecimal: '.' as const }),
      detected: footer,
    };
  }

  /** Leaves out rows at the end that are a footer. @throws InputError where they are none. */
  private footer(
    header: readonly string[],
    columns: TextColumns,
    { row, cells, rest }: NonNullable<typeof this.ragged>,
  ): string[] {
    const above = (column: number) => columns.cells(column).slice(Math.max(0, row - MAX_ABOVE), row);
    const isEnd = rest?.every((each) => !isRagged(each, header) || isFooter(each, header.length, above));
    const line = this.lineOf(row);
    if (!isEnd) throw raggedError(cells, header, this.file, line);
    columns.dropFrom(row);
    return [footerSentence(`line ${line}`, rest!)];
  }

  private recordsOf(text: string): string[][] {
    const options = { ...this.optionsFrom(this.line), skip_empty_lines: this.skipsBlank() };
    return separated(text, options, this.file, this.line);
  }

  /** Blank lines are rows where there is one column alone; each that the parser takes for one costs it as much as a long row. */
  private skipsBlank(): boolean {
    return (this.body?.head ?? this.begins.header).length > 1;
  }

  /** For a text that begins on that line. */
  private optionsFrom(line: number) {
    const { delimiter, fromLine } = this.begins;
    return recordOptions(delimiter, Math.max(1, fromLine - line + 1));
  }

  private takeRow(row: string[]): void {
    if (this.body === undefined) {
      if (!isBlank(row)) this.body = { head: row, columns: new TextColumns(row.length) };
      return;
    }
    const { head, columns } = this.body;
    if (!isRow(row, head)) return;
    if (this.ragged === undefined && isRagged(row, head))
      this.ragged = { row: columns.rows, cells: row, rest: [] };
    const { ragged } = this;
    if (ragged?.rest !== undefined) {
      ragged.rest.push(row);
      if (ragged.rest.length > MAX_FOOTER || row.length >= head.length) ragged.rest = undefined;
    }
    columns.add(row);
  }

  private countLines(text: string): void {
    this.line += text.match(LINE_END)?.length ?? 0;
    let end = text.length;
    while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    const ends = text.slice(end).match(LINE_END)?.length ?? 0;
    this.lineEndsLast = end === 0 ? this.lineEndsLast + ends : ends;
  }

  private lineOf(row: number): number {
    let at = this.places.length - 1;
    while (at > 0 && this.places[at].firstRow > row) at--;
    const { again, firstRow, firstLine, hasHeader } = this.places[at];
    const options = this.optionsFrom(firstLine);
    const counts = (cells: readonly string[]) => isRow(cells, this.body!.head);
    return firstLine - 1 + startingLine(again(), options, counts, row - firstRow, hasHeader);
  }
}

/** So many rows above a footer show what the columns hold. */
const MAX_ABOVE = 100;

const LINE_END = /\r\n|\r|\n/g;
