import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { ColumnRole } from '../../profile/roles/roleLexicon';
import { columnNumbers, type NumberColumn, type TypedColumn } from '../../table/column';
import { daysInDigits, firstDays } from '../../table/dateDigits';
import { type DateRole, dateRole, isOfActivity, labelOfDays } from '../../table/dateNames';
import { dayNumber, dayOfCell, isoOfDay } from '../../table/dayNumber';
import { isMissing } from '../../table/missing';

/** How a column of dates became numbers; the same for the customers of the fit and for new ones. */
export interface Since {
  /** 'years' is an age in full years, or the years since a year. */
  unit: 'days' | 'years';
  /** The day that they are counted up to, 'yyyy-MM-dd'. */
  asOf: string;
}

/** A column of dates as numbers, and what these are called. */
export interface Elapsed {
  column: NumberColumn;
  since: Since;
  label: string;
  role?: ColumnRole;
}

const ROLES: Readonly<Record<DateRole, ColumnRole>> = { recency: 'recency', tenure: 'tenure', birth: 'age' };

/** The dates of a column as the time from them to a day, with what it is called. */
export function elapsed(column: TypedColumn, asOf: string): Elapsed {
  const role = dateRole(column.name);
  const inYears = role === 'birth' || (column.kind === 'date' && column.years === true);
  const since: Since = { unit: inYears ? 'years' : 'days', asOf };
  return {
    column: elapsedColumn(column, since),
    since,
    label: role === 'birth' ? 'Age' : labelOfDays(column.name, inYears ? 'Years' : 'Days'),
    ...(role && { role: role === 'recency' && isOfActivity(column.name) ? 'activityRecency' : ROLES[role] }),
  };
}

/**
 * The dates of a column as days before `asOf`, or as an age on that day. What is no date, or a later one, is NaN; of later
 * ones the cell is the day as ISO text.
 * Cost: O(n).
 */
export function elapsedColumn(column: TypedColumn, { unit, asOf }: Since): NumberColumn {
  const { name } = column;
  const days = daysOf(column, unit);
  const last = dayNumber(asOf)!;
  const values = days.map((day) =>
    Number.isNaN(day) || day > last ? Number.NaN : unit === 'years' ? fullYears(day, last) : last - day,
  );
  const cells = Array.from(column.cells, (cell, row) => {
    if (!Number.isNaN(values[row])) return values[row];
    return Number.isNaN(days[row]) ? cell : isoOfDay(days[row]);
  });
  const known = values.filter((value) => !Number.isNaN(value));
  const constant = known.every((value) => value === known[0]);
  return {
    kind: 'number',
    name,
    cells,
    values,
    missing: values.length - known.length,
    constant,
    ...(unit === 'years' && { unit }),
    ...(constant && {
      reason: known.length === 0 ? 'every value is missing' : `constant: always ${known[0]} ${unit}`,
    }),
  };
}

/** Whether a cell that `elapsedColumn` has left says a day after the one counted up to. */
export function isLaterDay(cell: unknown): boolean {
  return dayOfCell(cell) !== undefined;
}

function daysOf(column: TypedColumn, unit: Since['unit']): Float64Array {
  if (column.kind === 'date') return column.days;
  const values = columnNumbers(column);
  const inDigits =
    values && (daysInDigits(column.name, values, true) ?? (unit === 'years' ? firstDays(values) : undefined));
  return (
    inDigits ||
    Float64Array.from(column.cells, (cell) => (isMissing(cell) ? undefined : dayOfCell(cell)) ?? Number.NaN)
  );
}

function fullYears(from: number, to: number): number {
  const [[year, monthDay], [lastYear, lastMonthDay]] = [from, to].map((day) => {
    const iso = isoOfDay(day);
    return [Number(iso.slice(0, 4)), iso.slice(5)] as const;
  });
  return lastYear - year - (lastMonthDay < monthDay ? 1 : 0);
}

/** A day further than this beyond all others is a slip or stands for "never". */
const LONG_AFTER = 366;
/** Of so many customers at most. */
const FEW = 0.01;

/**
 * The latest day of some columns of dates, as ISO text: what days are counted up to where nobody says it. A few days
 * that lie more than a year after all others (2099-12-31) do not count. Undefined without any day.
 */
export function latestDay(columns: readonly TypedColumn[]): string | undefined {
  const days = columns
    .flatMap((column) => (column.kind === 'date' ? Array.from(column.days) : []))
    .filter(isKnown);
  const sorted = Float64Array.from(days).sort();
  let last = sorted.length - 1;
  for (let at = last; at > 0 && sorted.length - at <= Math.max(1, FEW * sorted.length); at--)
    if (sorted[at] - sorted[at - 1] > LONG_AFTER) last = at - 1;
  return last < 0 ? undefined : isoOfDay(sorted[last]);
}

function isKnown(day: number): boolean {
  return !Number.isNaN(day);
}

/** @throws InputError for a day that is none, or is not written yyyy-MM-dd. */
export function checkDay(option: string, day: unknown): string {
  if (typeof day === 'string' && ISO_DAY.test(day) && dayNumber(day) !== undefined) return day;
  throw new InputError('not-allowed', phrase`${{ option }} is ${{ value: day }}`, {
    remedy: "it must be a day written yyyy-MM-dd, such as '2024-05-31'",
  });
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
