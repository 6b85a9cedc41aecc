import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { checkKnown, checkOneOf, display } from '../../core/options';
import { csvRecords } from '../csvRecords';
import { decode, ENCODINGS, type Encoding, readBytes } from '../csvText';
import type { TableData } from '../tableData';
import { checkGzip, csvHead } from './csvHead';
import { quoteIdentifier, quoteText } from './identifiers';
import type { SqlEngine } from './sqlEngine';

/** Options of `importFile`. */
export interface ImportFileOptions {
  /** The character between values. Default: of comma, tab, semicolon and bar, the one most used in the header. */
  delimiter?: string;
  /** Of a text file. Default 'utf-8'. */
  encoding?: Encoding;
}

/** A file that has become a table. */
export interface ImportedFile {
  /** Base name of the file. */
  file: string;
  format: 'csv' | 'json-lines' | 'parquet';
  columns: string[];
  rows: number;
  /** What was recognised rather than given, in sentences. */
  recognised: string[];
}

/**
 * Makes a table of a file: CSV (plain or gzipped, any usual delimiter and line end), JSON lines or Parquet. DuckDB
 * reads the file itself, so that half a million rows take half a second. Every column arrives as text, exactly as it
 * stands in the file (empty is NULL), to be cast by statements a reader can see.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`); a table of that name is replaced.
 * @throws InputError naming the file, and where it applies line and column: no such file, damaged, empty, a ragged
 * row, a column name used twice, an ending that is not known.
 * Cost: O(size of the file). A CSV file that DuckDB does not take (mixed line ends, another encoding, a broken row)
 * is read again in memory, some ten times slower, for its rows or for an error that names the line.
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
  checkKnown('importFile', options, ['delimiter', 'encoding']);
  checkOneOf('encoding', options.encoding ?? 'utf-8', ENCODINGS);
  if (typeof path !== 'string' || path === '')
    throw new InputError(`\`path\` is ${display(path)}; it must name a file`);
  const gzipped = startsLikeGzip(path);
  const format = formatOf(path);
  const recognised = await READERS[format](engine, { path, table, gzipped, options });
  const columns = await columnsOf(engine, table);
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  return { file: basename(path), format, columns, rows: n[0] as number, recognised };
}

interface Source {
  path: string;
  table: string;
  gzipped: boolean;
  options: ImportFileOptions;
}

const READERS: Record<ImportedFile['format'], (engine: SqlEngine, source: Source) => Promise<string[]>> = {
  csv: importCsv,
  'json-lines': importJson,
  parquet: importParquet,
};

function formatOf(path: string): ImportedFile['format'] {
  const name = basename(path).toLowerCase().replace(/\.gz$/, '');
  if (/\.parquet$/.test(name)) return 'parquet';
  return /\.(jsonl|ndjson)$/.test(name) ? 'json-lines' : 'csv';
}

async function importCsv(engine: SqlEngine, source: Source): Promise<string[]> {
  const { path, table, gzipped, options } = source;
  const { encoding = 'utf-8' } = options;
  const head = await csvHead(path, gzipped, options.delimiter);
  const delimiter = options.delimiter ?? head.delimiter;
  const simple = encoding === 'utf-8' && head.header.length > 1 && distinct(head.header);
  if (!(simple && (await readByEngine(engine, source, head.header, delimiter)))) {
    await engine.createTable(table, textColumns(path, encoding, options.delimiter));
  }
  return options.delimiter === undefined ? [`values are separated by ${NAMES[delimiter]}`] : [];
}

const NAMES: Record<string, string> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars' };

/** Whether DuckDB could read it. */
async function readByEngine(
  engine: SqlEngine,
  { path, table, gzipped }: Source,
  header: readonly string[],
  delimiter: string,
): Promise<boolean> {
  const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`);
  const dialect = `auto_detect = false, header = true, delim = ${quoteText(delimiter)}, quote = '"', escape = '"'`;
  const packed = `compression = '${gzipped ? 'gzip' : 'none'}'`;
  const read = engine.run(
    `CREATE OR REPLACE TABLE ${table} AS
SELECT * FROM read_csv($path, ${dialect}, ${packed}, columns = {${columns.join(', ')}})`,
    { path: literalPath(path) },
  );
  const [outcome] = await Promise.all([Promise.allSettled([read]), gzipped && checkGzip(path)]);
  if (outcome[0].status === 'rejected') return false;
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  return n[0] !== 0;
}

/** The whole file as columns of text. @throws InputError naming line and column of what is wrong with it. */
function textColumns(path: string, encoding: Encoding, delimiter: string | undefined): TableData {
  const file = basename(path);
  const { header, rows } = csvRecords(decode(readBytes(path), file, encoding), file, delimiter);
  return Object.fromEntries(header.map((name, j) => [name, rows.map((row) => row[j] || null)]));
}

async function importJson(engine: SqlEngine, { path, table, gzipped }: Source): Promise<string[]> {
  const read = `read_json($path, format = 'newline_delimited', maximum_depth = 1, sample_size = -1, compression = '${gzipped ? 'gzip' : 'uncompressed'}')`;
  return importAsText(engine, path, table, read, (name) => `${name} ->> '$'`);
}

async function importParquet(engine: SqlEngine, { path, table }: Source): Promise<string[]> {
  return importAsText(engine, path, table, 'read_parquet($path)', (name) => `CAST(${name} AS VARCHAR)`);
}

async function importAsText(
  engine: SqlEngine,
  path: string,
  table: string,
  read: string,
  asText: (name: string) => string,
): Promise<string[]> {
  try {
    const described = await engine.query(`DESCRIBE SELECT * FROM ${read}`, { path: literalPath(path) });
    const names = described.column_name.map((name) => quoteIdentifier(String(name)));
    const columns = names.map((name) => `${asText(name)} AS ${name}`);
    await engine.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${columns.join(', ')} FROM ${read}`, {
      path: literalPath(path),
    });
  } catch (cause) {
    throw new InputError(`cannot read ${basename(path)}: ${(cause as Error).message}`, { cause });
  }
  return [];
}

async function columnsOf(engine: SqlEngine, table: string): Promise<string[]> {
  const { column_name } = await engine.query(`DESCRIBE ${table}`);
  return column_name.map(String);
}

/** A path that DuckDB takes as it is: brackets, stars and question marks would stand for several files. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}

function distinct(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.toLowerCase())).size === names.length;
}

/** Known by its first bytes, whatever its name. @throws InputError when it cannot be read. */
function startsLikeGzip(path: string): boolean {
  const start = new Uint8Array(2);
  try {
    const file = openSync(path, 'r');
    readSync(file, start);
    closeSync(file);
  } catch {
    readBytes(path); // says why it cannot be read
  }
  return start[0] === 0x1f && start[1] === 0x8b;
}
