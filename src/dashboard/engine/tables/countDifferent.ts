import type { CustomerTableRead } from '../../../segmentation/columns/readCustomerTable';

/**
 * How many customers with a number in each of some columns differ in them, counted no further than `most`: they make
 * no more segments than that.
 */
export function countDifferent(
  { raw, columns }: CustomerTableRead,
  names: readonly string[],
  most: number,
): number {
  const numbers = columns.flatMap((column) =>
    (column.kind === 'numeric' || column.kind === 'binary') && names.includes(column.name)
      ? [column.values]
      : [],
  );
  const different = new Set<string>();
  for (let row = 0; row < raw[0].values.length && different.size < most; row++) {
    const values = numbers.map((column) => column[row]);
    if (!values.some(Number.isNaN)) different.add(values.join());
  }
  return different.size;
}
