/** Years of two digits are 1969 to 2068, as in POSIX, SQL's strptime and Python. */
const FIRST_OF_TWO_DIGITS = 69;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The year that two or four digits stand for. */
export function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < FIRST_OF_TWO_DIGITS ? 2000 + year : 1900 + year;
}

/** 'yyyy-MM-dd'; undefined where the calendar has no such day, or the year is before 1000. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  return isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** Whether the calendar has such a day, in the years 1000 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
