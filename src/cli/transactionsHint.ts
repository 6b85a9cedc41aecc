import { formatCount } from '../core/format';
import type { TableFile } from '../datasets/read/readTable';

/** Each customer in more rows than this, on average, makes a log of what they did. */
const ROWS_PER_CUSTOMER = 1.5;

/**
 * What to say where a file seems to hold purchases rather than customers: it has the columns of a transaction log, and
 * the same customers come up again and again. Undefined where it does not.
 */
export function transactionsHint({ rows, table }: TableFile): string | undefined {
  const { transactionColumnsAmong } =
    require('../features/rfm/reading/transactionColumns') as typeof import('../features/rfm/reading/transactionColumns');
  const columns = transactionColumnsAmong(Object.keys(table));
  if (columns === undefined) return undefined;
  const customers = new Set(table[columns.customer!]).size;
  if (rows < ROWS_PER_CUSTOMER * customers) return undefined;
  return (
    `Hint: ${formatCount(rows)} rows have ${formatCount(customers)} different values of ` +
    `'${columns.customer}', so a row seems to be a purchase and not a customer; ` +
    '`customer-segmentation rfm` makes one row for each customer of such a file.'
  );
}
