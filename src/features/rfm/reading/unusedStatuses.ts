import { isPlayMoney } from '../cleaning/orderStatus';
import { bareHeader, NO_STATUS } from '../likelyHeaders';
import type { TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';
import { isAboutMoney, unusedNames } from './unusedColumns';
import { tellingWord, wordsIn } from './wordsOfColumns';

/**
 * Columns that were left alone although their words say that orders were canceled, refunded or tried out, whatever their
 * headers. Cost: a look at the first rows.
 */
export async function unusedStatuses(log: RawTransactions, columns: TransactionColumns): Promise<string[]> {
  const left = unusedNames(log.columns, columns).filter(
    (name) => !isAboutMoney(name) && !NO_STATUS.test(bareHeader(name)),
  );
  const words = await wordsIn(log, left);
  return left.flatMap((name, j) => sentences(name, words[j]));
}

function sentences(name: string, words: readonly string[]): string[] {
  const test = words.find(isPlayMoney);
  if (test !== undefined)
    return [
      `'${name}' says '${test}' of some orders, which count all the same: if they are tests, remove these rows`,
    ];
  const telling = tellingWord(name, words);
  if (telling === undefined) return [];
  return [
    `'${name}' was not used, though it says '${telling}' of some orders: name it as the status, and it counts`,
  ];
}
