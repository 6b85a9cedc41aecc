import { InputError } from '../../../core/errors';
import { formatNumber, plural } from '../../../core/format';
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
  { noOrder }: SaleConditions,
  repeats: boolean,
): Promise<string[]> {
  const { engine, table, columns, file } = log;
  const known = 'customer IS NOT NULL AND date IS NOT NULL';
  const nobody = `customer IS NULL AND date IS NOT NULL${noOrder === undefined ? '' : ` AND NOT coalesce(${noOrder}, FALSE)`}`;
  const { below, above, lost, sold, copies, balance, back } = await engine.query(`SELECT
  ${countWhere(`${known} AND amount < 0`)} AS below,
  ${countWhere(`${known} AND amount > 0`)} AS above,
  ${countWhere(`${nobody} AND amount < 0`)} AS lost,
  ${countWhere(`${nobody} AND amount > 0`)} AS sold,
  ${countWhere('repeats')} AS copies,
  coalesce(sum(CASE WHEN ${known} THEN amount END), 0) AS balance,
  coalesce(sum(CASE WHEN ${nobody} AND amount < 0 THEN amount END), 0) AS back
FROM ${table}`);
  if (Number(below[0]) > Math.max(1, Number(above[0])) && Number(balance[0]) < 0) {
    throw new InputError(
      'ambiguous',
      phrase`${{ file }}: ${plural(Number(below[0]), 'amount is', 'amounts are')} below zero and ${Number(above[0])} above, as if sales were written below zero`,
      {
        remedy: phrase`turn their signs around (column ${{ column: columns.amount ?? columns.quantity ?? '' }}), or give ${{ option: 'gross' }} if these are returns indeed`,
        option: 'gross',
      },
    );
  }
  return [
    ...(Number(lost[0]) <= Number(sold[0])
      ? []
      : [
          `${plural(Number(lost[0]), 'row')} without a customer ${lost[0] === 1 ? 'takes' : 'take'} back ${formatNumber(-Number(back[0]), { decimals: 2 })}, which is subtracted from nobody`,
        ]),
    ...(Number(copies[0]) === 0 || !repeats ? [] : await wholeCopies(log)),
  ];
}

/** Where the rows that repeat another are whole orders, exports may overlap; a basket may hold the same twice. */
async function wholeCopies({ engine, table, columns }: Transactions): Promise<string[]> {
  if (columns.invoice === null) return [];
  const { whole, orders, amount } = await engine.query(`SELECT
  ${countWhere('copies >= lines - copies')} AS whole, count(*) AS orders, sum(amount) AS amount
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
    `${plural(copied, 'order stands', 'orders stand')} in the file more than once, row by row the same, as where exports overlap: they count each time (${formatNumber(Number(amount[0]), { decimals: 2 })} more); to count them once, give the duplicates option 'drop'`,
  ];
}

const FEW = 2;
const MOST = 0.9;
