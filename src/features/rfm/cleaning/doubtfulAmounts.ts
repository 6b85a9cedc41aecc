import { InputError } from '../../../core/errors';
import { formatCount, formatNumber, plural } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { countWhere } from '../../../datasets/sql/countWhere';
import type { Transactions } from '../reading/loadTransactions';
import type { SaleConditions } from './saleConditions';

/**
 * What the amounts of a log leave open, in sentences: money that went back without a word to whom, and orders that stand
 * in it twice.
 * @param conditions what status says of rows.
 * @param repeats whether rows that repeat another count.
 * @throws InputError where most amounts are below zero, by rows and by sum: then sales are, and what is above zero went back.
 * Cost: one pass, and one where rows repeat.
 */
export async function doubtfulAmounts(
  log: Transactions,
  { noOrder, refund, notSold }: SaleConditions,
  repeats: boolean,
): Promise<string[]> {
  const { engine, table, columns, file } = log;
  const known = `customer IS NOT NULL AND date IS NOT NULL${exceptWhere(noOrder, refund, notSold)}`;
  const nobody = `customer IS NULL AND date IS NOT NULL${exceptWhere(noOrder)}`;
  const { below, above, lost, sold, copies, balance, back } = await engine.query(`SELECT
  ${countWhere(`${known} AND amount < 0`)} AS below,
  ${countWhere(`${known} AND amount > 0`)} AS above,
  ${countWhere(`${nobody} AND amount < 0`)} AS lost,
  ${countWhere(`${nobody} AND amount > 0`)} AS sold,
  ${countWhere('repeats')} AS copies,
  coalesce(sum(CASE WHEN ${known} THEN amount END), 0) AS balance,
  coalesce(sum(CASE WHEN ${nobody} AND amount < 0 THEN amount END), 0) AS back
FROM ${table}`);
  const [negative, positive] = [Number(below[0]), Number(above[0])];
  if (negative > Math.max(1, positive) && Number(balance[0]) < 0) {
    throw new InputError(
      'ambiguous',
      phrase`${{ file }}: most amounts are negative (${formatCount(negative)} of ${formatCount(negative + positive)})`,
      {
        remedy: phrase`reverse their signs (column ${{ column: columns.amount ?? columns.quantity ?? '' }}), or set ${{ option: 'gross' }} if they are returns`,
        option: 'gross',
      },
    );
  }
  return [
    ...(Number(lost[0]) <= Number(sold[0]) ? [] : [lostSentence(Number(lost[0]), -Number(back[0]))]),
    ...(Number(copies[0]) === 0 || !repeats ? [] : await wholeCopies(log)),
  ];
}

/** What leaves out the rows that statuses already say are no sales. */
function exceptWhere(...conditions: readonly (string | undefined)[]): string {
  return conditions
    .filter((condition) => condition !== undefined)
    .map((condition) => ` AND NOT coalesce(${condition}, FALSE)`)
    .join('');
}

function lostSentence(rows: number, money: number): string {
  const sum = formatNumber(money, { decimals: 2 });
  const refunded = rows === 1 ? `refunds ${sum}` : `refund ${sum} in all`;
  return `${plural(rows, 'row')} without a customer ${refunded}; no customer is named, so nothing is subtracted`;
}

/** Where the rows that repeat another are whole orders, exports may overlap; a basket may hold the same twice. */
async function wholeCopies({ engine, table, columns }: Transactions): Promise<string[]> {
  if (columns.invoice === null) return [];
  const { whole, orders, amount } = await engine.query(`SELECT
  ${countWhere('copies >= lines - copies')} AS whole, count(*) AS orders,
  sum(CASE WHEN copies >= lines - copies THEN amount END) AS amount
FROM (
  SELECT invoice, count(*) AS lines, ${countWhere('repeats')} AS copies,
    sum(CASE WHEN repeats THEN amount END) AS amount
  FROM ${table}
  WHERE invoice IS NOT NULL AND customer IS NOT NULL AND date IS NOT NULL
  GROUP BY invoice
  HAVING ${countWhere('repeats')} > 0
) AS repeated`);
  const [copied, all] = [Number(whole[0]), Number(orders[0])];
  if (copied < FEW || copied < MOST * all) return [];
  return [
    `${plural(copied, 'order is', 'orders are')} in the file more than once, line for line (exports may overlap): they count each time (${formatNumber(Number(amount[0]), { decimals: 2 })} more); to count them once, set the duplicates option to 'drop'`,
  ];
}

const FEW = 2;
const MOST = 0.9;
