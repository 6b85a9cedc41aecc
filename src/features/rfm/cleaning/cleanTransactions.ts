import { InputError } from '../../../core/errors';
import { plural } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { resolveOptions } from '../../../core/resolveOptions';
import { countWhere } from '../../../datasets/sql/countWhere';
import type { Dialect } from '../../../datasets/sql/dialect';
import { CLEAN_OPTIONS, type CleanTransactionsOptions } from '../options';
import type { Transactions } from '../reading/loadTransactions';
import type { TransactionColumns } from '../transactionRoles';
import { type CleaningRule, cleaningRules, WITHOUT_REPEATS } from './cleaningRules';
import { oneCurrency } from './currencies';
import { doubtfulAmounts } from './doubtfulAmounts';
import { reasonWithoutAmount } from './missingAmounts';
import { orderLines } from './orderLines';
import { ALL_SOLD, saleConditions } from './saleConditions';
import { type Subtracted, subtractMoneyBack } from './subtracted';

/** One step of the cleaning: a statement, and what it did. */
export interface CleaningStep {
  name: string;
  /** The statement, as it ran. */
  sql: string;
  rowsBefore: number;
  rowsAfter: number;
  /** Rows of the log as it came that the step is about, whatever other steps do with them. */
  concerned: number;
  /** Why, in a sentence. */
  reason: string;
}

/** The purchases that count. */
export interface Purchases {
  transactions: Transactions;
  /** e.g. 'rfm.purchases', with the columns of the transactions. */
  table: string;
  rows: number;
  steps: CleaningStep[];
  /** Valid rows that repeat an earlier one in every column, what they amount to, and whether they are in. */
  duplicates: { rows: number; amount: number; choice: 'keep' | 'drop' };
  /** What is subtracted, by kind, and the table of it, e.g. 'rfm.subtracted'; null where sums are gross. */
  subtracted: { table: string; kinds: Subtracted[] } | null;
  /** The currency of all money, as its code or sign; undefined where the log does not say. */
  currency?: string;
  /** What was understood of orders, statuses and currencies, in sentences. */
  detected: string[];
}

/**
 * Keeps the purchases that count, by one named statement after the other: a missing description becomes
 * 'Unknown'; rows without a customer or a date go, and cancellations, quantities, prices and amounts that are not
 * positive, and orders that were canceled or not paid; exact duplicates stay or go, as chosen. Nothing is deleted: each
 * step is a view on the one before, and so are the purchases. What customers got back stands in a table of its own, to be
 * subtracted.
 *
 * @throws InputError when no purchase is left, naming the step that took the last; for several currencies; for sales below zero; for an amount
 * that may be that of a line or of its order.
 * Cost: some 0.3 s for 541,909 rows.
 *
 * @example
 * const database = await openDatabase();
 * const purchases = await cleanTransactions(await loadTransactions(database, 'purchases.csv'));
 * purchases.rows; // 3
 * purchases.steps.map(({ name }) => name); // ['Drop rows without a customer', 'Drop rows whose amount is not positive']
 */
export async function cleanTransactions(
  transactions: Transactions,
  options: CleanTransactionsOptions = {},
): Promise<Purchases> {
  const given = resolveOptions('cleanTransactions', CLEAN_OPTIONS, options);
  const { duplicates: choice, gross, amountPer, onlyCurrency } = given;
  const paid = given.paidStatuses.map(String);
  const prefix = await cancellationPrefix(transactions, given.cancellationPrefix);
  const literal = prefix === null ? null : transactions.engine.dialect.quoteText(prefix);
  const lines = await orderLines(transactions, amountPer);
  const prepared = await applyRules(transactions, await thatMatter(transactions, lines.rules));
  const whole = { ...transactions, table: prepared.last };
  const { currency, rules: ofCurrency, detected: ofMoney } = await oneCurrency(whole, onlyCurrency);
  const inCurrency = await thatMatter(whole, ofCurrency);
  const chosen = await applyRules(transactions, inCurrency, prepared.last, prepared.steps);
  const log = { ...transactions, table: chosen.last };
  const conditions = gross ? ALL_SOLD : await saleConditions(log, paid);
  const doubts = gross ? [] : await doubtfulAmounts(log, conditions, choice === 'keep');
  const withoutAmount = await reasonWithoutAmount(log);
  const byLine = !lines.perOrder;
  const rules = cleaningRules(transactions.columns, {
    ...{ withoutAmount, prefix: literal, byLine, conditions, net: !gross },
  });
  const { last, steps } = await applyRules(log, await thatMatter(log, rules), chosen.last, chosen.steps);
  const repeated = await repeatsIn(transactions, last);
  const kept =
    choice === 'keep'
      ? { last, steps }
      : await applyRules(transactions, [await withoutRepeats(transactions, steps, repeated)], last, steps);
  const table = await purchasesView(transactions, kept.last, lines.rules.length > 0);
  const rows = kept.steps[kept.steps.length - 1].rowsAfter;
  const columns = byLine ? transactions.columns : { ...transactions.columns, quantity: null, price: null };
  const subtracted = gross
    ? null
    : await subtractMoneyBack({
        ...{ transactions: { ...transactions, columns }, rows: chosen.last, purchases: table },
        ...{ conditions, prefix: literal, repeats: choice === 'keep' },
      });
  return {
    ...{ transactions, table, rows, steps: kept.steps, duplicates: { ...repeated, choice }, subtracted },
    ...(currency !== undefined && { currency }),
    detected: [
      ...lines.detected,
      ...ofMoney,
      ...conditions.detected,
      ...doubts,
      ...(gross ? grossSentences(transactions.columns) : []),
    ],
  };
}

/**
 * Makes the view of the purchases: of a table where what orders share is worked out, since that takes longer than to
 * leave rows out.
 */
async function purchasesView(
  { engine, schema }: Transactions,
  last: string,
  workedOut: boolean,
): Promise<string> {
  const { dialect } = engine;
  const [view, table] = [`${schema}.purchases`, `${schema}.purchase_rows`];
  if (workedOut) await engine.run(dialect.replaceTable(table, `SELECT * FROM ${last}`));
  const sql = dialect.replaceView(view, `SELECT * FROM ${workedOut ? table : last}`);
  try {
    await engine.run(sql);
  } catch (error) {
    // a database may have a table of that name from a version that made one
    await engine.run(`DROP TABLE ${view}`).catch(() => {
      throw error;
    });
    await engine.run(sql);
  }
  return view;
}

/** What a log says of money that came back, and is not looked at. */
function grossSentences({ status, canceled, refunded, discount }: TransactionColumns): string[] {
  const unused = [status, canceled, refunded, discount].filter((name) => name !== null);
  if (unused.length === 0) return [];
  return [
    `sums are gross: ${unused.map((name) => `'${name}'`).join(', ')} ${unused.length === 1 ? 'was' : 'were'} not used`,
  ];
}

interface Applied {
  /** The view that the last step made. */
  last: string;
  steps: CleaningStep[];
}

/** Each rule as a view on the one before. */
async function applyRules(
  { engine, table, schema, rows, columns, file }: Transactions,
  rules: readonly CountedRule[],
  from = table,
  before: readonly CleaningStep[] = [],
): Promise<Applied> {
  const steps = before.slice();
  let last = from;
  for (const { name, view, keep, reason, concerned, kept, select = ' *' } of rules) {
    const rowsBefore = steps.length > 0 ? steps[steps.length - 1].rowsAfter : rows;
    const where = keep === undefined ? '' : `\nWHERE ${keep}`;
    const sql = engine.dialect.replaceView(`${schema}.${view}`, `SELECT${select}\nFROM ${last}${where}`);
    await engine.run(sql);
    last = `${schema}.${view}`;
    steps.push({ name, sql, rowsBefore, rowsAfter: kept, concerned, reason });
    if (kept === 0) throw nothingLeft(file, columns, steps);
  }
  return { last, steps };
}

/** A rule with the rows it is about, and those that it and the rules before it leave. */
interface CountedRule extends CleaningRule {
  concerned: number;
  kept: number;
}

/**
 * Rules with the rows of the whole log they are about, without those that would have nothing to do and can go. One pass
 * counts what all of them leave of a table: no condition looks at a column that a rule before it changes.
 */
async function thatMatter(
  { engine, table }: Transactions,
  rules: readonly CleaningRule[],
): Promise<CountedRule[]> {
  if (rules.length === 0) return [];
  const counts = rules.flatMap(({ about }, i) => {
    const conditions = rules.slice(0, i + 1).flatMap(({ keep }) => keep ?? []);
    const kept = conditions.length === 0 ? 'TRUE' : conditions.join('\n    AND ');
    return [`${countWhere(about)} AS n${i}`, `${countWhere(kept)} AS k${i}`];
  });
  const found = await engine.query(`SELECT\n  ${counts.join(',\n  ')}\nFROM ${table}`);
  const counted = rules.map((rule, i) => ({
    ...rule,
    concerned: found[`n${i}`][0] as number,
    kept: found[`k${i}`][0] as number,
  }));
  return counted.filter(({ onlyWhereNeeded, concerned }) => !(onlyWhereNeeded && concerned === 0));
}

/** The rule that leaves repeated rows out, with what is known of them. */
async function withoutRepeats(
  transactions: Transactions,
  steps: readonly CleaningStep[],
  valid: { rows: number },
): Promise<CountedRule> {
  const [{ concerned }] = await thatMatter(transactions, [WITHOUT_REPEATS]);
  return { ...WITHOUT_REPEATS, concerned, kept: steps[steps.length - 1].rowsAfter - valid.rows };
}

async function repeatsIn({ engine }: Transactions, table: string): Promise<{ rows: number; amount: number }> {
  const { rows, amount } = await engine.query(
    `SELECT count(*) AS rows, coalesce(sum(amount), 0) AS amount FROM ${table} WHERE repeats`,
  );
  return { rows: rows[0] as number, amount: amount[0] as number };
}

/** What canceled invoices begin with; null where there are none. */
async function cancellationPrefix(
  { engine, table, columns }: Transactions,
  given: string | null | undefined,
): Promise<string | null> {
  if (given === null || (given === undefined && columns.invoice === null)) return null;
  if (given !== undefined) {
    if (columns.invoice !== null) return given;
    throw new InputError('not-allowed', phrase`${{ option: 'cancellationPrefix' }} is ${{ value: given }}`, {
      remedy: 'it needs a column of invoices',
    });
  }
  const { marked, plain } = await engine.query(invoiceKinds(engine.dialect, table));
  return marked[0] !== 0 && plain[0] !== 0 ? USUAL_PREFIX : null;
}

const USUAL_PREFIX = 'C';

/** How many invoices are marked as canceled, and how many have nothing but digits for a number. */
function invoiceKinds({ matches }: Dialect, table: string): string {
  return `WITH invoices AS (
  SELECT DISTINCT invoice FROM ${table}
)
SELECT
  ${countWhere(matches('invoice', `${USUAL_PREFIX}[0-9]+`))} AS marked,
  ${countWhere(matches('invoice', '[0-9]+'))} AS plain
FROM invoices`;
}

function nothingLeft(
  file: string,
  { customer }: TransactionColumns,
  steps: readonly CleaningStep[],
): InputError {
  const last = steps[steps.length - 1];
  const earlier = steps.slice(0, -1).filter(({ rowsBefore, rowsAfter }) => rowsAfter < rowsBefore);
  const before = earlier.map(({ name, rowsBefore, rowsAfter }) => `'${name}' took ${rowsBefore - rowsAfter}`);
  const after = before.length === 0 ? '' : `, after ${before.join(', ')}`;
  return new InputError(
    'no-data',
    phrase`no valid purchase is left of ${{ file }}: the step '${last.name}' took the last ${plural(last.rowsBefore, 'row')}${after}`,
    { remedy: phrase`are the columns right (customer: ${{ column: String(customer) }})?` },
  );
}
