import { type CustomerTable, type TypedTable, typedTable } from '../../table/typedTable';
import { type SuggestedColumns, suggestFrom } from './suggestColumns';

/** A table of customers, read once for any number of fits. */
export interface CustomerTableRead {
  table: TypedTable;
  suggested: SuggestedColumns;
}

/**
 * Reads a table: what each column holds and which to cluster on.
 * @throws InputError when the table is empty, its columns differ in length, or a number is infinite.
 * Cost: O(n · columns²), about 0.1 s for 50,000 × 7.
 */
export function readCustomerTable(customers: CustomerTable): CustomerTableRead {
  const table = typedTable(customers);
  return { table, suggested: suggestFrom(table) };
}
