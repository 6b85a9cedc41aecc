import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { checkKnown, checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import type { Cell } from '../../table/cell';
import { ENCODINGS, type Encoding } from '../read/encodings';
import { firstBytes } from '../read/firstBytes';
import { readRaw } from '../read/readTable';
import type { FileRead, FileSource } from './fileSource';
import type { SqlEngine } from './sqlEngine';

/** Options of `importFile`. */
export interface ImportFileOptions {
  /** The character between the values of a CSV file. Default: recognized from its first rows. */
  delimiter?: string;
  /** Of a text file. Default: by its byte order mark, else UTF-8, else Windows-1252. */
  encoding?: Encoding;
  /** Of an Excel file. Default the first. */
  sheet?: string;
}

/** A file that has become a table. */
export interface ImportedFile extends FileRead {
  /** Base name of the file. */
  file: string;
  columns: string[];
  rows: number;
}

/**
 * Makes a table of a file: CSV (plain or gzipped, any usual delimiter, encoding and line end), JSON lines, Parquet or
 * Excel. DuckDB reads CSV, JSON lines and Parquet itself, so that half a million rows take half a second. Every column
 * arrives as text, as it stands in the file (empty is NULL), to be cast by statements a reader can see.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`); a table of that name is replaced.
 * @throws InputError naming the file, and where it applies line and column: no such file, damaged, empty, a ragged
 * row, a column name used twice, be it in one line of JSON.
 * Cost: O(size of the file). What DuckDB does not take (Excel, mixed line ends, another encoding, a broken row) is
 * read in memory as `readTable` does, some ten times slower, for its rows or for an error that names the line.
 *
 * @example
 * const database = await openDatabase();
 * const { columns, rows } = await importFile(database, 'purchases.csv', 'purchases');
 * columns; // ['customer', 'country', 'date', 'amount']
 * rows;    // 4
 */
export async function importFile(
  engine: SqlEngine,
  path: string,
  table: string,
  options: ImportFileOptions = {},
): Promise<ImportedFile> {
  checkKnown('importFile', options, ['delimiter', 'encoding', 'sheet']);
  if (options.encoding !== undefined) checkOneOf('encoding', options.encoding, ENCODINGS);
  if (typeof path !== 'string' || path === '')
    throw new InputError('wrong-type', phrase`${{ option: 'path' }} is ${{ value: path }}`, {
      remedy: 'it must name a file',
    });
  const source: FileSource = { path, ...kindOf(path), ...options };
  const read = (await engine.readFile?.(source, table)) ?? (await inMemory(engine, source, table));
  return {
    file: basename(path),
    columns: await engine.columnsOf(table),
    rows: await countRows(engine, table),
    ...read,
  };
}

/** By its first bytes and the ending of its name. @throws InputError when it cannot be read. */
function kindOf(path: string): Pick<FileSource, 'kind' | 'gzipped'> {
  const start = firstBytes(path);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  if (String.fromCharCode(...start) === 'PAR1') return { kind: 'parquet', gzipped };
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(path)) return { kind: 'json-lines', gzipped };
  return { kind: gzipped || /\.(csv|tsv|txt)$/i.test(path) ? 'csv' : 'other', gzipped };
}

async function inMemory(
  engine: SqlEngine,
  { path, delimiter, encoding, sheet }: FileSource,
  table: string,
): Promise<FileRead> {
  const { format, raw } = await readRaw(path, basename(path), { delimiter, encoding, sheet });
  const columns = raw.columns.map(({ name, cells }) => [name, cells.map(textOf)] as const);
  await engine.createTable(table, Object.fromEntries(columns));
  const usualDecimal = format === 'csv' ? raw.usualDecimal : '.';
  return { format, ...(usualDecimal && { usualDecimal }), recognized: raw.recognized };
}

function textOf(cell: Cell): Cell {
  return cell === null || cell === '' ? null : String(cell);
}

async function countRows(engine: SqlEngine, table: string): Promise<number> {
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  return n[0] as number;
}
