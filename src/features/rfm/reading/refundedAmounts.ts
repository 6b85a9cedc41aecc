import { countWhere } from '../../../datasets/sql/countWhere';
import { flagMeaning } from '../cleaning/orderStatus';
import type { TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';

/** An amount with decimals, with or without a currency, and no date. */
const AMOUNT = '[^0-9]*[0-9][0-9.,]*[.,][0-9]{1,2}[^0-9]*';

/** Whole numbers of which some are more than one. */
const COUNT = '[0-9]{1,6}';
const ONE_OR_NONE = '[01]';

/**
 * A column such as 'Refunded' says whether an order was paid back, or how much of it: where it holds amounts, it is the
 * latter. Where it holds whole numbers, these may be amounts or pieces: it is neither here. Cost: one pass where there is such a column.
 */
export async function withRefundedAmounts(
  { engine, table }: RawTransactions,
  columns: TransactionColumns,
): Promise<TransactionColumns> {
  const { canceled: flag, refunded } = columns;
  if (flag === null || refunded !== null || flagMeaning(flag)?.('yes') !== 'refunded') return columns;
  const text = `trim(${engine.dialect.quoteName(flag)})`;
  const amount = engine.dialect.matches(text, AMOUNT);
  const count = engine.dialect.matches(text, COUNT);
  const { amounts, others, several, no_counts } = await engine.query(`SELECT
  ${countWhere(amount)} AS amounts,
  ${countWhere(`${text} NOT IN ('', '0') AND NOT ${amount}`)} AS others,
  ${countWhere(`${count} AND NOT ${engine.dialect.matches(text, ONE_OR_NONE)}`)} AS several,
  ${countWhere(`${text} <> '' AND NOT ${count}`)} AS no_counts
FROM ${table}`);
  if (Number(several[0]) > 0 && Number(no_counts[0]) === 0) return { ...columns, canceled: null };
  const areAmounts = Number(amounts[0]) > 0 && Number(others[0]) === 0;
  return areAmounts ? { ...columns, canceled: null, refunded: flag } : columns;
}
