import {
  type CustomerColumn,
  type CustomerTable,
  customerColumns,
  type RawColumn,
} from '../../profile/customerTable';
import { mendNumbers, type SuggestedColumns, suggestFrom } from './suggestColumns';

/** A table of customers, read once for any number of fits. */
export interface CustomerTableRead {
  /** The values as they stand; texts that are numbers are numbers. */
  raw: RawColumn[];
  /** The same columns by what they hold. */
  columns: CustomerColumn[];
  suggested: SuggestedColumns;
}

/**
 * Reads a table: what each column holds and which to cluster on.
 * @throws InputError when the table is empty, its columns differ in length, or a number is infinite.
 * Cost: O(n · columns²), about 0.1 s for 50,000 × 7.
 */
export function readCustomerTable(table: CustomerTable): CustomerTableRead {
  const raw = mendNumbers(customerColumns(table));
  return { raw, ...suggestFrom(raw) };
}
