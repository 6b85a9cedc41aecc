import { isMissingText } from '../../../table/missing';
import { recognizeDates } from '../../../table/recognize/dates';
import type { RoleColumn } from './columnReading';
import { distinctDates, distinctTable } from './distinctTexts';
import type { RawTransactions } from './rawTransactions';

/** What another column of dates shows of the order of day, month and year. */
export interface OrderShown {
  /** The one format, of several that are possible, that goes with it. */
  format: string;
  /** The column that shows it. */
  by: string;
}

/**
 * Settles in which of several formats dates are written by the other columns of the log: one program wrote them all, and
 * the 17th in one of them tells what 05/03 means in another. Undefined where no other column shows it, or two show
 * different orders. Cost: one pass for each other column.
 */
export async function orderShownByOthers(
  log: RawTransactions,
  { name }: RoleColumn,
  formats: readonly string[],
): Promise<OrderShown | undefined> {
  const shown = new Map<string, string>();
  for (const other of log.columns.filter((column) => column !== name)) {
    const order = await orderIn(log, other);
    if (order !== undefined && !shown.has(order)) shown.set(order, other);
  }
  const those = formats.filter((format) => shown.has(orderOf(format)));
  return those.length === 1 ? { format: those[0], by: shown.get(orderOf(those[0]))! } : undefined;
}

/** The order of the dates of a column, where they show it; undefined for a column of anything else. */
async function orderIn(log: RawTransactions, name: string): Promise<string | undefined> {
  const { dialect } = log.engine;
  const text = `nullif(trim(${dialect.quoteName(name)}), '')`;
  const { texts } = await distinctDates(log, await distinctTable(log, { role: 'other', name, text }));
  const known = texts.filter((text) => !isMissingText(text)).map((text) => text.trim());
  if (known.length === 0 || recognizeDates([known[0]]) === undefined) return undefined;
  const orders = new Set(recognizeDates(known)?.formats.map(orderOf));
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** 'dMy' of 'dd/MM/yyyy'. */
function orderOf(format: string): string {
  return [...new Set(format.replace(/[^dMy]/g, ''))].join('');
}
