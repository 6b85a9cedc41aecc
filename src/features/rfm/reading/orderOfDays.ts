import { isMissingText } from '../../../table/missing';
import { formatShown, type OrderShown, orderShownBy } from '../../../table/recognize/dateOrder';
import type { RoleColumn } from './columnReading';
import { distinctDates, distinctTable } from './distinctTexts';
import type { RawTransactions } from './rawTransactions';

/**
 * Settles in which of several formats dates are written by the other columns of the log, as `formatShown` does.
 * Cost: one pass for each other column.
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
  return formatShown(formats, shown);
}

/** The order of the dates of a column, where they show it; undefined for a column of anything else. */
async function orderIn(log: RawTransactions, name: string): Promise<string | undefined> {
  const { dialect } = log.engine;
  const text = `nullif(trim(${dialect.quoteName(name)}), '')`;
  const { texts } = await distinctDates(log, await distinctTable(log, { role: 'other', name, text }));
  return orderShownBy(texts.filter((text) => !isMissingText(text)).map((text) => text.trim()));
}
