import { wordsOf } from '../../../core/columnNames';
import { countWhere } from '../../../datasets/sql/countWhere';
import { bareHeader, DISCOUNT, NO_AMOUNT, SHARE } from '../likelyHeaders';
import type { TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';
import { unusedNames } from './unusedColumns';

/** That quantity × price is before discounts, where a column tells of such. Cost: one pass where there are such columns. */
export async function discountSentences(
  { engine, table, columns: names }: Pick<RawTransactions, 'engine' | 'table' | 'columns'>,
  columns: TransactionColumns,
): Promise<string[]> {
  const discounts = unusedNames(names, columns).filter((name) => {
    const header = bareHeader(name);
    return DISCOUNT.test(header) && !NO_AMOUNT.test(header);
  });
  if (columns.discount !== null || discounts.length === 0) return [];
  const counts = discounts.map(
    (name, i) => `${countWhere(`position('%' IN ${engine.dialect.quoteName(name)}) > 0`)} AS c${i}`,
  );
  const signs = await engine.query(`SELECT ${counts.join(', ')} FROM ${table}`);
  const amounts = discounts.filter(
    (name, i) => !SHARE.test(wordsOf(name)) && Number(signs[`c${i}`][0]) === 0,
  );
  const list = discounts.map((name) => `'${name}'`).join(', ');
  const remedy =
    amounts.length > 0
      ? `to subtract the amounts in '${amounts[0]}', name it as the discount`
      : 'a share cannot be subtracted: give a column of what was paid as the amount';
  return [
    `${list} ${discounts.length === 1 ? 'was' : 'were'} not used, and quantity × price is before discounts; ${remedy}`,
  ];
}
