import type { Transactions } from '../reading/loadTransactions';
import type { SaleConditions } from './saleConditions';

/** Why money is subtracted. */
export type SubtractedKind =
  | 'canceled orders'
  | 'cancellations'
  | 'returns'
  | 'vouchers and returns within an order'
  | 'refunded orders'
  | 'refunds'
  | 'discounts';

/** Money of one kind that customers did not pay in the end. */
export interface Subtracted {
  kind: SubtractedKind;
  rows: number;
  /** Below zero. */
  amount: number;
  /** The rule, in words. */
  reason: string;
}

/** Where money back stands in a log. */
export interface MoneyBack {
  transactions: Transactions;
  /** The rows of the log as they are read: the typed table, or a view on it. */
  rows: string;
  /** The purchases that count. */
  purchases: string;
  conditions: SaleConditions;
  /** What numbers of canceled invoices begin with, as a literal of SQL; null for none. */
  prefix: string | null;
  /** Whether rows that repeat another count. */
  repeats: boolean;
}

/** Makes the table of all that is subtracted: `row`, `customer`, `date`, `kind`, `amount` (below zero). */
export async function subtractMoneyBack(back: MoneyBack): Promise<{ table: string; kinds: Subtracted[] }> {
  const { transactions, prefix } = back;
  const { engine, schema } = transactions;
  const table = `${schema}.subtracted`;
  await engine.run(engine.dialect.replaceTable(table, await subtractedStatement(back)));
  const { kind, rows, amount } = await engine.query(
    `SELECT kind, count(*) AS rows, sum(amount) AS amount FROM ${table} GROUP BY kind ORDER BY amount, kind`,
  );
  const kinds = kind.map(
    (name, i): Subtracted => ({
      kind: name as SubtractedKind,
      rows: Number(rows[i]),
      amount: Number(amount[i]),
      reason: reasonOf(name as SubtractedKind, transactions, prefix),
    }),
  );
  return { table, kinds };
}

/** What a row is that takes money back, and how much. */
interface OffRule {
  kind: SubtractedKind;
  when: string;
  /** SQL for the amount, below zero; NULL where the row takes nothing back. */
  amount: string;
}

async function subtractedStatement(back: MoneyBack): Promise<string> {
  const { transactions, rows, conditions, repeats } = back;
  const { columns } = transactions;
  const rules = await offRules(back);
  const cases = (give: (rule: OffRule) => string) =>
    rules.map((rule) => `\n      WHEN ${rule.when}\n        THEN ${give(rule)}`).join('');
  const known = [
    'customer IS NOT NULL AND date IS NOT NULL',
    ...(repeats ? [] : ['NOT repeats']),
    ...(conditions.noOrder ? [`NOT ${conditions.noOrder}`] : []),
  ];
  // every rule is about some of these rows, which are few: only they need to be compared with invoices
  const off = [
    ...[conditions.notSold, canceledByNumber(back), conditions.refund, conditions.refunded],
    ...['amount < 0', ...(columns.quantity === null ? [] : ['quantity < 0'])],
  ].filter((condition) => condition !== undefined);
  const amounts = (
    [
      ['refunded', 'refunds'],
      ['discount', 'discounts'],
    ] as const
  ).flatMap(([column, kind]) => (columns[column] === null ? [] : [amountColumn(back, column, kind, known)]));
  const byRow = `SELECT row, customer, date, kind, amount
FROM (
  SELECT row, customer, date,
    CASE${cases(({ kind }) => `'${kind}'`)} END AS kind,
    CASE${cases(({ amount }) => amount)} END AS amount
  FROM ${rows}
  WHERE ${known.join(' AND ')}
    AND (${off.join(' OR ')})
) AS back
WHERE kind IS NOT NULL AND amount <> 0`;
  return [byRow, ...amounts].join('\nUNION ALL\n');
}

/** The rules by which rows take money off; the first that applies counts. */
async function offRules(back: MoneyBack): Promise<OffRule[]> {
  const { transactions, rows, purchases, conditions } = back;
  const { quantity, price, amount, invoice, refunded } = transactions.columns;
  const { notSold, refund } = conditions;
  const [canceled, fully] = [canceledByNumber(back), fullyRefunded(back)];
  const size = '-abs(amount)';
  const sold = `CASE WHEN ${soldCondition(back)} THEN -amount END`;
  const negates =
    quantity !== null && (amount !== null || (price !== null && (await returnsNegateBoth(back))));
  const rule = (kind: SubtractedKind, when: string | undefined, value: string): OffRule[] =>
    when === undefined ? [] : [{ kind, when, amount: value }];
  return [
    ...rule('canceled orders', notSold, sold),
    ...rule('cancellations', canceled, size),
    ...rule('refunds', refund, refunded === null ? size : '-abs(coalesce(nullif(amount, 0), refunded))'),
    ...rule('refunded orders', fully && `${fully} AND amount > 0`, sold),
    ...rule(
      'refunds',
      fully && `amount < 0 AND invoice IN (SELECT invoice FROM ${rows} WHERE ${fully} AND amount > 0)`,
      'NULL',
    ),
    ...rule('returns', negates ? 'quantity < 0 AND amount > 0' : undefined, '-amount'),
    ...rule(
      'vouchers and returns within an order',
      invoice === null ? undefined : `amount < 0 AND invoice IN (SELECT invoice FROM ${purchases})`,
      'amount',
    ),
    ...rule('returns', quantity === null ? 'amount < 0' : 'amount < 0 OR quantity < 0', 'amount'),
  ];
}

/** What a column of amounts says is subtracted, of orders that were sold and did not come back as a whole. */
function amountColumn(
  back: MoneyBack,
  column: 'refunded' | 'discount',
  kind: SubtractedKind,
  known: readonly string[],
): string {
  const { conditions, rows, purchases } = back;
  const not = [conditions.notSold, conditions.refund, canceledByNumber(back), fullyRefunded(back)];
  const conditionsOf = [
    `${column} <> 0`,
    ...known,
    ...not.flatMap((condition) => (condition === undefined ? [] : [`NOT (${condition})`])),
  ];
  return `SELECT row, customer, date, '${kind}' AS kind, -abs(${column}) AS amount
FROM ${column === 'discount' ? purchases : rows}
WHERE ${conditionsOf.join('\n  AND ')}`;
}

/** Invoices whose number says that they take a sale back. */
function canceledByNumber({ prefix }: MoneyBack): string | undefined {
  return prefix === null ? undefined : `(invoice IS NOT NULL AND starts_with(invoice, ${prefix}))`;
}

/** Rows that would be purchases, were it not for their status. */
function soldCondition(back: MoneyBack): string {
  const { quantity, price } = back.transactions.columns;
  const canceled = canceledByNumber(back);
  return [
    'amount > 0 AND invoice IS NOT NULL',
    ...(quantity === null ? [] : ['quantity > 0']),
    ...(price === null ? [] : ['price > 0']),
    ...(canceled === undefined ? [] : [`NOT ${canceled}`]),
  ].join(' AND ');
}

/** Orders that are refunded by their status, where no column says how much. */
function fullyRefunded({
  transactions: { columns },
  conditions: { refunded },
  rows,
}: MoneyBack): string | undefined {
  if (refunded === undefined || columns.refunded === null) return refunded;
  const none =
    columns.invoice === null
      ? 'coalesce(refunded, 0) = 0'
      : `coalesce(invoice, '') NOT IN (SELECT invoice FROM ${rows} WHERE refunded <> 0 AND invoice IS NOT NULL)`;
  return `(${refunded} AND ${none})`;
}

/** Some programs write a return with a negative quantity and a negative price: then all of them are so. */
async function returnsNegateBoth({ transactions: { engine }, rows }: MoneyBack): Promise<boolean> {
  const { negative, positive } = await engine.query(`SELECT
  count(CASE WHEN price < 0 THEN 1 END) AS negative,
  count(CASE WHEN price > 0 THEN 1 END) AS positive
FROM ${rows}
WHERE quantity < 0`);
  return Number(negative[0]) > 0 && Number(positive[0]) === 0;
}

function reasonOf(kind: SubtractedKind, { columns }: Transactions, prefix: string | null): string {
  switch (kind) {
    case 'canceled orders':
      return `orders that were canceled or not paid, by ${named(columns.status, columns.canceled)}`;
    case 'cancellations':
      return `invoices whose number begins with ${prefix} take a sale back`;
    case 'returns':
      return columns.quantity === null ? 'amounts below zero' : 'quantities or amounts below zero';
    case 'vouchers and returns within an order':
      return 'amounts below zero within an order that was bought';
    case 'refunded orders':
      return `all that was paid came back, by ${named(columns.status, columns.canceled)}`;
    case 'refunds':
      return columns.refunded === null
        ? `money paid back, by ${named(columns.status, columns.canceled)}`
        : `what '${columns.refunded}' says`;
    case 'discounts':
      return `what '${columns.discount}' says`;
  }
}

function named(...columns: readonly (string | null)[]): string {
  return columns
    .filter((column) => column !== null)
    .map((column) => `'${column}'`)
    .join(' and ');
}
