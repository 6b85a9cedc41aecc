import type { Cell } from '../../table/cell';

/** One customer: a value for each column that was clustered on, by the column's name. */
export type CustomerValues = Readonly<Record<string, Cell>>;

/** Customers with the same columns as a table. */
export function asTable(customers: readonly CustomerValues[]): Record<string, Cell[]> {
  return Object.fromEntries(
    Object.keys(customers[0]).map((name) => [name, customers.map((customer) => customer[name])]),
  );
}
