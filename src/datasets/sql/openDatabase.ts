import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBResultReader } from '@duckdb/node-api';
import { InputError } from '../../core/errors';
import { checkInteger, checkKnown, display } from '../../core/options';
import type { TableData } from '../tableData';
import { appendColumns } from './appendColumns';
import { cellsOf } from './duckdbCells';
import type { SqlEngine, SqlValue, SqlValues } from './sqlEngine';
import { sqlError } from './sqlError';

/** Options of `openDatabase`. */
export interface OpenDatabaseOptions {
  /** A database file, made where it is not there. Default: in memory, gone when closed. */
  path?: string;
  /** Threads that a statement may use, at least 1. Default: one for each core. */
  threads?: number;
  /** Memory that the database may use, e.g. '2GB'; more goes to disk. Default: four fifths of the machine's. */
  memoryLimit?: string;
}

/**
 * An embedded SQL database (DuckDB), in memory or on disk. It reaches for nothing on its own: extensions are
 * neither downloaded nor loaded, and what does not fit into memory goes to the system's folder for temporary files.
 *
 * What comes out of `query`: whole numbers as numbers (as text where one is beyond 2^53), DECIMAL as the nearest
 * float64, days and times as ISO text, NULL and NaN as `null`. What goes in is bound to `$1` or `$name`, never
 * written into the statement.
 *
 * @throws InputError for wrong options, a folder that is not there, or a file that is no database.
 * Cost: some 30 ms and 40 MB, once; a statement's cost is the engine's.
 *
 * @example
 * const database = await openDatabase();
 * const { double } = await database.query('SELECT 2 * $n AS double', { n: 21 });
 * await database.close();
 * double; // [42]
 */
export async function openDatabase(options: OpenDatabaseOptions = {}): Promise<SqlEngine> {
  checkKnown('openDatabase', options, ['path', 'threads', 'memoryLimit']);
  const { path = ':memory:', threads, memoryLimit } = options;
  if (typeof path !== 'string' || path === '')
    throw new InputError(`\`path\` is ${display(path)}; it must name a database file`);
  if (threads !== undefined) checkInteger('threads', threads, { min: 1 });
  checkMemoryLimit(memoryLimit);
  const { DuckDBInstance } = await import('@duckdb/node-api');
  try {
    const instance = await DuckDBInstance.create(path, {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(path === ':memory:' && {
        temp_directory: join(tmpdir(), `customer-segmentation-sql-${process.pid}`),
      }),
      ...(threads !== undefined && { threads: String(threads) }),
      ...(memoryLimit !== undefined && { memory_limit: memoryLimit }),
    });
    return new DuckDB(instance, await instance.connect());
  } catch (cause) {
    throw new InputError(`cannot open the database ${path}: ${(cause as Error).message}`, { cause });
  }
}

function checkMemoryLimit(limit: string | undefined): void {
  if (limit === undefined || /^\d+(\.\d+)?\s*[KMGT]i?B$/i.test(limit)) return;
  throw new InputError(`\`memoryLimit\` is ${display(limit)}; it must be a size such as '512MB' or '2GB'`);
}

class DuckDB implements SqlEngine {
  readonly name = 'DuckDB';
  private open = true;
  /** The work asked for last, done or not, so that the next waits for it. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  query(sql: string, values: SqlValues = []): Promise<TableData> {
    return this.inTurn(async () =>
      tableOf(await this.attempt(sql, values, (given) => this.connection.runAndReadAll(sql, given)), sql),
    );
  }

  run(sql: string, values: SqlValues = []): Promise<void> {
    return this.inTurn(() => this.execute(sql, values));
  }

  createTable(table: string, columns: TableData): Promise<void> {
    return this.inTurn(() => appendColumns((sql) => this.execute(sql, []), this.connection, table, columns));
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.open) return;
      this.open = false;
      this.connection.closeSync();
      this.instance.closeSync();
    });
  }

  /** One thing at a time: a statement that starts while rows are appended on the same connection ends the append. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async execute(sql: string, values: SqlValues): Promise<void> {
    await this.attempt(sql, values, (given) => this.connection.run(sql, given));
  }

  private async attempt<T>(
    sql: string,
    values: SqlValues,
    action: (given: SqlValue[] | Record<string, SqlValue>) => Promise<T>,
  ): Promise<T> {
    if (!this.open) throw new InputError('the database is closed; open it again with `openDatabase`');
    checkValues(values);
    try {
      return await action(values as SqlValue[]);
    } catch (cause) {
      throw sqlError(this.name, sql, cause);
    }
  }
}

function checkValues(values: SqlValues): void {
  const bad = Object.entries(values).find(
    ([, value]) => value !== null && !['string', 'number', 'bigint', 'boolean'].includes(typeof value),
  );
  if (!bad) return;
  throw new InputError(
    `the value of parameter ${bad[0]} is ${display(bad[1])}; it must be a text, a number, true, false or null`,
  );
}

function tableOf(reader: DuckDBResultReader, sql: string): TableData {
  const names = reader.columnNames();
  const repeated = names.find((name, j) => names.indexOf(name) !== j);
  if (repeated !== undefined) {
    throw new InputError(
      `two columns of the result are called '${repeated}'; name them apart with AS\n\nThe statement:\n${sql}`,
    );
  }
  const types = reader.columnTypes();
  const columns = reader.getColumns();
  return Object.fromEntries(names.map((name, j) => [name, cellsOf(columns[j] ?? [], types[j])]));
}
