import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { resolveOptions } from '../../../core/resolveOptions';
import { type Given, object, oneOf } from '../../../core/schema';
import type { Cell } from '../../../table/cell';
import type { TableData } from '../../../table/tableData';
import type { Purchases } from '../cleaning/cleanTransactions';

/** The lengths of cohorts, with how many months each has. */
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** How long a cohort is. */
export type CohortPeriod = keyof typeof MONTHS;

/** What the options may be. @internal */
export const COHORT_OPTIONS = object({
  /** How long a period is. Default 'month'. */
  by: oneOf(Object.keys(MONTHS) as CohortPeriod[], { default: 'month' }),
});

/** Options of `cohortRetention`. */
export interface CohortOptions extends Given<typeof COHORT_OPTIONS> {}

/**
 * Who comes back: customers by the month of their first purchase (`cohort`, 'yyyy-MM') and the months since
 * (`period`, 0 is the first), with the `customers` who bought in that month and their `share` of the cohort. Every
 * month up to the last of the log has a row, 0 where nobody came. `complete` is false for the last month, which ends
 * with the log. The same by quarters ('2024-Q1') and years ('2024').
 *
 * @throws InputError for a period that is none of these.
 * Cost: one pass over the purchases.
 *
 * @example
 * const database = await openDatabase();
 * const purchases = await cleanTransactions(await loadTransactions(database, 'purchases.csv'));
 * const { cohort, period, share } = await cohortRetention(purchases);
 * cohort; // ['2024-02', '2024-02']
 * share;  // [1, 0.5]
 * (await cohortRetention(purchases, { by: 'quarter' })).cohort; // ['2024-Q1']
 */
export async function cohortRetention(purchases: Purchases, options: CohortOptions = {}): Promise<TableData> {
  const { by } = resolveOptions('cohortRetention', COHORT_OPTIONS, options);
  const { engine } = purchases.transactions;
  const found = await engine.query(retentionStatement(purchases, MONTHS[by]));
  const last = Math.max(...(found.month as number[]));
  const cohorts = Array.from(new Set(found.first as number[]));
  const active = new Map(
    found.first.map((first, i) => [`${first} ${found.month[i]}`, found.customers[i] as number]),
  );
  const rows = cohorts.flatMap((first) => {
    const size = active.get(`${first} ${first}`) as number;
    return Array.from({ length: last - first + 1 }, (_, period): Cell[] => {
      const customers = active.get(`${first} ${first + period}`) ?? 0;
      return [periodName(first, by), period, customers, customers / size, first + period < last];
    });
  });
  const names = ['cohort', 'period', 'customers', 'share', 'complete'];
  return Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j])]));
}

/** More cohorts than this are no picture any more. */
const MAX_COHORTS = 24;

/** The shortest periods by which a log has so few cohorts that each can be seen. */
export async function cohortPeriod({ transactions: { engine }, table }: Purchases): Promise<CohortPeriod> {
  const { months } = await engine.query(`SELECT
  12 * (EXTRACT(YEAR FROM max(date)) - EXTRACT(YEAR FROM min(date)))
    + EXTRACT(MONTH FROM max(date)) - EXTRACT(MONTH FROM min(date)) + 1 AS months
FROM ${table}`);
  const fits = (by: CohortPeriod) => Number(months[0]) / MONTHS[by] <= MAX_COHORTS;
  return fits('month') ? 'month' : fits('quarter') ? 'quarter' : 'year';
}

/** Periods are counted from the year 0, so that they can be taken from each other. */
function retentionStatement({ table }: Purchases, months: number): string {
  const month = '12 * EXTRACT(YEAR FROM date) + EXTRACT(MONTH FROM date) - 1';
  const period = months === 1 ? month : `CAST(floor((${month}) / ${months}) AS INTEGER)`;
  return `WITH months AS (
  SELECT DISTINCT customer, ${period} AS month
  FROM ${table}
), firsts AS (
  SELECT customer, min(month) AS first
  FROM months
  GROUP BY customer
)
SELECT first, month, count(*) AS customers
FROM months JOIN firsts USING (customer)
GROUP BY first, month
ORDER BY first, month`;
}

function periodName(period: number, by: CohortPeriod): string {
  const perYear = 12 / MONTHS[by];
  const year = String(Math.floor(period / perYear)).padStart(4, '0');
  if (by === 'year') return year;
  const within = (period % perYear) + 1;
  return by === 'quarter' ? `${year}-Q${within}` : `${year}-${String(within).padStart(2, '0')}`;
}

/**
 * Gross revenue by `month` ('yyyy-MM') and `country`, with the `customers` and `invoices` behind it, largest first within
 * a month: what was bought when, before returns, which come in later months than their purchases.
 *
 * @throws InputError when the log has no column of countries.
 * Cost: one pass over the purchases.
 *
 * @example
 * const database = await openDatabase();
 * const purchases = await cleanTransactions(await loadTransactions(database, 'purchases.csv'));
 * const { country, revenue } = await revenueByMonthAndCountry(purchases);
 * country; // ['Italy', 'Malta', 'Italy']
 * revenue; // [20.5, 15.1, 25]
 */
export async function revenueByMonthAndCountry(purchases: Purchases): Promise<TableData> {
  const { engine, file, columns } = purchases.transactions;
  if (columns.country === null) {
    throw new InputError('missing-column', phrase`${{ file }} has no column of countries`, {
      remedy: phrase`give ${{ option: 'country' }}`,
    });
  }
  return engine.query(`SELECT
  substr(CAST(CAST(min(date) AS DATE) AS VARCHAR), 1, 7) AS month,
  country,
  sum(amount) AS revenue,
  count(DISTINCT customer) AS customers,
  count(DISTINCT invoice) AS invoices
FROM (
  SELECT
    EXTRACT(YEAR FROM date) AS "year", EXTRACT(MONTH FROM date) AS month_of_year, date,
    coalesce(country, 'Unknown') AS country,
    amount, customer, invoice
  FROM ${purchases.table}
) AS dated
GROUP BY "year", month_of_year, country
ORDER BY month, revenue DESC, country`);
}
