import { phrase } from '../../../core/phrase';
import { wrapNames } from '../../../datasets/sql/wrapNames';
import type { DecimalMark } from '../../../table/recognize/numberText';
import {
  roleEntry,
  type TransactionColumnOptions,
  type TransactionColumns,
  type TransactionRole,
} from '../transactionRoles';
import { typedColumns } from '../typedColumns';
import type { ColumnReading, RoleColumn } from './columnReading';
import { readDates } from './dates';
import { type CustomerReading, readIdentifiers, readInvoices } from './identifiers';
import { mistake } from './numberMistakes';
import { readNumbers } from './numbers';
import { withoutOtherRows } from './otherRows';
import { withPaidBack } from './paidBack';
import type { RawTransactions } from './rawTransactions';
import { readableAmounts } from './readableAmounts';
import { trimTexts } from './trimTexts';

/** How the texts of a log become a typed table. */
export interface TypedLog {
  /** SQL for every column of the typed table, in order. */
  expressions: [name: string, expression: string][];
  /** Tables of values that the expressions need. */
  joins: string[];
  /** Which column holds what, without those that turned out to hold no amounts. */
  columns: TransactionColumns;
  /** The sign or code of a currency that stands beside the amounts. */
  unit?: string;
  detected: string[];
}

/** How the log's texts are written, where the caller says so. */
export interface GivenWriting extends CustomerReading {
  dateFormat?: string;
  decimal?: DecimalMark;
}

/**
 * Finds out how every column that has a meaning is to be read.
 * @param given columns that the caller named: these must be readable.
 * @throws InputError naming row and value that cannot be.
 */
export async function typedLog(
  log: RawTransactions,
  found: TransactionColumns,
  { dateFormat, decimal, ...customers }: GivenWriting,
  given: TransactionColumnOptions = {},
): Promise<TypedLog> {
  const { columns: trimmed, detected: payees } = withPaidBack(log, await trimTexts(log, found));
  const { columns: all, dateTexts, detected: rows } = await withoutOtherRows(log, trimmed);
  const { columns, detected } = await readableAmounts(log, found, all, given, decimal);
  const used = all.filter(({ role }) => columns[role as TransactionRole] !== null);
  const numeric = used.filter(({ role }) => roleEntry(role as TransactionRole).type === 'number');
  const readings = await readNumbers(log, numeric, decimal);
  for (const column of used) {
    if (column.role === 'date') readings.set('date', await readDates(log, column, dateTexts!, dateFormat));
    else if (column.role === 'customer')
      readings.set('customer', await readIdentifiers(log, column, customers));
    else if (column.role === 'invoice') readings.set('invoice', await readInvoices(log, column));
    else if (!readings.has(column.role)) readings.set(column.role, { expression: column.text, detected: [] });
  }
  checkNoShares(log, used, readings);
  const expressionOf = (role: TransactionRole) => readings.get(role)?.expression ?? derived(role, readings);
  return {
    expressions: typedColumns(columns).map((role) => [role, expressionOf(role)]),
    joins: [...readings.values()].flatMap(({ join }) => join ?? []),
    columns,
    ...unitOf(readings),
    detected: [
      ...payees,
      ...rows,
      ...[...readings.values()].flatMap((reading) => reading.detected),
      ...detected,
    ],
  };
}

/** @throws InputError where shares of a price were given for amounts to take off. */
function checkNoShares(
  log: RawTransactions,
  columns: readonly RoleColumn[],
  readings: ReadonlyMap<string, ColumnReading>,
): void {
  const share = columns.find(
    ({ role }) =>
      role !== 'quantity' &&
      roleEntry(role as TransactionRole).type === 'number' &&
      readings.get(role)?.unit === '%',
  );
  if (share === undefined) return;
  throw mistake(
    'unreadable-value',
    log,
    share,
    phrase`column ${{ column: share.name }} holds percentages, and ${{ option: share.role }} needs amounts of money`,
    'give another column',
  );
}

/** The currency that stands beside what was paid. */
function unitOf(readings: ReadonlyMap<string, ColumnReading>): { unit?: string } {
  const unit = readings.get('amount')?.unit ?? readings.get('price')?.unit;
  return unit === undefined || unit === '%' ? {} : { unit };
}

/** Without invoices a day is a purchase; without amounts quantity and price say what was paid. */
function derived(role: TransactionRole, readings: ReadonlyMap<string, ColumnReading>): string {
  const expressionOf = (other: TransactionRole) => readings.get(other)!.expression;
  return role === 'invoice'
    ? `CAST(CAST(${expressionOf('date')} AS DATE) AS VARCHAR)`
    : `${expressionOf('quantity')}\n    * ${expressionOf('price')}`;
}

/**
 * The statement that makes the typed table. Rows are compared with each other where their fingerprints are alike, so
 * that few of them are held against each other in full.
 */
export function typedStatement(
  { engine: { dialect }, table: untyped, columns }: RawTransactions,
  table: string,
  { expressions, joins }: TypedLog,
): string {
  const typed = expressions.map(([name, expression]) => `  ${expression} AS ${name}`);
  const row = dialect.rowNumber(joins.length === 0 ? undefined : 'untyped');
  const from = joins.length === 0 ? untyped : [`${untyped} AS untyped`, ...joins].join('\n  ');
  const names = columns.map(dialect.quoteName);
  const number = dialect.rowNumber();
  return dialect.replaceTable(
    table,
    `WITH marked AS (
  SELECT
    ${number} AS number,
    ${dialect.fingerprint(names)} AS mark
  FROM ${untyped}
), alike AS (
  SELECT number FROM marked
  WHERE mark IN (SELECT mark FROM marked GROUP BY mark HAVING count(*) > 1)
), firsts AS (
  SELECT min(${number}) AS first FROM ${untyped}
  WHERE ${number} IN (SELECT number FROM alike)
  GROUP BY ${wrapNames(names, 4)}
)
SELECT
  ${row} AS row,
${typed.join(',\n')},
  ${row} IN (SELECT number FROM alike
    WHERE number NOT IN (SELECT first FROM firsts)) AS repeats
FROM ${from}`,
  );
}
