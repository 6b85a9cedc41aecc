import type { Customers } from '../../filters/filters';
import { segmented } from '../../state/query';

/**
 * The customers shown among all of them, for figures that compare with the mean of all: who is not shown is in no
 * segment, so that no figure draws them but every mean counts them.
 */
export function compareWithAll(customers: Customers): Customers {
  const { body, arrays } = segmented.value!;
  const [labels, rows] = [arrays.labels as Int32Array, arrays.rows as Int32Array];
  if (customers.rows.length === rows.length || customers.labels.every((label) => label < 0)) return customers;
  const shown = new Set(customers.rows);
  return {
    answer: body,
    labels: labels.map((label, i) => (shown.has(rows[i]) ? label : -1)),
    rows,
    coordinates: arrays.coordinates as Float32Array,
    values: (name) => arrays[`value${body.columns.findIndex((column) => column.name === name)}`],
  };
}
