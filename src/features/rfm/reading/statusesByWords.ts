import { areSides, statusOf } from '../cleaning/orderStatus';
import { bareHeader, isOrderStatus, NO_STATUS, SIDE_HEADER } from '../likelyHeaders';
import type { TransactionColumnOptions, TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';
import { unusedNames } from './unusedColumns';
import { tellingWord, wordsIn } from './wordsOfColumns';

/**
 * Columns of statuses, where none is known by its usual header: those whose header is that of the status of an order or
 * a payment, and whose words say that orders were canceled, refunded or not paid, or what says debit and credit. Of several,
 * what is about payments comes first. Cost: a look at the first rows where no status is known, none otherwise.
 */
export async function statusesByWords(
  log: RawTransactions,
  columns: TransactionColumns,
  given: TransactionColumnOptions,
): Promise<TransactionColumns> {
  if (columns.status !== null || given.canceled !== undefined) return columns;
  const likely = unusedNames(log.columns, columns).filter(
    (name) => isOrderStatus(name) && !NO_STATUS.test(bareHeader(name)),
  );
  const sides = unusedNames(log.columns, columns).filter((name) => SIDE_HEADER.test(bareHeader(name)));
  const sideWords = await wordsIn(log, sides);
  const side = sides.find((name, j) => areSides(sideWords[j], name));
  if (side !== undefined) return { ...columns, status: side };
  const words = await wordsIn(log, likely);
  const telling = likely.filter((name, j) => tellingWord(name, words[j]) !== undefined);
  const [first, second] = [...telling].sort((one, other) => aboutPayments(other) - aboutPayments(one));
  if (first === undefined) return columns;
  return { ...columns, status: first, canceled: columns.canceled ?? second ?? null };
}

function aboutPayments(name: string): number {
  return statusOf(name) === 'payment' || /transaction/i.test(name) ? 1 : 0;
}
