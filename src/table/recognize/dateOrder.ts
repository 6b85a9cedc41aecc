import { recognizeDates } from './dates';

/** 'dMy' of 'dd/MM/yyyy': the order of day, month and year that a format has, whatever its marks. */
function orderOfFormat(format: string): string {
  return [...new Set(format.replace(/[^dMy]/g, ''))].join('');
}

/** What another column of dates shows of the order of day, month and year. */
export interface OrderShown {
  /** The one format, of several that are possible, that goes with it. */
  format: string;
  /** The column that shows it. */
  by: string;
}

/**
 * Settles in which of several formats dates are written by the orders that other columns of the table show: one program
 * wrote them all, and the 17th in one of them tells what 05/03 means in another. Undefined where none shows one of these
 * orders, or two show different ones.
 *
 * @param shown the columns that allow one order alone, by it.
 */
export function formatShown(
  formats: readonly string[],
  shown: ReadonlyMap<string, string>,
): OrderShown | undefined {
  const those = formats.filter((format) => shown.has(orderOfFormat(format)));
  return those.length === 1 ? { format: those[0], by: shown.get(orderOfFormat(those[0]))! } : undefined;
}

/**
 * The one order of day, month and year in which texts can be dates; undefined where there are several, and where they
 * are no dates.
 * @param texts trimmed, none of them missing.
 */
export function orderShownBy(texts: readonly string[]): string | undefined {
  if (texts.length === 0 || recognizeDates([texts[0]]) === undefined) return undefined; // most columns hold none
  const orders = new Set(recognizeDates(texts)?.formats.map(orderOfFormat));
  return orders.size === 1 ? [...orders][0] : undefined;
}
