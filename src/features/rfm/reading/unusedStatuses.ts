import { isPlayMoney, type StatusMeaning, statusMeaning, statusOf } from '../cleaning/orderStatus';
import { bareHeader, NO_STATUS } from '../likelyHeaders';
import type { TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';
import { isAboutMoney, unusedNames } from './unusedColumns';

/** The beginning of a log is looked at, and columns with more different words are none of statuses. */
const ROWS = 5000;
const MAX_WORDS = 30;

/** Without them a column of statuses changes no sum. */
const TELLING: readonly StatusMeaning[] = ['none', 'refunded', 'refund'];

/**
 * Columns that were left alone although their words say that orders were canceled, refunded or tried out, whatever their
 * headers. Cost: a look at the first rows, for each column without a role.
 */
export async function unusedStatuses(log: RawTransactions, columns: TransactionColumns): Promise<string[]> {
  const left = unusedNames(log.columns, columns).filter(
    (name) => !isAboutMoney(name) && !NO_STATUS.test(bareHeader(name)),
  );
  const detected: string[] = [];
  for (const name of left) {
    const words = await wordsIn(log, name);
    const test = words.find(isPlayMoney);
    const meanings = words.map((word) => statusMeaning(word, statusOf(name)));
    const telling =
      words[meanings.findIndex((meaning) => meaning !== undefined && TELLING.includes(meaning))];
    const known = meanings.filter((meaning) => meaning !== undefined);
    if (test !== undefined)
      detected.push(
        `'${name}' says '${test}' of some orders, which count all the same: if they are tests, remove these rows`,
      );
    else if (telling !== undefined && words.length > 1 && 2 * known.length >= words.length)
      detected.push(
        `'${name}' was not used, though it says '${telling}' of some orders: name it as the status, and it counts`,
      );
  }
  return detected;
}

/** The different texts of a column; none where there are many. */
async function wordsIn({ engine, table }: RawTransactions, name: string): Promise<string[]> {
  const { value } = await engine.query(`SELECT value, count(*) AS n
FROM (SELECT ${engine.dialect.quoteName(name)} AS value FROM ${table} LIMIT ${ROWS}) AS texts
WHERE value IS NOT NULL
GROUP BY value
ORDER BY value
LIMIT ${MAX_WORDS + 1}`);
  return value.length > MAX_WORDS ? [] : value.map((text) => String(text).trim());
}
