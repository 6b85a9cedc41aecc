import { plural } from './count';
import { formatNumber } from './number';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as the interface writes it. Files and options keep the form 2011-12-09.
 *
 * @param day an ISO date, with or without a time.
 *
 * @example
 * formatDate('2011-12-09');   // 'Dec 9, 2011'
 */
export function formatDate(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${name} ${Number(date)}, ${Number(year)}`;
}

/**
 * A span of time in the largest unit that it fills.
 *
 * @example
 * formatDuration(1_000);     // '1 second'
 * formatDuration(300_000);   // '5 minutes'
 * formatDuration(90_000);    // '1.5 minutes'
 */
export function formatDuration(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, least]) => milliseconds >= least) ?? UNITS[UNITS.length - 1];
  const count = milliseconds / size;
  return Number.isInteger(count) ? plural(count, unit) : `${formatNumber(count, { digits: 2 })} ${unit}s`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];
