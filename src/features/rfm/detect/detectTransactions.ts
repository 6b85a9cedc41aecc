import { resolveOptions } from '../../../core/resolveOptions';
import { either, type Given, nothing, object, optional, text } from '../../../core/schema';
import type { TypedColumn } from '../../../table/column';
import { type CustomerTable, type TypedTable, typedTable } from '../../../table/typedTable';
import { chooseCustomer, customerCandidates } from '../customerChoice';
import { bareHeader } from '../likelyHeaders';
import { ledgerSides } from '../reading/ledgerSides';
import { shopOf } from '../reading/shops';
import { bare, transactionColumnsAmong } from '../reading/transactionColumns';
import {
  headerRank,
  ROLE_NAMES,
  type TransactionColumnOptions,
  type TransactionColumns,
} from '../transactionRoles';
import { type CustomerColumn, customerColumn } from './customerColumn';
import { countPairs, type KeyColumn, keyColumn, variesWithin } from './keyColumn';
import { analysisColumns, type PurchaseColumns, purchaseColumns } from './purchaseColumns';

/** What the rows of a table are, where they are not customers. */
export interface DetectedTransactions {
  /**
   * One row per line of an order ('order lines'), per order ('orders'), per customer and month, week or year ('periods'),
   * or several rows per customer that nothing explains ('repeats').
   */
  rowsAre: 'order lines' | 'orders' | 'periods' | 'repeats';
  rows: number;
  /** The column that says who the customer is; null where none does. */
  customer: string | null;
  /** How many different customers that column names; null without one. */
  customers: number | null;
  /** The columns by their meaning, as `rfmAnalysis` takes them; null where they do not suffice for it. */
  columns: TransactionColumnOptions | null;
  /** The column that numbers orders, says the day or the month, or repeats: what it was told by. */
  evidence: string[];
}

/** What the options may be. @internal */
export const DETECT_TRANSACTIONS_OPTIONS = object({
  /** The column that identifies customers. Default: recognized. */
  id: optional(either([nothing(), text()], { expects: 'the name of a column' })),
});

/** Options of `detectTransactions`. */
export interface DetectTransactionsOptions extends Given<typeof DETECT_TRANSACTIONS_OPTIONS> {}

/** Where customers have more rows than this on average, a row is no customer, whatever else the table holds. */
const ROWS_PER_CUSTOMER = 1.5;
/** Of rows with an amount and the day of a purchase, so many repeat a customer. */
const MIN_REPEATED_BUYERS = 0.1;
/** A number that hardly repeats is that of a whole order. */
const LINES = 0.98;

/**
 * Whether the rows of a table are purchases, lines of orders or months of customers rather than customers: by a column
 * of customers that repeats, together with numbers of orders, days and amounts. Undefined where each row is a customer;
 * a few repeated customers are slips, and no reason to doubt it.
 *
 * @throws InputError when the table is empty or its columns differ in length.
 * Cost: O(n · columns), some 0.3 s for 500,000 × 8.
 *
 * @example
 * const orders = { Email: ['a@x.org', 'b@x.org', 'a@x.org'], Order: ['#1', '#2', '#3'],
 *   Date: ['2024-01-05', '2024-01-09', '2024-02-01'], Total: [20, 35, 12] };
 * const found = detectTransactions(orders);
 * found?.rowsAre;   // 'orders'
 * found?.customers; // 2
 * found?.columns;   // { customer: 'Email', invoice: 'Order', date: 'Date', amount: 'Total' }
 */
export function detectTransactions(
  table: CustomerTable,
  options: DetectTransactionsOptions = {},
): DetectedTransactions | undefined {
  const { id } = resolveOptions('detectTransactions', DETECT_TRANSACTIONS_OPTIONS, options);
  return transactionsIn(typedTable(table), id);
}

/** `detectTransactions` for a table whose columns are known. */
export function transactionsIn(
  { rows, columns }: TypedTable,
  id?: string | null,
): DetectedTransactions | undefined {
  const { detected, isOfOrders } = recognizedAmong(columns, rows);
  const own = id != null && headerRank('invoice', id) === undefined ? id : undefined;
  const buyers = columns.filter(({ name }) => own !== undefined || name !== isOfOrders);
  const customer = customerColumn(buyers, own === undefined ? [detected?.customer] : [own]);
  const found = { ...purchaseColumns(columns.filter(({ name }) => name !== customer?.name)) };
  const isExport = detected !== undefined && shopOf(columns.map(({ name }) => bare(name))) !== undefined;
  const rowsAre = whatRowsAre(rows, customer, found) ?? (isExport ? ordersOf(found) : undefined);
  if (rowsAre === undefined) return undefined;
  const repeats = customer !== undefined && (isExport || customer.distinct < customer.known);
  const buyer = repeats ? customer : undefined;
  const same = detected !== undefined && detected.customer === buyer?.name;
  return {
    rowsAre,
    rows,
    customer: buyer?.name ?? null,
    customers: buyer?.distinct ?? null,
    columns: withoutSide(columns, same ? given(detected) : analysisColumns(buyer?.name, found)) ?? null,
    evidence: evidenceOf(rowsAre, buyer, found),
  };
}

/** Which side of a ledger is the money is left to RFM, which asks where no column says it. */
function withoutSide(
  columns: readonly TypedColumn[],
  found: TransactionColumnOptions | undefined,
): TransactionColumnOptions | undefined {
  const side = ledgerSides(columns.map(({ name }) => name))?.debit;
  if (found === undefined || found.amount === undefined || found.amount !== side) return found;
  const { amount, ...others } = found;
  return others;
}

/** What was detected of a log, as RFM takes it. */
interface Detected {
  detected?: TransactionColumns;
  /** A column of customers that has a new number in every order, where another has not. */
  isOfOrders?: string;
}

/** The columns of a log by their names, and of several columns of customers by what they hold. */
function recognizedAmong(columns: readonly TypedColumn[], rows: number): Detected {
  const all = columns.map(({ name }) => name);
  const side = ledgerSides(all)?.debit;
  const found = transactionColumnsAmong(all) ?? (side && transactionColumnsAmong(all, { amount: side }));
  if (!found) return {};
  const { customer: first, invoice, ...others } = found;
  const used = [invoice, ...Object.values(others)];
  const free = columns.map(({ name }) => name).filter((name) => !used.includes(name));
  const candidates = customerCandidates(free, first!);
  if (candidates.length === 1) return { detected: found };
  const keyOf = (name: string) => keyColumn(columns.find((column) => column.name === name)!);
  const orders = invoice === null ? rows : keyOf(invoice).distinct;
  const { name: customer } = chooseCustomer(candidates.map(keyOf), { rows, orders });
  const isNumbering = customer !== first && invoice !== null && keyOf(first!).known === rows;
  return { detected: { ...found, customer }, ...(isNumbering && { isOfOrders: first! }) };
}

/** What was recognized, as if it had been given: an amount stands instead of quantity and price. */
function given(detected: TransactionColumns): TransactionColumnOptions {
  const roles = ROLE_NAMES.filter((role) =>
    [
      'customer',
      'invoice',
      'date',
      ...(detected.amount === null ? ['quantity', 'price'] : ['amount']),
    ].includes(role),
  );
  return Object.fromEntries(
    roles.flatMap((role) => (detected[role] === null ? [] : [[role, detected[role]]])),
  );
}

type RowsAre = DetectedTransactions['rowsAre'];

function whatRowsAre(
  rows: number,
  customer: CustomerColumn | undefined,
  found: PurchaseColumns,
): RowsAre | undefined {
  const invoice = found.invoice && keyColumn(found.invoice);
  const orders = ordersOf(found);
  if (customer === undefined || isRowNumber(customer))
    return isAnonymousLog(found, invoice) ? orders : undefined;
  const repeats = customer.known - customer.distinct;
  if (repeats === 0) return undefined;
  const paid = found.amount ?? found.price ?? found.quantity;
  const date = found.date && keyColumn(found.date);
  const numbered = invoice !== undefined && variesWithin(customer, invoice);
  if (numbered && (date !== undefined || paid !== undefined)) return orders;
  const many = customer.known >= ROWS_PER_CUSTOMER * customer.distinct;
  if (many && isPeriodic(customer, found)) return 'periods';
  const dated = date !== undefined && variesWithin(customer, date);
  const named = found.date !== undefined && headerRank('date', found.date.name) !== undefined;
  if (dated && paid && (many || (named && repeats >= MIN_REPEATED_BUYERS * customer.known))) return orders;
  if (!many || (customer.vague && customer.known < rows / 2)) return undefined;
  if (customer.vague && !dated && !paid) return isIdOfRows(customer) ? 'repeats' : undefined;
  return dated ? orders : 'repeats';
}

/** Lines of orders, where the numbers of these repeat. */
function ordersOf({ invoice }: PurchaseColumns): 'order lines' | 'orders' {
  const numbers = invoice && keyColumn(invoice);
  return numbers && numbers.distinct < LINES * numbers.known ? 'order lines' : 'orders';
}

/** An id of which none repeats is the row's own, and says nothing of who bought. */
function isRowNumber({ vague, known, distinct }: CustomerColumn): boolean {
  return vague && known === distinct;
}

/** 'id' alone is whose row it is; an account or a card may be many people's. */
function isIdOfRows({ name }: KeyColumn): boolean {
  return /^(?:id|uid|uuid|guid)$/.test(bareHeader(name));
}

/** A log of sales that does not say who bought. */
function isAnonymousLog(
  { date, amount, quantity, price }: PurchaseColumns,
  invoice: KeyColumn | undefined,
): boolean {
  const paid = amount ?? price;
  if (invoice !== undefined && invoice.distinct < LINES * invoice.known)
    return date !== undefined || paid !== undefined;
  const named = date !== undefined && headerRank('date', date.name) !== undefined;
  if (!named || paid === undefined) return false;
  return invoice !== undefined || quantity !== undefined;
}

/** One row for each customer and month, or for each day on which a table was taken. */
function isPeriodic(customer: KeyColumn, { invoice, period, date }: PurchaseColumns): boolean {
  if (invoice !== undefined) return false;
  const column = period ?? (date && isDayOfMonth(date.cells) ? date : undefined);
  if (column === undefined) return false;
  const periods = keyColumn(column);
  return periods.distinct < customer.known && countPairs(customer, periods) >= LINES * customer.known;
}

/** Whether all days are the first of a month, or all are its last. */
function isDayOfMonth(cells: ArrayLike<unknown>): boolean {
  let [firsts, lasts, known] = [0, 0, 0];
  for (let row = 0; row < cells.length; row++) {
    const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(String(cells[row] ?? ''));
    if (day === null) continue;
    known++;
    const [year, month, date] = day.slice(1).map(Number);
    if (date === 1) firsts++;
    if (date === new Date(Date.UTC(year, month, 0)).getUTCDate()) lasts++;
  }
  return known > 0 && (firsts === known || lasts === known);
}

function evidenceOf(
  rowsAre: RowsAre,
  customer: CustomerColumn | undefined,
  { invoice, date, period }: PurchaseColumns,
): string[] {
  const columns = rowsAre === 'periods' ? [period ?? date] : rowsAre === 'repeats' ? [] : [invoice, date];
  return [customer?.name, ...columns.map((column) => column?.name)].filter((name) => name !== undefined);
}
