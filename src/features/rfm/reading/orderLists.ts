import type { ListReading } from '../../../datasets/read/reader';
import type { Cell } from '../../../table/cell';
import { bareHeader } from '../likelyHeaders';
import { namesRole, roleEntry, type TransactionRole } from '../transactionRoles';

/**
 * What lists in JSON are that tells of orders: items are rows where an order has no amount of its own, and refunds are
 * worth the sum of their amounts.
 */
export const ORDER_LISTS: ListReading = { rowsOf, valueFor };

function rowsOf(
  names: readonly string[],
  lists: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (names.some((name) => namesRole('amount', name))) return undefined;
  for (const [name, items] of lists) {
    const some = (role: TransactionRole) => [...items].some((item) => namesRole(role, item));
    if (some('amount') || (some('quantity') && some('price'))) return name;
  }
  return undefined;
}

function valueFor(name: string, items: readonly unknown[]): Cell | undefined {
  if (!roleEntry('refunded').headers.includes(bareHeader(name))) return undefined;
  const amounts = items.map(refundOf);
  if (amounts.some((amount) => amount === undefined)) return undefined;
  return Math.round(amounts.reduce<number>((sum, amount) => sum + amount!, 0) * CENTS) / CENTS;
}

/** Sums of binary fractions are rounded to what currencies have. */
const CENTS = 1000;

/** What a refund amounts to: the money of its transactions that went through, or an amount of its own. */
function refundOf(refund: unknown): number | undefined {
  if (typeof refund !== 'object' || refund === null) return undefined;
  const { transactions, total, amount } = refund as Readonly<Record<string, unknown>>;
  if (!Array.isArray(transactions)) return sizeOf(total ?? amount);
  const paid = transactions.filter(wentThrough).map((each) => sizeOf(each.amount));
  return paid.some((each) => each === undefined)
    ? undefined
    : paid.reduce<number>((sum, each) => sum + each!, 0);
}

function wentThrough(
  transaction: unknown,
): transaction is { kind?: unknown; status?: unknown; amount?: unknown } {
  if (typeof transaction !== 'object' || transaction === null) return false;
  const { kind = 'refund', status = 'success' } = transaction as { kind?: unknown; status?: unknown };
  return String(kind).toLowerCase() === 'refund' && String(status).toLowerCase() === 'success';
}

/** A number, or its text with a decimal point. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(value)) return undefined;
  return Math.abs(Number(value));
}
