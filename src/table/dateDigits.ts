import { dateRole, mayHoldDates, nameOfQuantity, namesYear } from './dateNames';
import { dayNumber } from './dayNumber';
import { recognizeDateNumbers } from './recognize/dateNumbers';

/** So many different days, all in the calendar, are no amounts, whatever the name. */
const ENOUGH_DIFFERENT = 5;

/** Seconds from 2000 to 2033, and the same in milliseconds: no amount lies there throughout. */
const RECENT_SECONDS: readonly [number, number] = [946_684_800, 2_000_000_000];

/**
 * The days that a column of numbers holds, as days since 1970: 20240131, day numbers of a spreadsheet, seconds or
 * milliseconds since 1970; NaN where nothing is known. By values alone where these leave no doubt, otherwise by name
 * and values. Undefined where they are no days.
 *
 * @param expected whether the column is known to hold days.
 * Cost: O(n) where the first value may be a day, otherwise none.
 */
export function daysInDigits(name: string, values: Float64Array, expected = false): Float64Array | undefined {
  const first = values.find((value) => !Number.isNaN(value));
  if (first === undefined || first < 10_000) return undefined;
  const named = expected || mayHoldDates(name);
  if (!named && (nameOfQuantity(name) || !areMoments(values))) return undefined;
  const known = values.filter((value) => !Number.isNaN(value));
  const found = recognizeDateNumbers(Array.from(known, String));
  if (found === undefined) return undefined;
  const days = new Float64Array(values.length).fill(Number.NaN);
  let at = 0;
  values.forEach((value, row) => {
    if (!Number.isNaN(value)) days[row] = dayNumber(found.moments[at++])!;
  });
  return days;
}

/** Whether numbers are calendar days in digits, or moments of this century in seconds or milliseconds, by themselves. */
function areMoments(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  if (!known.every(Number.isInteger) || new Set(known).size < ENOUGH_DIFFERENT) return false;
  const within = (least: number, greatest: number) =>
    known.every((value) => value >= least && value < greatest);
  const [from, to] = RECENT_SECONDS;
  return within(19_000_101, 21_001_231) || within(from, to) || within(1000 * from, 1000 * to);
}

/** Years of living people's contracts and orders. */
const YEARS: readonly [number, number] = [1900, 2100];

/** What stands for no year. */
const NO_YEAR: ReadonlySet<number> = new Set([0, 9999]);

/**
 * The first days of the years that a column of numbers holds, as days since 1970, where the name says that something
 * began or was last done in them: 'Member since', 'Joined', 'Year of last visit'. Undefined for births, which are
 * years in every sense, and for what is no year.
 */
export function yearsOfLife(name: string, values: Float64Array): Float64Array | undefined {
  const role = dateRole(name);
  if ((role !== 'tenure' && role !== 'recency') || nameOfQuantity(name)) return undefined;
  const days = daysOfYears(values);
  return days?.some((day) => !Number.isNaN(day)) ? days : undefined;
}

/** Whether a column of numbers holds years of the calendar by its name and values: 'Graduation year'. */
export function holdsCalendarYears(name: string, values: Float64Array): boolean {
  return namesYear(name) && !nameOfQuantity(name) && daysOfYears(values) !== undefined;
}

/** The first days of years, where all values are years, or stand for none. */
function daysOfYears(values: Float64Array): Float64Array | undefined {
  const days = firstDays(values);
  const isYear = (value: number, row: number) =>
    Number.isNaN(value) || NO_YEAR.has(value) || !Number.isNaN(days[row]);
  return values.every(isYear) ? days : undefined;
}

/** The first days of years, NaN for what is none. */
export function firstDays(values: Float64Array): Float64Array {
  const isYear = (value: number) => Number.isInteger(value) && value >= YEARS[0] && value < YEARS[1];
  return values.map((value) => (isYear(value) ? dayNumber(`${value}-01-01`)! : Number.NaN));
}

/** Whether a column of numbers holds months written yyyyMM, such as 202401. */
export function areYearMonths(name: string, values: Float64Array): boolean {
  if (nameOfQuantity(name)) return false;
  const known = values.filter((value) => !Number.isNaN(value));
  return (
    new Set(known).size >= 2 &&
    known.every((value) => value >= 190_001 && value <= 210_012 && value % 100 >= 1 && value % 100 <= 12)
  );
}
