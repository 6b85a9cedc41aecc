import { display } from '../../../../core/options';
import { DELIMITER_NAMES } from '../../../read/csv/delimiter';
import { checkGzip, csvHead } from '../../csvHead';
import type { FileRead, FileSource } from '../../fileSource';
import { quoteIdentifier, quoteText } from '../../identifiers';
import type { SqlEngine } from '../../sqlEngine';

/**
 * CSV, JSON lines and Parquet, which DuckDB reads itself, as a table of text. Undefined for what is nothing for it, and
 * for what it refuses: that is looked at more closely in memory, where messages name the line.
 * @throws InputError for a damaged gzip file.
 */
export async function readFile(
  engine: SqlEngine,
  source: FileSource,
  table: string,
): Promise<FileRead | undefined> {
  const { kind, encoding = 'utf-8', sheet } = source;
  if (kind === 'other' || sheet !== undefined || encoding !== 'utf-8') return undefined;
  const read = kind === 'csv' ? readCsvFile(engine, source, table) : readTypedFile(engine, source, table);
  const [outcome] = await Promise.all([Promise.allSettled([read]), source.gzipped && checkGzip(source.path)]);
  return outcome[0].status === 'fulfilled' ? outcome[0].value : undefined;
}

async function readCsvFile(
  engine: SqlEngine,
  source: FileSource,
  table: string,
): Promise<FileRead | undefined> {
  const { path, gzipped } = source;
  const { header, delimiter } = await csvHead(path, gzipped, source.delimiter);
  if (!isPlainHeader(header)) return undefined;
  const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`);
  await engine.run(
    `CREATE OR REPLACE TABLE ${table} AS
SELECT * FROM read_csv($path, auto_detect = false, header = true, delim = ${quoteText(delimiter)}, quote = '"',
  escape = '"', compression = '${gzipped ? 'gzip' : 'none'}', columns = {${columns.join(', ')}})`,
    { path: literalPath(path) },
  );
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  if (n[0] === 0) return undefined;
  const separator = `values are separated by ${DELIMITER_NAMES[delimiter] ?? display(delimiter)}`;
  return {
    format: 'csv',
    ...(delimiter === ',' && { usualDecimal: '.' as const }),
    recognized: source.delimiter === undefined ? [separator] : [],
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
  { path, gzipped, kind }: FileSource,
  table: string,
): Promise<FileRead> {
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
  if (n[0] !== 0) throw new Error('a name is duplicated');
}

/** A path that DuckDB takes as it is: brackets, stars and question marks would stand for several files. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}
