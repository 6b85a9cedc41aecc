import { countWhere } from '../../../datasets/sql/countWhere';
import { flagMeaning } from '../cleaning/orderStatus';
import type { TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';

/** An amount with decimals, with or without a currency, and no date. */
const AMOUNT = '[^0-9]*[0-9][0-9.,]*[.,][0-9]{1,2}[^0-9]*';

/**
 * A column such as 'Refunded' says whether an order was paid back, or how much of it: where it holds amounts, it is the
 * latter. Cost: one pass where there is such a column.
 */
export async function withRefundedAmounts(
  { engine, table }: RawTransactions,
  columns: TransactionColumns,
): Promise<TransactionColumns> {
  const { canceled: flag, refunded } = columns;
  if (flag === null || refunded !== null || flagMeaning(flag)?.('yes') !== 'refunded') return columns;
  const text = `trim(${engine.dialect.quoteName(flag)})`;
  const amount = engine.dialect.matches(text, AMOUNT);
  const { amounts, others } = await engine.query(`SELECT
  ${countWhere(amount)} AS amounts,
  ${countWhere(`${text} NOT IN ('', '0') AND NOT ${amount}`)} AS others
FROM ${table}`);
  const areAmounts = Number(amounts[0]) > 0 && Number(others[0]) === 0;
  return areAmounts ? { ...columns, canceled: null, refunded: flag } : columns;
}
