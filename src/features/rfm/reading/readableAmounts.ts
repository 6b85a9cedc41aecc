import { InputError } from '../../../core/errors';
import type { DecimalMark } from '../../../table/recognize/numberText';
import type { TransactionColumnOptions, TransactionColumns, TransactionRole } from '../transactionRoles';
import type { RoleColumn } from './columnReading';
import { readNumbers } from './numbers';
import type { RawTransactions } from './rawTransactions';

/** Amounts that a log can do without. */
const SPARE: readonly TransactionRole[] = ['refunded', 'discount'];

/**
 * Leaves out columns that were recognized by their headers as amounts to take off, and hold something else, such as yes
 * and no: a purchase can be read without them. Those that the caller named stay, to be refused.
 */
export async function readableAmounts(
  log: RawTransactions,
  columns: TransactionColumns,
  used: readonly RoleColumn[],
  given: TransactionColumnOptions,
  decimal: DecimalMark | undefined,
): Promise<{ columns: TransactionColumns; detected: string[] }> {
  const unreadable: RoleColumn[] = [];
  for (const column of used) {
    const role = column.role as TransactionRole;
    if (SPARE.includes(role) && given[role] === undefined && !(await isReadable(log, column, decimal)))
      unreadable.push(column);
  }
  return {
    columns: { ...columns, ...Object.fromEntries(unreadable.map(({ role }) => [role, null])) },
    detected: unreadable.map(({ name }) => `'${name}' was not used: it holds no amounts`),
  };
}

async function isReadable(
  log: RawTransactions,
  column: RoleColumn,
  decimal: DecimalMark | undefined,
): Promise<boolean> {
  try {
    await readNumbers(log, [column], decimal);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
