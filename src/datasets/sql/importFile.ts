import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, object } from '../../core/schema';
import type { Cell } from '../../table/cell';
import { FILE_OPTIONS } from '../read/fileOptions';
import { type OpenedFile, openFile } from '../read/openFile';
import type { ListReading } from '../read/reader';
import { readTextTable } from '../read/readTextTable';
import type { FileRead, FileSource } from './fileSource';
import type { SqlEngine } from './sqlEngine';

const { delimiter, encoding, sheet } = FILE_OPTIONS;

/** What the options may be. @internal */
export const IMPORT_FILE_OPTIONS = object({ delimiter, encoding, sheet });

/** Options of `importFile`. */
export interface ImportFileOptions extends Given<typeof IMPORT_FILE_OPTIONS> {}

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
  const resolved = resolveOptions('importFile', IMPORT_FILE_OPTIONS, options);
  if (typeof path !== 'string' || path === '')
    throw new InputError('wrong-type', phrase`${{ option: 'path' }} is ${{ value: path }}`, {
      remedy: 'it must name a file',
    });
  return importOpened(engine, openFile(path), table, resolved);
}

/** `importFile` of a file that was looked at already. @param lists what becomes of lists within objects. Default text. */
export async function importOpened(
  engine: SqlEngine,
  opened: OpenedFile,
  table: string,
  options: ImportFileOptions,
  lists?: ListReading,
): Promise<ImportedFile> {
  const source: FileSource = { opened, ...options, ...(lists && { lists }) };
  const read = (await engine.readFile?.(source, table)) ?? (await inMemory(engine, source, table));
  return {
    ...read,
    file: opened.file,
    columns: await engine.columnsOf(table),
    rows: read.rows ?? (await countRows(engine, table)),
  };
}

async function inMemory(
  engine: SqlEngine,
  { opened, delimiter, encoding, sheet, lists }: FileSource,
  table: string,
): Promise<FileRead> {
  const { format } = opened;
  const { columns, usualDecimal, detected } = await readTextTable(opened, {
    ...{ delimiter, encoding, sheet },
    ...(lists && { lists }),
  });
  const texts = columns.map(({ name, cells }) => [name, cells.map(textOf)] as const);
  await engine.createTable(table, Object.fromEntries(texts));
  const decimal = format === 'csv' ? usualDecimal : '.';
  return { format, ...(decimal && { usualDecimal: decimal }), detected };
}

function textOf(cell: Cell): Cell {
  return cell === null || cell === '' ? null : String(cell);
}

async function countRows(engine: SqlEngine, table: string): Promise<number> {
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  return n[0] as number;
}
