import type { Purchases } from '../cleaning/cleanTransactions';

/** The statement that makes the table of customers, scored; `$asOf` stands for the day on which recency is counted. */
export function customersStatement({ transactions, table }: Purchases, into: string): string {
  const { dialect } = transactions.engine;
  const hasCountry = transactions.columns.country !== null;
  const latestCountry = `\n    ${dialect.latest('country', ['date', 'row'])} AS country,`;
  const days = (from: string) => dialect.daysBetween(from, 'CAST($asOf AS DATE)');
  return dialect.replaceTable(
    into,
    `WITH totals AS (
  SELECT
    customer,${hasCountry ? latestCountry : ''}
    CAST(min(date) AS DATE) AS "firstPurchase",
    CAST(max(date) AS DATE) AS "lastPurchase",
    count(DISTINCT invoice) AS frequency,
    sum(amount) AS monetary
  FROM ${table}
  GROUP BY customer
), measured AS (
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
  "firstPurchase", "lastPurchase", tenure, recency, frequency, monetary,
  CAST(monetary AS DOUBLE PRECISION) / frequency AS "averageOrderValue",
  "recencyScore", "frequencyScore", "monetaryScore",
  ${cell('"recencyScore"', '"frequencyScore"', '"monetaryScore"')} AS rfm,
  segment
FROM scored
  JOIN ${transactions.schema}.segment_grid USING ("recencyScore", "frequencyScore")`,
  );
}

/** In which fifth a customer is, 1 to 5, each fifth closed above. */
function fifth(measure: string): string {
  return `CAST(greatest(1, ceil(5 * percent_rank() OVER (ORDER BY ${measure}))) AS INTEGER)`;
}

/** The scores as one text, '545'. */
function cell(...scores: string[]): string {
  return scores.map((score) => `CAST(${score} AS VARCHAR)`).join('\n    || ');
}
