import type { RoleColumn } from './columnReading';
import type { RawTransactions } from './rawTransactions';
import { shopOf } from './shops';
import { bare } from './transactionColumns';

/** How services for payments say that money went back, in seven languages. */
const BACK = [
  ...['refund', 'reversal', 'chargeback', 'rückzahlung', 'erstattung', 'rückbuchung', 'rembours'],
  ...['reembols', 'devoluci', 'rimbors', 'terugbetaling'],
];

/**
 * The customer of a row in the books of a service for payments: who paid, or who was paid back. What else was paid out,
 * such as a withdrawal or a bill of one's own, is no customer's. The columns as they are for any other log.
 */
export function withPaidBack(
  log: RawTransactions,
  columns: readonly RoleColumn[],
): { columns: RoleColumn[]; detected: string[] } {
  const to = shopOf(log.columns.map(bare))?.paidTo;
  const payee = log.columns.find((name) => to?.includes(bare(name)));
  const [amount, kind] = ['amount', 'status'].map((role) => columns.find((column) => column.role === role));
  if (payee === undefined || amount === undefined || kind === undefined)
    return { columns: [...columns], detected: [] };
  const { quoteName, quoteText } = log.engine.dialect;
  const back = BACK.map((word) => `lower(${kind.text}) LIKE ${quoteText(`%${word}%`)}`).join(' OR ');
  const paidBack = `CASE WHEN ${back} THEN nullif(trim(${quoteName(payee)}), '') END`;
  return {
    columns: columns.map((column) =>
      column.role === 'customer'
        ? { ...column, text: `CASE WHEN ${amount.text} LIKE '-%' THEN ${paidBack} ELSE ${column.text} END` }
        : column,
    ),
    detected: [
      `of money that went out, a refund is that of the customer in '${payee}'; what else was paid out is no customer's`,
    ],
  };
}
