import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { checkText, decode } from '../decode';
import type { Encoding } from '../encodings';
import type { OpenedFile } from '../openFile';
import type { TextTable } from '../textTable';
import { type CsvHead, csvHead } from './csvHead';
import { fileParts, partAt } from './csvParts';
import {
  type CsvRecords,
  headerOf,
  isBlank,
  isRagged,
  isRow,
  raggedError,
  recordOptions,
  startingLine,
} from './csvRecords';
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

/** The table, the delimiter that was given or recognized, and what stands above the header (see `CsvRecords`). */
export interface CsvInParts extends Pick<CsvRecords, 'delimiter' | 'titles' | 'fromLine'> {
  table: TextTable;
}

/** A part is parsed at once: its records take some ten times as much memory. */
const PART_BYTES = 16 * 1024 * 1024;

/** Where a part's rows stand, to tell lines. */
interface Place {
  offset: number;
  length: number;
  firstRow: number;
  firstLine: number;
  /** Whether the header may stand in it. */
  hasHeader: boolean;
}

/**
 * The table of a CSV file of any size: what `csvRecords` and `csvTable` give, without the whole text in memory. Texts that
 * occur again are kept once.
 * @throws InputError as they do; and where the file is not in UTF-8 and no encoding is given.
 */
export function csvInParts(
  { path, file, start }: OpenedFile,
  { delimiter, encoding = 'utf-8', size = PART_BYTES }: InPartsOptions = {},
): CsvInParts {
  checkText(start, file);
  const beginning = new TextDecoder(encoding).decode(start);
  const head = csvHead(beginning, file, delimiter);
  const reading = new PartReading(file, path, encoding, head);
  for (const { bytes, offset } of fileParts(path, size)) reading.take(bytes, offset);
  return { ...head, table: reading.table() };
}

/** Takes a file part by part. */
class PartReading {
  private readonly places: Place[] = [];
  private readonly columns = new TextColumns();
  private head: string[] | undefined;
  /** The first row that does not fit the header, which may yet be cut. */
  private ragged: { row: number; cells: string[] } | undefined;
  private line = 1;
  private lineEndsLast = 0;

  constructor(
    private readonly file: string,
    private readonly path: string,
    private readonly encoding: Encoding,
    private readonly begins: Pick<CsvHead, 'delimiter' | 'fromLine'>,
  ) {}

  take(bytes: Uint8Array, offset: number): void {
    const text = decode(bytes, this.file, this.encoding);
    const firstRow = this.columns.rows;
    this.places.push({
      offset,
      length: bytes.length,
      firstRow,
      firstLine: this.line,
      hasHeader: this.head === undefined,
    });
    for (const row of this.recordsOf(text)) this.takeRow(row);
    this.countLines(text);
  }

  table(): TextTable {
    const { file, head, columns } = this;
    if (head === undefined)
      throw new InputError('no-data', phrase`${{ file }} is empty`, {
        remedy: 'it needs a header line and rows',
      });
    if (head.length === 1) columns.dropBlankEnd(this.lineEndsLast - 1);
    let named = head.length;
    while (named > 0 && head[named - 1].trim() === '') named--;
    const isCut = columns.isEmptyBehind(named);
    const header = headerOf(isCut ? head.slice(0, named) : head, file);
    if (columns.rows === 0) throw new InputError('no-data', phrase`${{ file }} has a header but no rows`);
    const { ragged } = this;
    if (ragged && !isCut) throw raggedError(ragged.cells, header, file, this.lineOf(ragged.row));
    return {
      file,
      columns: header.map((name, j) => ({ name, cells: columns.cells(j) })),
      rows: columns.rows,
      place: (row) => `line ${this.lineOf(row)}`,
      ...(this.begins.delimiter === ',' && { usualDecimal: '.' as const }),
      recognized: [],
    };
  }

  private recordsOf(text: string): string[][] {
    const options = { ...this.optionsFrom(this.line), skip_empty_lines: this.skipsBlank() };
    return separated(text, options, this.file, this.line);
  }

  /** Blank lines are rows of files with one column, and no file is known to have one before its header is. */
  private skipsBlank(): boolean {
    return this.head !== undefined && this.head.length > 1;
  }

  /** For a text that begins on that line. */
  private optionsFrom(line: number) {
    const { delimiter, fromLine } = this.begins;
    return recordOptions(delimiter, Math.max(1, fromLine - line + 1));
  }

  private takeRow(row: string[]): void {
    if (this.head === undefined) {
      if (!isBlank(row)) this.head = row;
      return;
    }
    if (!isRow(row, this.head)) return;
    if (this.ragged === undefined && isRagged(row, this.head))
      this.ragged = { row: this.columns.rows, cells: row };
    this.columns.add(row, this.head.length);
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
    const { offset, length, firstRow, firstLine, hasHeader } = this.places[at];
    const text = decode(partAt(this.path, offset, length), this.file, this.encoding);
    const options = this.optionsFrom(firstLine);
    const counts = (cells: readonly string[]) => isRow(cells, this.head!);
    return firstLine - 1 + startingLine(text, options, counts, row - firstRow, hasHeader);
  }
}

const LINE_END = /\r\n|\r|\n/g;
