import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { checkKnown, checkOneOf, display } from '../../core/options';
import type { Cell } from '../dataFrame';
import { DELIMITER_NAMES } from '../delimiter';
import { ENCODINGS, type Encoding } from '../encodings';
import { firstBytes } from '../firstBytes';
import { readRaw } from '../readTable';
import type { TableFormat } from '../tableFormat';
import { checkGzip, csvHead } from './csvHead';
import { quoteIdentifier, quoteText } from './identifiers';
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
export interface ImportedFile {
  /** Base name of the file. */
  file: string;
  format: TableFormat;
  columns: string[];
  rows: number;
  /** The mark before decimals that the format itself speaks for, where numbers alone do not tell. */
  usualDecimal?: '.';
  /** What was recognized rather than given, in sentences. */
  recognized: string[];
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
    throw new InputError(`\`path\` is ${display(path)}; it must name a file`);
  const source = { path, table, options, ...sourceOf(path) };
  const read = (await byEngine(engine, source)) ?? (await inMemory(engine, source));
  const { column_name } = await engine.query(`DESCRIBE ${table}`);
  return {
    file: basename(path),
    columns: column_name.map(String),
    rows: await countRows(engine, table),
    ...read,
  };
}

interface Source {
  path: string;
  table: string;
  options: ImportFileOptions;
  kind: 'csv' | 'json-lines' | 'parquet' | 'other';
  gzipped: boolean;
}

type Read = Pick<ImportedFile, 'format' | 'usualDecimal' | 'recognized'>;

/** By its first bytes and the ending of its name. @throws InputError when it cannot be read. */
function sourceOf(path: string): Pick<Source, 'kind' | 'gzipped'> {
  const start = firstBytes(path);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  if (String.fromCharCode(...start) === 'PAR1') return { kind: 'parquet', gzipped };
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(path)) return { kind: 'json-lines', gzipped };
  return { kind: gzipped || /\.(csv|tsv|txt)$/i.test(path) ? 'csv' : 'other', gzipped };
}

/** Undefined where it is nothing for DuckDB, or DuckDB refuses it. */
async function byEngine(engine: SqlEngine, source: Source): Promise<Read | undefined> {
  const { encoding, sheet } = source.options;
  if (source.kind === 'other' || sheet !== undefined || (encoding ?? 'utf-8') !== 'utf-8') return undefined;
  const read = source.kind === 'csv' ? readCsvFile(engine, source) : readTypedFile(engine, source);
  const [outcome] = await Promise.all([Promise.allSettled([read]), source.gzipped && checkGzip(source.path)]);
  return outcome[0].status === 'fulfilled' ? outcome[0].value : undefined;
}

async function readCsvFile(engine: SqlEngine, source: Source): Promise<Read | undefined> {
  const { path, table, gzipped, options } = source;
  const { header, delimiter } = await csvHead(path, gzipped, options.delimiter);
  if (!isPlainHeader(header)) return undefined;
  const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`);
  await engine.run(
    `CREATE OR REPLACE TABLE ${table} AS
SELECT * FROM read_csv($path, auto_detect = false, header = true, delim = ${quoteText(delimiter)}, quote = '"',
  escape = '"', compression = '${gzipped ? 'gzip' : 'none'}', columns = {${columns.join(', ')}})`,
    { path: literalPath(path) },
  );
  if ((await countRows(engine, table)) === 0) return undefined;
  return {
    format: 'csv',
    ...(delimiter === ',' && { usualDecimal: '.' as const }),
    recognized:
      options.delimiter === undefined
        ? [`values are separated by ${DELIMITER_NAMES[delimiter] ?? display(delimiter)}`]
        : [],
  };
}

/** Several columns, each with a name of its own, whatever its case: anything else is looked at more closely. */
function isPlainHeader(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.toLowerCase()));
  return header.length > 1 && names.size === header.length && !names.has('');
}

/** JSON lines and Parquet, whose values have types; numbers become text as SQL writes them. */
async function readTypedFile(engine: SqlEngine, { path, table, gzipped, kind }: Source): Promise<Read> {
  const json = kind === 'json-lines';
  const packed = gzipped ? 'gzip' : 'uncompressed';
  const read = json
    ? `read_json($path, format = 'newline_delimited', maximum_depth = 1, sample_size = -1, compression = '${packed}')`
    : 'read_parquet($path)';
  const values = { path: literalPath(path) };
  if (json) await checkDistinctKeys(engine, values, packed);
  const { column_name } = await engine.query(`DESCRIBE SELECT * FROM ${read}`, values);
  const columns = column_name.map((name) => quoteIdentifier(String(name)));
  const texts = columns.map((name) => `${json ? `${name} ->> '$'` : `CAST(${name} AS VARCHAR)`} AS ${name}`);
  await engine.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${texts.join(', ')} FROM ${read}`, values);
  return { format: json ? 'json-lines' : 'parquet', usualDecimal: '.', recognized: [] };
}

/** DuckDB takes the last of two values of one name. @throws an error, after which the file is looked at more closely. */
async function checkDistinctKeys(engine: SqlEngine, values: { path: string }, packed: string): Promise<void> {
  const { n } = await engine.query(
    `SELECT count(*) FILTER (WHERE len(json_keys(json)) <> len(list_distinct(json_keys(json)))) AS n
FROM read_json_objects($path, format = 'newline_delimited', compression = '${packed}')`,
    values,
  );
  if (n[0] !== 0) throw new Error('a name is there twice');
}

async function inMemory(engine: SqlEngine, { path, table, options }: Source): Promise<Read> {
  const { format, raw } = await readRaw(path, basename(path), options);
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

/** A path that DuckDB takes as it is: brackets, stars and question marks would stand for several files. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}
