import { formatCount } from '../../../core/format';
import { countWhere } from '../../../datasets/sql/countWhere';
import type { Transactions } from '../reading/loadTransactions';

/**
 * Why rows have no amount: shops export the amount of an order on its first line only, so that its further lines have
 * none of their own; of other rows nobody knows what was paid.
 */
export async function reasonWithoutAmount({ engine, table, columns }: Transactions): Promise<string> {
  if (columns.amount === null || columns.invoice === null) return UNKNOWN;
  const { missing, further } = await engine.query(`SELECT
  count(*) AS missing,
  ${countWhere(`invoice IN (SELECT invoice FROM ${table} WHERE amount IS NOT NULL)`)} AS further
FROM ${table}
WHERE amount IS NULL`);
  const [all, ofOrders] = [Number(missing[0]), Number(further[0])];
  if (ofOrders === 0) return UNKNOWN;
  if (ofOrders === all) return `${FURTHER}, and have none of their own`;
  return `${formatCount(ofOrders)} of them: ${FURTHER}; of the others ${UNKNOWN}`;
}

const UNKNOWN = 'nobody knows what was paid';
const FURTHER = 'further lines of orders that have their amount on another line';
