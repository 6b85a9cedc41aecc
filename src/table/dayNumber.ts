import { isIsoDate } from './recognize/dates';

const MILLISECONDS = 86_400_000;

/** Days from 1970-01-01 to the day of an ISO text, whatever time follows it; undefined for anything else. */
export function dayNumber(text: string): number | undefined {
  const day = text.trim();
  if (!isIsoDate(day)) return undefined;
  const [year, month, date] = day.slice(0, LONGEST).split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number.parseInt(date, 10)) / MILLISECONDS;
}

const LONGEST = 'yyyy-MM-dd'.length;

/** The day of a cell: of ISO text as it is written, of a `Date` by the clock of UTC; undefined where there is none. */
export function dayOfCell(cell: unknown): number | undefined {
  if (cell instanceof Date) return Math.floor(cell.getTime() / MILLISECONDS);
  return typeof cell === 'string' ? dayNumber(cell) : undefined;
}

/** 'yyyy-MM-dd'. */
export function isoOfDay(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, LONGEST);
}
