import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { quoteIdentifier } from '../../../datasets/sql/identifiers';
import { type ImportFileOptions, importFile } from '../../../datasets/sql/importFile';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';

/** A transaction log as it came: every column text. */
export interface UntypedLog {
  engine: SqlEngine;
  /** Its name as it stands in statements. */
  table: string;
  /** What it is called in messages. */
  file: string;
  columns: string[];
  rows: number;
  /** The mark before decimals that its format speaks for, where numbers alone do not tell. */
  usualDecimal?: '.';
  /** What was recognized of the file, in sentences. */
  recognized: string[];
}

/** Where transactions come from: a file, or a table that the database already has. */
export type TransactionSource = string | { readonly table: string };

/**
 * Brings a log into the table `raw` of a schema.
 * @throws InputError for a file that cannot be read, a source that is neither path nor table, and a column that has the
 * database's own name.
 */
export async function untypedLog(
  engine: SqlEngine,
  source: TransactionSource,
  schema: string,
  dialect: ImportFileOptions,
): Promise<UntypedLog> {
  const table = `${schema}.raw`;
  const raw =
    typeof source === 'string'
      ? { engine, table, ...(await importFile(engine, source, table, dialect)) }
      : await copiedTable(engine, source, table);
  checkRowid(raw);
  return raw;
}

async function copiedTable(
  engine: SqlEngine,
  source: { readonly table: string },
  table: string,
): Promise<UntypedLog> {
  if (typeof source?.table !== 'string') {
    throw new InputError(
      `the source is ${display(source)}; it must be a path, or an object with a \`table\``,
    );
  }
  const { column_name } = await engine.query(`DESCRIBE ${source.table}`);
  const columns = column_name.map(String);
  const cast = columns.map(quoteIdentifier).map((name) => `CAST(${name} AS VARCHAR) AS ${name}`);
  await engine.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${cast.join(', ')} FROM ${source.table}`);
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}`);
  const rows = n[0] as number;
  return { engine, table, file: source.table, columns, rows, usualDecimal: '.', recognized: [] };
}

/** The database's own number of a row goes by this name. */
function checkRowid({ file, columns }: UntypedLog): void {
  const taken = columns.find((name) => name.toLowerCase() === 'rowid');
  if (taken === undefined) return;
  throw new InputError(
    `${file} has a column '${taken}', a name that the database keeps for itself; rename it`,
  );
}
