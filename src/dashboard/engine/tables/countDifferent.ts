import type { CustomerTableRead } from '../../../segmentation/columns/readCustomerTable';
import { comparable } from '../../../table/column';

/**
 * How many customers with a number in each of some columns differ in them, counted no further than `most`: they make
 * no more segments than that.
 */
export function countDifferent({ table }: CustomerTableRead, names: readonly string[], most: number): number {
  const numbers = table.columns.flatMap((each) => {
    const column = names.includes(each.name) ? comparable(each) : undefined;
    return column === undefined || column.kind === 'category' ? [] : [column.values];
  });
  const different = new Set<string>();
  for (let row = 0; row < table.rows && different.size < most; row++) {
    const values = numbers.map((column) => column[row]);
    if (!values.some(Number.isNaN)) different.add(values.join());
  }
  return different.size;
}
