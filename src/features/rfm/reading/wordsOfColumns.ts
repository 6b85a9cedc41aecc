import { type StatusMeaning, statusMeaning, statusOf } from '../cleaning/orderStatus';
import { bareHeader, EVENT } from '../likelyHeaders';
import type { RawTransactions } from './rawTransactions';

/** The beginning of a log is looked at, and columns with more different words are none of statuses. */
const ROWS = 5000;
const MAX_WORDS = 30;

/** Without them a column of statuses changes no sum. */
const TELLING: readonly StatusMeaning[] = ['none', 'refunded', 'refund'];

/**
 * A word of a column that says that orders came to nothing, where it is one of statuses: half of its words are, or it says
 * what happened. Undefined for other columns.
 */
export function tellingWord(name: string, words: readonly string[]): string | undefined {
  const meanings = words.map((word) => statusMeaning(word, statusOf(name)));
  const known = meanings.filter((meaning) => meaning !== undefined);
  const isOfOrders = 2 * known.length >= words.length || EVENT.test(bareHeader(name));
  if (words.length < 2 || !isOfOrders) return undefined;
  return words[meanings.findIndex((meaning) => meaning !== undefined && TELLING.includes(meaning))];
}

/** The different texts of each of some columns; none where there are many. Cost: a look at the first rows. */
export async function wordsIn(
  { engine, table }: RawTransactions,
  names: readonly string[],
): Promise<string[][]> {
  const found = names.map((): string[] => []);
  if (names.length === 0) return found;
  const texts = names.map((name, j) => `${engine.dialect.quoteName(name)} AS c${j}`);
  const parts = names.map(
    (_, j) => `SELECT ${j} AS place, value FROM (
  SELECT DISTINCT c${j} AS value FROM first_rows WHERE c${j} IS NOT NULL LIMIT ${MAX_WORDS + 1}
) AS words${j}`,
  );
  const { place, value } = await engine.query(`WITH first_rows AS (
  SELECT ${texts.join(', ')} FROM ${table} LIMIT ${ROWS}
)
SELECT place, value FROM (
${parts.join('\nUNION ALL\n')}
) AS words
ORDER BY place, value`);
  place.forEach((j, i) => {
    found[Number(j)].push(String(value[i]).trim());
  });
  return found.map((words) => (words.length > MAX_WORDS ? [] : words.sort()));
}
