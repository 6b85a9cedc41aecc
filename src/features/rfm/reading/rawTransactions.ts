import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { type OpenedFile, openFile } from '../../../datasets/read/openFile';
import { type ImportFileOptions, importOpened } from '../../../datasets/sql/importFile';
import { plainName } from '../../../datasets/sql/plainName';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import { ORDER_LISTS } from './orderLists';

/** A transaction log as it came: every column text. */
export interface RawTransactions {
  engine: SqlEngine;
  /** The SQL schema it is in, quoted where it needs to be. */
  schema: string;
  /** Its name as it stands in statements. */
  table: string;
  /** What it is called in messages. */
  file: string;
  columns: string[];
  rows: number;
  /** The decimal separator that its format implies, where numbers alone don't tell. */
  usualDecimal?: '.';
  /** What was detected of the file, in sentences. */
  detected: string[];
}

/** Where transactions come from: a file, one that was looked at already, or a table that the database has. */
export type TransactionSource = string | { readonly table: string } | OpenedFile;

/**
 * Brings a log into the table `raw` of a schema.
 * @throws InputError for a file that cannot be read, a source that is neither path nor table, and a column that has the
 * database's own name.
 */
export async function loadRaw(
  engine: SqlEngine,
  source: TransactionSource,
  schema: string,
  options: ImportFileOptions,
): Promise<RawTransactions> {
  const table = `${schema}.raw`;
  const log = { schema, ...(await importedTable(engine, source, table, options)) };
  checkReserved(log);
  return log;
}

async function importedTable(
  engine: SqlEngine,
  source: TransactionSource,
  table: string,
  options: ImportFileOptions,
): Promise<Omit<RawTransactions, 'schema'>> {
  const opened = typeof source === 'string' && source !== '' ? openFile(source) : source;
  if (typeof opened === 'object' && opened !== null && 'content' in opened)
    return { engine, table, ...(await importOpened(engine, opened, table, options, ORDER_LISTS)) };
  return copiedTable(engine, opened as { readonly table: string }, table);
}

async function copiedTable(
  engine: SqlEngine,
  source: { readonly table: string },
  table: string,
): Promise<Omit<RawTransactions, 'schema'>> {
  if (typeof source?.table !== 'string') {
    throw new InputError('wrong-type', phrase`the source is ${{ value: source }}`, {
      remedy: 'it must be a path, or an object with a `table`',
    });
  }
  const columns = await engine.columnsOf(source.table);
  const { dialect } = engine;
  const texts = columns.map(dialect.quoteName).map((name) => `CAST(${name} AS VARCHAR) AS ${name}`);
  const items = dialect.numbering === '' ? texts : [dialect.numbering, ...texts];
  await engine.run(dialect.replaceTable(table, `SELECT ${items.join(', ')}\nFROM ${source.table}`));
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  const rows = n[0] as number;
  return {
    engine,
    table,
    file: plainName(source.table),
    columns,
    rows,
    usualDecimal: '.',
    detected: [],
  };
}

/** The engine numbers rows by a name of its own. */
function checkReserved({ engine, file, columns }: RawTransactions): void {
  const taken = columns.find((name) => engine.dialect.reservedNames.includes(name.toLowerCase()));
  if (taken === undefined) return;
  throw new InputError(
    'not-allowed',
    phrase`${{ file }} has a column ${{ column: taken }}, a name that ${engine.name} keeps for itself`,
    { remedy: 'rename it' },
  );
}
