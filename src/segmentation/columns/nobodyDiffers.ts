import { InputError } from '../../core/errors';
import type { CustomerColumn } from '../../profile/customerTable';
import type { CustomerTableRead } from './readCustomerTable';

/** Why no choice of columns could group the customers of a table; undefined where some column tells them apart. */
export function nobodyDiffers({ raw, columns, suggested }: CustomerTableRead): InputError | undefined {
  if (raw[0].values.length === 1) {
    return new InputError('the table has one customer only; segments need several, who differ');
  }
  const others = columns.filter(({ name }) => name !== suggested.id);
  if (others.length === 0 || !others.every(isConstant)) return undefined;
  const names = others.map(({ name }) => name).join(', ');
  return new InputError(`customers do not differ: every column is empty or the same for all (${names})`);
}

/** Whether a column is empty, or the same for every customer. */
export function isConstant(column: CustomerColumn): boolean {
  return (
    column.kind === 'unusable' &&
    (column.why.startsWith('constant') || column.why.startsWith('every value is missing'))
  );
}
