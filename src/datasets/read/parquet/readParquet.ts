import { basename } from 'node:path';
import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import type { Cell } from '../../../table/cell';
import { checkColumnsExist } from '../../checkColumnsExist';
import { quoteIdentifier } from '../../sql/identifiers';
import { openDatabase } from '../../sql/openDatabase';
import type { SqlEngine } from '../../sql/sqlEngine';
import { checkDistinctNames } from '../distinctNames';
import type { TextColumn, TextTable } from '../textTable';

/**
 * The columns of a Parquet file, read by DuckDB. Whole numbers beyond 2^53 and decimals of more than 15 digits are
 * text, digit by digit, through their whole column; days and times are ISO text.
 *
 * Columns of lists, structures and bytes are left out, which is said, unless they are asked for.
 *
 * @param wanted read only these; default all.
 * @throws InputError for a damaged file, one without rows, an unknown column, or a column asked for that holds lists,
 * structures or bytes.
 */
export function readParquet(path: string, wanted?: readonly string[]): Promise<TextTable> {
  return opened(path, async (database, source, file) => {
    const all = await columnsIn(database, source);
    const known = all.map(({ name }) => name);
    checkDistinctNames(known, file);
    if (wanted) checkColumnsExist(known, wanted, file);
    const nested = all.filter(isNested);
    const chosen = wanted
      ? all.filter(({ name }) => wanted.includes(name))
      : all.filter((column) => !isNested(column));
    if (chosen.length === 0) throw noNumbersOrTexts(nested[0], file);
    const selected = chosen.map((column, j) => `${expressionOf(column, file)} AS c${j}`).join(', ');
    const data = await database.query(
      `SELECT ${selected} FROM read_parquet($path, hive_partitioning = false)`,
      source,
    );
    const columns = chosen.map(({ name, type }, j) => settle(name, type, data[`c${j}`]));
    const rows = columns[0]?.cells.length ?? 0;
    if (rows === 0) throw new InputError('no-data', phrase`${{ file }} has columns but no rows`);
    const detected = wanted ? [] : nested.map(leftOut);
    return { file, columns, rows, place: (row) => `row ${row + 1}`, detected };
  });
}

/** A column of a Parquet file, with its type as DuckDB calls it. */
interface ParquetColumn {
  name: string;
  type: string;
}

/** What a Parquet file says of itself, and how long its texts are together: one that comes again is kept but once. */
export interface ParquetSize {
  columns: string[];
  rows: number;
  bytesOfTexts: number;
}

/**
 * How large the table of a Parquet file is, known before it is read.
 * @throws InputError for a damaged file.
 */
export function parquetSize(path: string): Promise<ParquetSize> {
  return opened(path, async (database, source) => {
    const columns = await columnsIn(database, source);
    const texts = columns.filter(({ type }) => type === 'VARCHAR');
    const bytes = texts.map(({ name }) => `coalesce(sum(strlen(${quoteIdentifier(name)})), 0)`);
    const { rows, bytesOfTexts } = await database.query(
      `SELECT CAST(count(*) AS DOUBLE) AS rows, CAST(${['0', ...bytes].join(' + ')} AS DOUBLE) AS "bytesOfTexts" FROM read_parquet($path, hive_partitioning = false)`,
      source,
    );
    const names = columns.map(({ name }) => name);
    return { columns: names, rows: Number(rows[0]), bytesOfTexts: Number(bytesOfTexts[0]) };
  });
}

/** A file of a few bytes may stand for many gigabytes. */
const MEMORY = '4GB';

/** Asks a file; whatever DuckDB cannot do with it, it is damaged. */
async function opened<T>(
  path: string,
  ask: (database: SqlEngine, source: { path: string }, file: string) => Promise<T>,
): Promise<T> {
  const file = basename(path);
  const database = await openDatabase({ memoryLimit: MEMORY });
  try {
    return await ask(database, { path: path.replace(/[[*?]/g, '[$&]') }, file);
  } catch (cause) {
    if (cause instanceof InputError && cause.cause === undefined) throw cause;
    if (/out of memory/i.test((cause as Error).message)) {
      throw new InputError('too-large', phrase`${{ file }} takes more than ${MEMORY} of memory to read`, {
        remedy: 'write it again in smaller row groups, or keep only the columns that you need',
        cause,
      });
    }
    throw new InputError('damaged-file', phrase`${{ file }} is a damaged Parquet file`, {
      remedy: 'fetch it again',
      cause,
    });
  } finally {
    await database.close();
  }
}

async function columnsIn(database: SqlEngine, source: { path: string }): Promise<ParquetColumn[]> {
  const { column_name: names, column_type: types } = await database.query(
    'DESCRIBE SELECT * FROM read_parquet($path, hive_partitioning = false)',
    source,
  );
  return names.map((name, j) => ({ name: String(name), type: String(types[j]) }));
}

/** How a column is asked for, so that it comes as numbers, truth values, or text. */
function expressionOf({ name, type }: ParquetColumn, file: string): string {
  const column = quoteIdentifier(name);
  if (isNested({ name, type })) throw noNumbersOrTexts({ name, type }, file);
  if (/^TIMESTAMP.*(TZ|TIME ZONE)/.test(type)) {
    return `strftime(make_timestamp(epoch_us(${column})), '%Y-%m-%dT%H:%M:%S')`;
  }
  if (type.startsWith('TIMESTAMP')) return `strftime(${column}, '%Y-%m-%dT%H:%M:%S')`;
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|BOOLEAN)$/.test(type)
    ? column
    : `CAST(${column} AS VARCHAR)`;
}

function isNested({ type }: ParquetColumn): boolean {
  return /\[|^(STRUCT|MAP|UNION|BLOB|LIST)/.test(type);
}

function noNumbersOrTexts({ name, type }: ParquetColumn, file: string): InputError {
  return new InputError(
    'unreadable-value',
    phrase`${{ file }}, column ${{ column: name }}: values of type ${type.split('(')[0]} aren't numbers or text`,
    { remedy: 'write them to columns of their own' },
  );
}

function leftOut({ name, type }: ParquetColumn): string {
  return `column ${display(name)} is left out: its values of type ${type.split('(')[0]} aren't numbers or text`;
}

function settle(name: string, type: string, values: readonly Cell[]): TextColumn {
  if (type === 'VARCHAR') return { name, cells: values };
  if (!type.startsWith('DECIMAL')) return { name, cells: values.map(finite), settled: true };
  const exact = values.every((value) => value === null || String(value).replace(/\D/g, '').length <= 15);
  return { name, cells: exact ? values.map((value) => value && Number(value)) : values, settled: true };
}

/** Infinities, like NaN, are no value. */
function finite(value: Cell): Cell {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
