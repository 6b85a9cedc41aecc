import { InputError } from '../../../../core/errors';
import { csvHead, delimiterSentence } from '../../../read/csv/csvHead';
import { maxLines, tooManyRows } from '../../../read/limits';
import type { OpenedFile } from '../../../read/openFile';
import { checkFooter } from '../../../read/parquet/checkFooter';
import { checkContent } from '../../checkContent';
import type { FileRead, FileSource } from '../../fileSource';
import { quoteIdentifier, quoteText } from '../../identifiers';
import type { SqlEngine } from '../../sqlEngine';

/**
 * CSV, JSON lines and Parquet, which DuckDB reads itself, as a table of text. Undefined for what is nothing for it, and
 * for what it refuses: that is looked at more closely in memory, where messages name the line.
 * @throws InputError for a damaged gzip file, and for JSON that is nested deep.
 */
export async function readFile(
  engine: SqlEngine,
  source: FileSource,
  table: string,
): Promise<FileRead | undefined> {
  const { opened, encoding = 'utf-8', sheet } = source;
  if (sheet !== undefined || encoding !== 'utf-8' || !readsItself(opened)) return undefined;
  await checkContent(opened);
  if (opened.format === 'parquet') checkFooter(opened.path, opened.file);
  try {
    return await (opened.format === 'csv'
      ? readCsvFile(engine, source, table)
      : readTypedFile(engine, opened, table));
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return undefined;
  }
}

/** Text in UTF-8 and Parquet. An array in JSON has line ends wherever it likes. */
function readsItself({ format, start }: OpenedFile): boolean {
  if (format === 'json-lines') return String.fromCharCode(start[0]) === '{';
  return format === 'parquet' || (format === 'csv' && start[0] < 0xfe);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof InputError && error.code === 'too-large';
}

async function readCsvFile(
  engine: SqlEngine,
  { opened, ...given }: FileSource,
  table: string,
): Promise<FileRead | undefined> {
  const { path, file, gzipped, start, limits } = opened;
  const { header, delimiter, titles } = csvHead(
    new TextDecoder('utf-8').decode(start),
    file,
    given.delimiter,
  );
  if (!isPlainHeader(header) || titles > 0) return undefined;
  const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`);
  const limit = limits ? `\nLIMIT ${maxLines(limits) + 1}` : '';
  await engine.run(
    `CREATE OR REPLACE TABLE ${table} AS
SELECT * FROM read_csv($path, hive_partitioning = false, auto_detect = false, header = true, delim = ${quoteText(delimiter)}, quote = '"',
  escape = '"', compression = '${gzipped ? 'gzip' : 'none'}', columns = {${columns.join(', ')}})${limit}`,
    { path: literalPath(path) },
  );
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  if (n[0] === 0) return undefined;
  if (limits && (n[0] as number) > maxLines(limits)) throw tooManyRows(file, limits);
  return {
    format: 'csv',
    rows: n[0] as number,
    ...(delimiter === ',' && { usualDecimal: '.' as const }),
    detected: given.delimiter === undefined ? [delimiterSentence(delimiter)] : [],
  };
}

/** Several columns, each with a name of its own, whatever its case: anything else is looked at more closely. */
function isPlainHeader(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.toLowerCase()));
  return header.length > 1 && names.size === header.length && !names.has('');
}

/** JSON lines and Parquet, whose values have types; numbers become text as SQL writes them. */
async function readTypedFile(
  engine: SqlEngine,
  { path, gzipped, format }: OpenedFile,
  table: string,
): Promise<FileRead | undefined> {
  const json = format === 'json-lines';
  const packed = gzipped ? 'gzip' : 'uncompressed';
  const read = json
    ? `read_json($path, hive_partitioning = false, format = 'newline_delimited', maximum_depth = 1, sample_size = -1, compression = '${packed}')`
    : 'read_parquet($path, hive_partitioning = false)';
  const values = { path: literalPath(path) };
  if (json) await checkDistinctKeys(engine, values, packed);
  const { column_name } = await engine.query(`DESCRIBE SELECT * FROM ${read}`, values);
  const columns = column_name.map((name) => quoteIdentifier(String(name)));
  if (json && (await isNested(engine, read, columns, values))) return undefined;
  const texts = columns.map((name) => `${json ? `${name} ->> '$'` : `CAST(${name} AS VARCHAR)`} AS ${name}`);
  await engine.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${texts.join(', ')} FROM ${read}`, values);
  return { format: json ? 'json-lines' : 'parquet', usualDecimal: '.', detected: [] };
}

/** Whether objects or lists stand in it, which become columns of their own elsewhere. */
async function isNested(
  engine: SqlEngine,
  read: string,
  columns: readonly string[],
  values: { path: string },
): Promise<boolean> {
  const nested = columns.map((name) => `json_type(${name}) IN ('OBJECT', 'ARRAY')`);
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${read} WHERE ${nested.join(' OR ')}`, values);
  return n[0] !== 0;
}

/** DuckDB takes the last of two values of one name. @throws an error, after which the file is looked at more closely. */
async function checkDistinctKeys(engine: SqlEngine, values: { path: string }, packed: string): Promise<void> {
  const { n } = await engine.query(
    `SELECT count(*) FILTER (WHERE len(json_keys(json)) <> len(list_distinct(json_keys(json)))) AS n
FROM read_json_objects($path, hive_partitioning = false, format = 'newline_delimited', compression = '${packed}')`,
    values,
  );
  if (n[0] !== 0) throw new Error('a name is duplicated');
}

/** A path that DuckDB takes as it is: brackets, stars and question marks would stand for several files. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}
