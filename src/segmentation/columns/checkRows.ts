import { InputError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { type Phrase, phrase } from '../../core/phrase';
import { type DetectedTransactions, transactionsIn } from '../../features/rfm/detect/detectTransactions';
import type { ResolvedOptions } from '../options';
import type { CustomerTableRead } from './readCustomerTable';

/** @throws InputError where rows are orders, or customers have several of them. */
export function checkRows({ table }: CustomerTableRead, { id }: Pick<ResolvedOptions, 'id'>): void {
  const found = transactionsIn(table, id);
  if (found !== undefined) throw notCustomers(found);
}

/**
 * Why the rows of a table are not clustered as customers, and what to do.
 * @param sumUp how one row per customer is had of them; default: by the library. Undefined where columns are lacking.
 */
export function notCustomers(
  found: DetectedTransactions,
  sumUp: Phrase | undefined = found.columns ? LIBRARY : undefined,
): InputError {
  const anyway = phrase`set ${{ option: 'rowsAreCustomers' }} if each row is a customer`;
  return new InputError('not-customers', whatRowsAre(found), {
    remedy: phrase`${sumUp ?? ONE_ROW}, or ${anyway}`,
    option: 'rowsAreCustomers',
    ...(found.columns && { roles: found.columns }),
  });
}

const LIBRARY = ['sum them up for each customer with `rfmAnalysis`'];
const ONE_ROW = ['make one row per customer first'];

const ROWS = {
  'order lines': 'a line of an order',
  orders: 'an order',
  periods: 'one month, week or year of a customer',
  repeats: 'one of several of a customer',
} as const;

/** 'a row is an order, not a customer: 240 rows name 20 customers in 'Email'' */
export function whatRowsAre({ rowsAre, rows, customer, customers }: DetectedTransactions): Phrase {
  const what = `a row of this table is ${ROWS[rowsAre]}, not a customer`;
  if (customer === null) return [`${what}, and no column says who the customer is`];
  return phrase`${what}: ${formatCount(rows)} rows name ${formatCount(customers!)} customers in ${{ column: customer }}`;
}
