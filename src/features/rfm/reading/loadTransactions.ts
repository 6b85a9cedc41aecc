import { InputError } from '../../../core/errors';
import { plural } from '../../../core/format';
import { checkKnown, checkList, checkOneOf } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import type { Encoding } from '../../../datasets/read/encodings';
import { countWhere } from '../../../datasets/sql/countWhere';
import type { ImportFileOptions } from '../../../datasets/sql/importFile';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import type { DecimalMark } from '../../../table/recognize/numberText';
import { JOINABLE, type Joinable } from '../../../table/spelling';
import { ROLE_NAMES, type TransactionColumnOptions, type TransactionColumns } from '../transactionRoles';
import { futureDates } from './futureDates';
import { loadRaw, type TransactionSource } from './rawTransactions';
import { findTransactionColumns } from './transactionColumns';
import { typedLog, typedStatement } from './typedLog';

/** Options of `loadTransactions`: columns by their meaning, default recognized by their names, and how they are written. */
export interface LoadTransactionsOptions extends TransactionColumnOptions {
  /** How dates are written, in date-fns's tokens, e.g. 'M/d/yyyy H:mm'. Default: recognized where only one way fits. */
  dateFormat?: string;
  /** The decimal separator. Default: recognized where only one fits. */
  decimal?: DecimalMark;
  /** The character between the values of a CSV file. Default: recognized from its first rows. */
  delimiter?: string;
  /** Of a text file. Default: by its byte order mark, else UTF-8, else Windows-1252. */
  encoding?: Encoding;
  /** Of an Excel file. Default the first. */
  sheet?: string;
  /** Words that are customers here, though they mean nobody elsewhere, such as 'guest'. Default none. */
  keepMissing?: readonly string[];
  /**
   * Differences in spelling that make no other customer: 'zeros' (00123 and 123), 'capitals' (AB12 and ab12), 'marks'
   * (AB-12, AB 12 and AB12). Default none: they are said.
   */
  joinCustomers?: readonly Joinable[];
  /** SQL schema in which tables are made, replacing those of an earlier run. Default 'rfm'. */
  schema?: string;
}

/** A transaction log as a typed table. */
export interface Transactions {
  engine: SqlEngine;
  /** Base name of the file, or the name of the table. */
  file: string;
  /** SQL schema of all tables, quoted where it needs to be. */
  schema: string;
  /** e.g. 'rfm.transactions'. */
  table: string;
  /** Which column of the log holds what. */
  columns: TransactionColumns;
  /** Rows read. */
  rows: number;
  /** The statement that made the table. */
  sql: string;
  /** The sign or code of a currency that stands beside the amounts. */
  unit?: string;
  /** What was recognized rather than given, in sentences. */
  recognized: string[];
}

export const LOAD_OPTIONS: readonly string[] = [
  ...ROLE_NAMES,
  'dateFormat',
  'decimal',
  'delimiter',
  'encoding',
  'sheet',
  'keepMissing',
  'joinCustomers',
  'schema',
];

/**
 * Brings a transaction log into SQL: one row for each line of an invoice, or for each purchase. The table has
 * the columns `row` (1, 2, … in the log's order), `customer`, `invoice`, `date`, `quantity`, `price`, `amount`,
 * `description`, `country` (those that the log has) and `repeats` (whether an earlier row is the same in every column
 * of the log). Money is DECIMAL, so that sums are exact.
 *
 * Only customer, date and an amount are needed: `amount`, or quantity × price. Where all three are there, the amount
 * counts, since it is what was paid. Without an invoice column, all that a customer buys on one day is one purchase.
 *
 * @param source path of a CSV (plain or gzipped), JSON-lines, Parquet or Excel file; or `{ table }` of the database.
 * @throws InputError for a file that cannot be read, a column that is not there, not recognized or recognized twice,
 * and a date or number that cannot be read, by row and value.
 * Cost: about 1 s for 541,909 rows × 8 columns.
 *
 * @example
 * const database = await openDatabase();
 * const transactions = await loadTransactions(database, 'purchases.csv');
 * transactions.rows; // 4
 */
export async function loadTransactions(
  database: SqlEngine,
  source: TransactionSource,
  options: LoadTransactionsOptions = {},
): Promise<Transactions> {
  const { given, schema: name } = checkOptions(options);
  const schema = /^[a-z_][a-z\d_]*$/.test(name) ? name : database.dialect.quoteName(name);
  await database.makeSchema(schema);
  const log = await loadRaw(database, source, schema, fileOptions(options));
  const { columns: found, recognized } = findTransactionColumns(log.file, log.columns, given);
  const typed = await typedLog(log, found, options, given);
  const { columns, unit } = typed;
  const table = `${schema}.transactions`;
  const sql = typedStatement(log, table, typed);
  await database.run(sql);
  const notes = [...(await purchaseNotes(database, table, columns)), ...(await futureDates(database, table))];
  return {
    ...{ engine: database, file: log.file, schema, table, columns, rows: log.rows, sql },
    ...(unit !== undefined && { unit }),
    recognized: [...log.recognized, ...recognized, ...typed.recognized, ...notes],
  };
}

function checkOptions(options: LoadTransactionsOptions): { given: TransactionColumnOptions; schema: string } {
  checkKnown('loadTransactions', options, LOAD_OPTIONS);
  const { decimal, dateFormat, schema = 'rfm' } = options;
  if (decimal !== undefined) checkOneOf('decimal', decimal, ['.', ',']);
  if (dateFormat !== undefined && (typeof dateFormat !== 'string' || dateFormat === '')) {
    throw new InputError('wrong-type', phrase`${{ option: 'dateFormat' }} is ${{ value: dateFormat }}`, {
      remedy: "it must say how dates are written, e.g. 'd/M/yyyy'",
    });
  }
  checkList('keepMissing', options.keepMissing ?? []);
  for (const kind of checkList('joinCustomers', options.joinCustomers ?? []))
    checkOneOf('joinCustomers', kind, JOINABLE);
  const given = ROLE_NAMES.filter((role) => options[role] !== undefined).map((role) => [role, options[role]]);
  return {
    given: Object.fromEntries(given),
    schema,
  };
}

function fileOptions({ delimiter, encoding, sheet }: LoadTransactionsOptions): ImportFileOptions {
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
  };
}

/** What a purchase is, and which amount counts; where there are two, whether it matters. */
async function purchaseNotes(
  engine: SqlEngine,
  table: string,
  { invoice, amount, quantity, price }: TransactionColumns,
): Promise<string[]> {
  const visits = 'there is no invoice number: all that a customer buys on one day is one purchase';
  const notes = invoice === null ? [visits] : [];
  if (amount === null) return [...notes, 'the amount of a row is quantity × price'];
  if (quantity === null || price === null) return notes;
  const { n } = await engine.query(`SELECT ${countWhere('amount <> quantity * price')} AS n FROM ${table}`);
  const differ = n[0] === 0 ? 'everywhere the same' : `another number in ${plural(Number(n[0]), 'row')}`;
  return [...notes, `the amount of a row is what '${amount}' says; '${quantity}' × '${price}' is ${differ}`];
}
