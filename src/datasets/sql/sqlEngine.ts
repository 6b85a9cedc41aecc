import type { TableData } from '../../table/tableData';
import type { Dialect } from './dialect';
import type { FileRead, FileSource } from './fileSource';

/** A value bound to a parameter of a statement; never written into its text. */
export type SqlValue = string | number | bigint | boolean | null;

/** Values in the order of `$1`, `$2` …, or by name for `$name`. */
export type SqlValues = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/**
 * What the toolkit asks of a database: statements in, columns by name out. Thin on purpose, so that an engine
 * on one machine and one on a cluster can stand behind the same cleaning and the same features.
 *
 * @example
 * async function countRows(engine: SqlEngine): Promise<TableData> {
 *   return engine.query('SELECT count(*) AS n FROM transactions');
 * }
 */
export interface SqlEngine {
  /** What the engine is called in messages. */
  readonly name: string;
  /** What it writes differently from others. */
  readonly dialect: Dialect;
  /**
   * Runs one statement and gives its rows as columns by name.
   * @throws InputError showing the statement and what the engine says of it.
   */
  query(sql: string, values?: SqlValues): Promise<TableData>;
  /**
   * Runs statements for their effect.
   * @throws InputError showing the statement and what the engine says of it.
   */
  run(sql: string, values?: SqlValues): Promise<void>;
  /**
   * Makes a table of columns by name, replacing one of that name.
   * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
   */
  createTable(table: string, columns: TableData): Promise<void>;
  /**
   * Names of a table's columns, in order.
   * @throws InputError when there is no such table.
   */
  columnsOf(table: string): Promise<string[]>;
  /**
   * Makes a table of a file that the engine reads itself, every column text; undefined where it does not, and the file
   * is read in memory. Left out by engines that read no files.
   */
  readFile?(source: FileSource, table: string): Promise<FileRead | undefined>;
  /**
   * Makes a schema, where it is not there.
   * @param schema its name, quoted where it needs to be (see `quoteIdentifier`).
   */
  makeSchema(schema: string): Promise<void>;
  /**
   * The name of a schema whose tables are gone when the engine is closed, for what is of no use afterwards.
   */
  temporarySchema(): Promise<string>;
  /** Ends the statement that runs, on the server too, and refuses any other; only `close` is left. */
  cancel(): Promise<void>;
  /** Lets go of memory and files; the engine answers no more. Closing twice is harmless. */
  close(): Promise<void>;
}
