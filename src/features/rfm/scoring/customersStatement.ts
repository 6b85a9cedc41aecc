import type { Purchases } from '../cleaning/cleanTransactions';
import { KEPT_NOTHING } from './rfmSegments';

/** The statement that makes the table of customers, scored; `$asOf` stands for the day on which recency is counted. */
export function customersStatement({ transactions, table, subtracted }: Purchases, into: string): string {
  const { dialect } = transactions.engine;
  const hasCountry = transactions.columns.country !== null;
  const latestCountry = `\n    ${dialect.latest('country', ['date', 'row'])} AS country,`;
  const days = (from: string) => dialect.daysBetween(from, 'CAST($asOf AS DATE)');
  const net = subtracted !== null;
  return dialect.replaceTable(
    into,
    `WITH ${subtracted === null ? 'totals' : 'bought'} AS (
  SELECT
    customer,${hasCountry ? latestCountry : ''}
    CAST(min(date) AS DATE) AS "firstPurchase",
    CAST(max(date) AS DATE) AS "lastPurchase",
    count(DISTINCT invoice) AS frequency,
    sum(amount) AS ${net ? 'paid' : 'monetary'}
  FROM ${table}
  GROUP BY customer
), ${subtracted === null ? '' : netTotals(subtracted.table)}measured AS (
  SELECT
    *,
    ${days('"firstPurchase"')} AS tenure,
    ${days('"lastPurchase"')} AS recency
  FROM totals
), scored AS (
  SELECT
    *,
    6 - ${fifth('recency')}
      AS "recencyScore",
    ${fifth('frequency')}
      AS "frequencyScore",
    ${fifth('monetary')}
      AS "monetaryScore"
  FROM measured
)
SELECT
  customer,${hasCountry ? ' country,' : ''}
  "firstPurchase", "lastPurchase", tenure, recency, frequency, monetary,${net ? ' gross,' : ''}
  CAST(monetary AS DOUBLE PRECISION) / frequency AS "averageOrderValue",
  "recencyScore", "frequencyScore", "monetaryScore",
  ${cell('"recencyScore"', '"frequencyScore"', '"monetaryScore"')} AS rfm,
  ${net ? `CASE WHEN monetary > 0 THEN segment ELSE '${KEPT_NOTHING}' END AS segment` : 'segment'}
FROM scored
  JOIN ${transactions.schema}.segment_grid USING ("recencyScore", "frequencyScore")`,
  );
}

/** The columns of the table of customers, in order: written out, since some engines keep names in small letters. */
export function customerColumns({ transactions: { engine, columns }, subtracted }: Purchases): string {
  const names = [
    'customer',
    ...(columns.country === null ? [] : ['country']),
    ...['firstPurchase', 'lastPurchase', 'tenure', 'recency', 'frequency', 'monetary'],
    ...(subtracted === null ? [] : ['gross']),
    ...['averageOrderValue', 'recencyScore', 'frequencyScore', 'monetaryScore', 'rfm', 'segment'],
  ];
  return names
    .map(engine.dialect.quoteName)
    .map((name) => `${name} AS ${name}`)
    .join(', ');
}

/** What customers paid, without what they got back; `gross` has the orders that were canceled. */
function netTotals(subtracted: string): string {
  return `back AS (
  SELECT
    customer,
    sum(CASE WHEN kind = 'canceled orders' THEN 0 ELSE amount END) AS amount,
    sum(CASE WHEN kind = 'canceled orders' THEN amount ELSE 0 END) AS canceled
  FROM ${subtracted}
  GROUP BY customer
), totals AS (
  SELECT
    bought.*,
    paid + coalesce(back.amount, 0) AS monetary,
    paid - coalesce(back.canceled, 0) AS gross
  FROM bought LEFT JOIN back ON back.customer = bought.customer
), `;
}

/** In which fifth a customer is, 1 to 5, each fifth closed above. */
function fifth(measure: string): string {
  return `CAST(greatest(1, ceil(5 * percent_rank() OVER (ORDER BY ${measure}))) AS INTEGER)`;
}

/** The scores as one text, '545'; the grid's own are numbers with a fraction, which some engines would show. */
function cell(...scores: string[]): string {
  return scores.map((score) => `CAST(CAST(${score} AS INTEGER) AS VARCHAR)`).join('\n    || ');
}
