import { InputError } from '../../../core/errors';
import { plural } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { countWhere } from '../../../datasets/sql/countWhere';
import { wrapNames } from '../../../datasets/sql/wrapNames';
import type { Transactions } from '../reading/loadTransactions';
import { bare } from '../reading/transactionColumns';
import { typedColumns } from '../typedColumns';
import { wordList } from '../wordList';
import type { CleaningRule } from './cleaningRules';

/** Whether an amount is that of a row or of its whole order. */
export type AmountPer = 'line' | 'order';

/** How the lines of an order hang together. */
export interface OrderLines {
  /** Whether the amount is that of the whole order, on each of its lines or on one alone. */
  perOrder: boolean;
  /** What makes one amount of those repeated on each line, and gives further lines what stands on the first alone. */
  rules: CleaningRule[];
  detected: string[];
}

/** Headers of what a whole order costs. */
const ORDER_HEADERS: ReadonlySet<string> = new Set(
  wordList(`
    total ordertotal grandtotal ordervalue orderamount ordertotalamount invoiceamount invoicetotal amountpaid
    rechnungsbetrag gesamtsumme totalfactura totalefattura totaldelpedido totalcommande
  `),
);

/**
 * Finds out what the lines of an order share: shops write its total on each of its lines, or on the first alone.
 * @param given what the caller says of the amount.
 * @throws InputError where an amount is the same on all lines of each order, and may be that of the line or of the order.
 * Cost: one pass over the rows, where the log has invoices.
 */
export async function orderLines(
  transactions: Transactions,
  given: AmountPer | undefined,
): Promise<OrderLines> {
  const { columns } = transactions;
  if (columns.invoice === null) return { perOrder: given === 'order', rules: [], detected: [] };
  const shared = await sharedByLines(transactions);
  const amount = columns.amount === null ? 'line' : await amountPer(transactions, given);
  const refundsOnce = columns.refunded !== null && (await isRepeated(transactions, 'refunded'));
  const once = [...(amount === 'repeated' ? ['amount'] : []), ...(refundsOnce ? ['refunded'] : [])];
  const rules = [
    ...(shared.length === 0 ? [] : [filledRule(transactions, shared)]),
    ...once.map((column) => onceRule(transactions, column as 'amount' | 'refunded')),
  ];
  const detected =
    amount === 'repeated' && given === undefined
      ? [
          `'${columns.amount}' is the same on all lines of an order: it is that of the whole order, and counts once`,
        ]
      : [];
  return { perOrder: amount !== 'line', rules, detected };
}

/** Columns that further lines of an order lack, though its first line has them. */
const SHARED = ['customer', 'date', 'status', 'canceled', 'currency'] as const;

/** An order has one customer and one day: numbers that come again on another day are those of other orders. */
function alike(name: string, over = ''): string {
  const same = (value: string) => `min(${value})${over} = max(${value})${over}`;
  const oneDay = same('CAST(date AS DATE)');
  return name === 'date' ? oneDay : `${same(name)} AND ${oneDay}`;
}

/** Which of them are missing where the amount is there, and known from another line. */
async function sharedByLines({ engine, table, columns }: Transactions): Promise<string[]> {
  const names = SHARED.filter((name) => columns[name] !== null);
  const counts = names.map((name) => `${countWhere(`${name} IS NULL AND amount IS NOT NULL`)} AS ${name}`);
  const missing = await engine.query(`SELECT ${counts.join(', ')} FROM ${table} WHERE invoice IS NOT NULL`);
  const lacking = names.filter((name) => missing[name][0] !== 0);
  const shared: string[] = [];
  for (const name of lacking) {
    const { n } = await engine.query(`SELECT count(*) AS n
FROM (
  SELECT invoice FROM ${table}
  WHERE invoice IS NOT NULL
  GROUP BY invoice
  HAVING ${countWhere(`${name} IS NULL AND amount IS NOT NULL`)} > 0 AND ${alike(name)}
) AS orders`);
    if (n[0] !== 0) shared.push(name);
  }
  return shared;
}

type AmountFound = 'line' | 'once' | 'repeated';

/** What the amounts of orders with several lines look like. */
async function amountPer(transactions: Transactions, given: AmountPer | undefined): Promise<AmountFound> {
  if (given === 'line') return 'line';
  const { engine, table, columns, file } = transactions;
  const products = columns.quantity !== null && columns.price !== null;
  const found = await engine.query(`SELECT
  count(*) AS orders,
  ${countWhere('least_amount = greatest_amount')} AS same,
  ${countWhere('lines = products')} AS by_line,
  ${countWhere('repeated < lines - 1')} AS distinct_lines
FROM (
  SELECT invoice, count(*) AS lines, min(amount) AS least_amount, max(amount) AS greatest_amount,
    ${countWhere(products ? 'abs(amount - quantity * price) <= 0.011' : 'FALSE')} AS products,
    ${countWhere('repeats')} AS repeated
  FROM ${table}
  WHERE invoice IS NOT NULL AND amount IS NOT NULL
  GROUP BY invoice
  HAVING count(*) > 1
) AS orders`);
  const [orders, same, byLine, distinct] = ['orders', 'same', 'by_line', 'distinct_lines'].map((name) =>
    Number(found[name][0]),
  );
  if (orders === 0) return (await isSparse(transactions)) ? 'once' : given === 'order' ? 'once' : 'line';
  if (given === 'order') return 'repeated';
  if (same < orders || byLine === orders) return 'line';
  if (products || ORDER_HEADERS.has(bare(columns.amount!))) return 'repeated';
  if (distinct === 0) return 'line';
  throw new InputError(
    'ambiguous',
    phrase`${{ file }}: column ${{ column: columns.amount! }} is the same on all lines of each order (${plural(orders, 'order')} of several lines): it may be the amount of a line or of the whole order`,
    {
      remedy: phrase`give ${{ option: 'amountPer' }}: 'line' or 'order'`,
      option: 'amountPer',
      allowed: ['line', 'order'],
    },
  );
}

/** Whether further lines of orders have no amount of their own. */
async function isSparse({ engine, table }: Transactions): Promise<boolean> {
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}
WHERE amount IS NULL AND invoice IN (SELECT invoice FROM ${table} WHERE amount IS NOT NULL)`);
  return n[0] !== 0;
}

/** Whether every order of several lines has the same refund on each. */
async function isRepeated({ engine, table }: Transactions, column: string): Promise<boolean> {
  const { orders, same } = await engine.query(`SELECT
  count(*) AS orders, ${countWhere('least_amount = greatest_amount')} AS same
FROM (
  SELECT invoice, min(${column}) AS least_amount, max(${column}) AS greatest_amount
  FROM ${table}
  WHERE invoice IS NOT NULL AND ${column} IS NOT NULL
  GROUP BY invoice
  HAVING count(*) > 1 AND max(abs(${column})) > 0
) AS orders`);
  return orders[0] !== 0 && orders[0] === same[0];
}

function filledRule(transactions: Transactions, names: readonly string[]): CleaningRule {
  const over = ' OVER (PARTITION BY invoice)';
  const filled = (name: string) =>
    `CASE WHEN ${name} IS NULL AND invoice IS NOT NULL AND ${alike(name, over)}
      THEN min(${name})${over} ELSE ${name} END AS ${name}`;
  const list = names.map((name) => transactions.columns[name as (typeof SHARED)[number]]).join(', ');
  return {
    name: 'Further lines of an order get what stands on its first',
    view: 'whole_orders',
    select: selectWith(transactions, names, filled),
    about: names.map((name) => isFilled(transactions.table, name)).join(' OR '),
    reason: `the export writes it once for each order: ${list}`,
  };
}

/** Rows that lack what other lines of their order have. */
function isFilled(table: string, name: string): string {
  return `(${name} IS NULL AND amount IS NOT NULL AND invoice IN (
    SELECT invoice FROM ${table} WHERE invoice IS NOT NULL GROUP BY invoice HAVING ${alike(name)}))`;
}

function onceRule(transactions: Transactions, column: 'amount' | 'refunded'): CleaningRule {
  const first = `min(CASE WHEN ${column} IS NOT NULL THEN row END) OVER (PARTITION BY invoice)`;
  return {
    name: column === 'amount' ? "An order's amount counts once" : "An order's refund counts once",
    view: `${column}_once`,
    select: selectWith(
      transactions,
      [column],
      () => `CASE WHEN invoice IS NULL OR row = ${first} THEN ${column} END AS ${column}`,
    ),
    about: `${column} IS NOT NULL AND invoice IN (SELECT invoice FROM ${transactions.table} WHERE ${column} IS NOT NULL GROUP BY invoice HAVING count(*) > 1)`,
    reason: 'the export repeats it on every line of the order',
  };
}

function selectWith(
  { columns }: Transactions,
  names: readonly string[],
  expression: (name: string) => string,
): string {
  const all = ['row', ...typedColumns(columns), 'repeats'];
  return `\n  ${wrapNames(all.map((name) => (names.includes(name) ? expression(name) : name)))}`;
}
