import { InputError } from '../../core/errors';
import type { CustomerTableRead } from './readCustomerTable';

/** Why no choice of columns could group the customers of a table; undefined where they differ in some column. */
export function allCustomersAlike({ table, suggested }: CustomerTableRead): InputError | undefined {
  if (table.rows === 1) {
    return new InputError('no-difference', 'the table has one customer only', {
      remedy: 'segments need several, who differ',
    });
  }
  const others = table.columns.filter(({ name }) => name !== suggested.id);
  if (others.length === 0 || !others.every(({ constant }) => constant)) return undefined;
  const names = others.map(({ name }) => name).join(', ');
  return new InputError(
    'no-difference',
    `customers do not differ: every column is empty or the same for all (${names})`,
  );
}
