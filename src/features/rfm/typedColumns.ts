import { ROLE_NAMES, type TransactionColumns, type TransactionRole } from './transactionRoles';

/** The columns of the typed log that hold what roles mean. A purchase and an amount are there in any case. */
export function typedColumns(columns: TransactionColumns): TransactionRole[] {
  const always: readonly TransactionRole[] = ['invoice', 'amount'];
  return ROLE_NAMES.filter((role) => columns[role] !== null || always.includes(role));
}
