import { plural } from '../../../core/format';
import { checkOneOf } from '../../../core/options';
import { pickOptions, resolveOptions } from '../../../core/resolveOptions';
import { object, type Static } from '../../../core/schema';
import { countWhere } from '../../../datasets/sql/countWhere';
import { IMPORT_FILE_OPTIONS } from '../../../datasets/sql/importFile';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import { JOINABLE } from '../../../table/spelling';
import { LOAD_OPTIONS, type LoadTransactionsOptions } from '../options';
import { byRole, type TransactionColumnOptions, type TransactionColumns } from '../transactionRoles';
import { discountSentences } from './discounts';
import { futureDates } from './futureDates';
import { sidesByDocuments } from './ledgerSides';
import { loadRaw, type RawTransactions, type TransactionSource } from './rawTransactions';
import { withRefundedAmounts } from './refundedAmounts';
import { sameColumns } from './sameColumns';
import { statusesByWords } from './statusesByWords';
import { columnSentence, findTransactionColumns, haveProducts } from './transactionColumns';
import { typedLog, typedStatement } from './typedLog';
import { unusedSentences } from './unusedColumns';
import { unusedStatuses } from './unusedStatuses';
import { whichCustomer } from './whichCustomer';

/** The options that name columns. */
const COLUMN_OPTIONS = object(byRole(({ role }) => LOAD_OPTIONS.properties[role]));

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
  /** What was detected rather than given, in sentences. */
  detected: string[];
}

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
  const resolved = checkOptions(options);
  const { schema: name } = resolved;
  const given = pickOptions(COLUMN_OPTIONS, resolved);
  const schema = /^[a-z_][a-z\d_]*$/.test(name) ? name : database.dialect.quoteName(name);
  await database.makeSchema(schema);
  const log = await loadRaw(database, source, schema, pickOptions(IMPORT_FILE_OPTIONS, resolved));
  const { columns: found, detected } = await columnsOf(log, given);
  const typed = await typedLog(log, found, resolved, given);
  const { columns, unit } = typed;
  const table = `${schema}.transactions`;
  const sql = typedStatement(log, table, typed);
  await database.run(sql);
  const sentences = [
    ...(await purchaseSentences(log, table, columns)),
    ...(await unusedStatuses(log, columns)),
    ...(await futureDates(database, table)),
  ];
  return {
    ...{ engine: database, file: log.file, schema, table, columns, rows: log.rows, sql },
    ...(unit !== undefined && { unit }),
    detected: [...log.detected, ...detected, ...typed.detected, ...sentences],
  };
}

/** By their names, and of several columns of customers by what they hold. */
async function columnsOf(
  log: RawTransactions,
  given: TransactionColumnOptions,
): Promise<{ columns: TransactionColumns; detected: string[] }> {
  const same = await sameColumns(log, given);
  const isPaid = given.amount !== undefined || given.price !== undefined || haveProducts(log.columns);
  const sides = isPaid ? {} : await sidesByDocuments(log);
  const found = await columnsByWords(log, given, { ...sides, ...same.columns });
  const others = new Map(
    [...same.others].map(([role, said]) => [columnSentence(role, same.columns[role]!), said]),
  );
  const detected = found.detected.map((sentence) => sentence + (others.get(sentence) ?? ''));
  return { ...found, detected };
}

/** The same, before what there is to say of others that could be meant. */
async function columnsByWords(
  log: RawTransactions,
  given: TransactionColumnOptions,
  settled: TransactionColumnOptions,
): Promise<{ columns: TransactionColumns; detected: string[] }> {
  const { columns: named, detected: byNames } = findTransactionColumns(log.file, log.columns, given, settled);
  const refunds = given.canceled === undefined ? await withRefundedAmounts(log, named) : named;
  const columns = await statusesByWords(log, refunds, given);
  const notUsed = unusedSentences(log.columns, named);
  const byName = [
    ...byNames.filter((sentence) => !notUsed.includes(sentence)),
    ...unusedSentences(log.columns, columns),
  ];
  const detected =
    refunds.canceled === named.canceled
      ? byName
      : replaced(byName, columnSentence('canceled', named.canceled!), [
          refunds.refunded === named.refunded
            ? `'${named.canceled}' holds numbers, not whether an order came back, and is not used: name it as the refunded amount if they are money`
            : columnSentence('refunded', refunds.refunded!),
        ]);
  for (const role of ['status', 'canceled'] as const)
    if (columns[role] !== refunds[role])
      detected.push(`${columnSentence(role, columns[role]!)}, by its words`);
  if (given.customer !== undefined) return { columns, detected };
  const { customer, detected: read } = await whichCustomer(log, columns);
  if (customer === columns.customer) return { columns, detected: [...detected, ...read] };
  const said = columnSentence('customer', columns.customer!);
  return { columns: { ...columns, customer }, detected: replaced(detected, said, read) };
}

function replaced(sentences: readonly string[], said: string, by: readonly string[]): string[] {
  return sentences.flatMap((sentence) => (sentence === said ? by : [sentence]));
}

function checkOptions(options: LoadTransactionsOptions): Static<typeof LOAD_OPTIONS> {
  const resolved = resolveOptions('loadTransactions', LOAD_OPTIONS, options);
  for (const kind of resolved.joinCustomers) checkOneOf('joinCustomers', kind, JOINABLE);
  return resolved;
}

/** What a purchase is, and which amount counts; where there are two, whether it matters. */
async function purchaseSentences(
  { engine, table: raw, columns: names }: RawTransactions,
  table: string,
  columns: TransactionColumns,
): Promise<string[]> {
  const { invoice, amount, quantity, price } = columns;
  const visits = 'there is no invoice number: all that a customer buys on one day is one purchase';
  const sentences = invoice === null ? [visits] : [];
  const discounts = () => discountSentences({ engine, table: raw, columns: names }, columns);
  if (amount === null)
    return [...sentences, 'the amount of a row is quantity × price', ...(await discounts())];
  if (quantity === null || price === null) return sentences;
  const { n } = await engine.query(`SELECT ${countWhere('amount <> quantity * price')} AS n FROM ${table}`);
  const differ = n[0] === 0 ? 'everywhere the same' : `another number in ${plural(Number(n[0]), 'row')}`;
  return [
    ...sentences,
    `the amount of a row is what '${amount}' says; '${quantity}' × '${price}' is ${differ}`,
    ...(n[0] === 0 ? await discounts() : []),
  ];
}
