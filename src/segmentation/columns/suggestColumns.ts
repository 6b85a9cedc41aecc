import type { CustomerTable } from '../../table/typedTable';
import { readCustomerTable } from './readCustomerTable';
import type { SuggestedColumns } from './suggestFrom';

/**
 * Which columns of a table to cluster on, and why the others are left out: identifiers, codes that measure nothing,
 * constants, free text, columns that many customers lack, and columns that repeat another one (a year of birth
 * beside an age, or a correlation of 0.999). Dates of what customers last did are taken
 * as days before the latest date of the customers; the days since a sign-up, and ages from dates of birth, take part where
 * they are named, as do those since any other date. Categories come apart: what a distance between them is, is for you to say.
 *
 * @throws InputError when the table is empty or its columns differ in length.
 * Cost: O(n · columns²), but no more than some 10⁹ values are compared.
 *
 * @example
 * const { columns, id } = suggestColumns({ ID: [1, 2, 3], Income: [30, 50, 20], Status: ['a', 'b', 'a'] });
 * columns; // ['Income']
 * id;      // 'ID'
 */
export function suggestColumns(table: CustomerTable): SuggestedColumns {
  return readCustomerTable(table).suggested;
}
