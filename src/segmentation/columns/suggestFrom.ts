import { wordsOf } from '../../core/columnNames';
import { correlate } from '../../core/correlate';
import { formatCount, formatNumber, formatShare } from '../../core/format';
import { mean } from '../../core/statistics';
import { rolesOf } from '../../profile/roles/columnRoles';
import type { ColumnRole } from '../../profile/roles/roleLexicon';
import type { NumberColumn, TypedColumn } from '../../table/column';
import { holdsCalendarYears } from '../../table/dateDigits';
import { dateRole } from '../../table/dateNames';
import { permissionReason } from '../../table/permissions';
import type { TypedTable } from '../../table/typedTable';
import { dummyColumns } from './dummyColumns';
import type { Elapsed } from './elapsedTime';

/** A column that takes no part, and why. */
export interface IgnoredColumn {
  name: string;
  reason: string;
}

/** What `suggestColumns` found. */
export interface SuggestedColumns {
  /** Numbers and yes/no columns to cluster on, in the order of the table. */
  columns: string[];
  /** Categories, for 'kprototypes' and for the profile. */
  categories: string[];
  /** The column that identifies customers; null where there is none. */
  id: string | null;
  /** Columns of dates; of those that are among `columns`, too, the days since are taken, or an age. */
  dates: string[];
  /** Of those the ones that take part where they are named: since when there is a customer, and ages. */
  offered: string[];
  /** Columns that many customers lack: they take part where they are named, or where `missing` is not 'drop-column'. */
  optional: string[];
  /** All other columns, with the reason; those in `offered` and `optional` and the identifier are among them. */
  ignored: IgnoredColumn[];
}

/** A column with a larger share of missing values is left out: dropping these customers would cost most of the table. */
const MAX_MISSING_SHARE = 0.5;
/** So many customers at most go for want of a value in a column that nobody asked for; fewer than `FEW` do not matter. */
const OFTEN_MISSING = 0.05;
const FEW = 5;
/** Two columns that correlate so closely are one column twice. */
const SAME = 0.999;
/** In fewer rows chance alone can make two columns correlate like that. */
const ENOUGH_ROWS = 20;
/**
 * `suggestColumns` for a table whose columns are known.
 * @param elapsed its columns of dates that are the time since.
 * @param given the table before.
 */
export function suggestFrom(
  table: TypedTable,
  elapsed: ReadonlyMap<string, Elapsed>,
  given: TypedTable,
): SuggestedColumns {
  const dummies = dummyColumns(table);
  const suggested = suggestWithout(dummies, table, elapsed, given);
  const isEnough = dummies.size === 0 || suggested.columns.length > 0;
  return isEnough ? suggested : suggestWithout(new Map(), table, elapsed, given);
}

function suggestWithout(
  dummies: ReadonlyMap<string, number>,
  { columns, rows }: TypedTable,
  elapsed: ReadonlyMap<string, Elapsed>,
  given: TypedTable,
): SuggestedColumns {
  const ofDates = Array.from(elapsed, ([name, { role }]) => [name, role ?? 'other'] as const);
  const roles = rolesOf(columns, Object.fromEntries(ofDates)).map(({ role }) => role);
  const suggested: SuggestedColumns = {
    columns: [],
    categories: [],
    id: null,
    dates: [],
    offered: [],
    optional: [],
    ignored: [],
  };
  const chosen: Sampled[] = [];
  const sampled = sampleOf(rows, columns.length);
  // Of a number and the days since a date that say the same, the number is what the file means.
  const numbers = columns.filter(
    ({ name, kind, reason }) => kind === 'number' && reason === undefined && !elapsed.has(name),
  );
  const inNumbers = elapsed.size > 0 ? numbers.map((column) => sampled(column as NumberColumn)) : [];
  columns.forEach((column, j) => {
    const { name } = column;
    const own = column.kind === 'number' || column.kind === 'boolean' ? sampled(column) : undefined;
    const flaw =
      birthReason(column) ??
      yearsReason(column, roles[j]) ??
      column.reason ??
      permissionReason(column) ??
      mostlyMissing(column, rows) ??
      dummyReason(dummies.get(name)) ??
      repeats(own, roles[j], roles, elapsed.has(name) ? [...inNumbers, ...chosen] : chosen);
    const offer = flaw === undefined ? offerOf(elapsed.get(name)) : undefined;
    if (offer !== undefined) suggested.offered.push(name);
    const lack = flaw === undefined && offer === undefined ? oftenMissing(column, rows) : undefined;
    if (lack !== undefined) suggested.optional.push(name);
    const reason = flaw ?? offer ?? lack;
    if (given.columns[j].kind === 'date') suggested.dates.push(name);
    if (column.kind === 'identifier' && column.distinct > rows / 2 && isBetterId(name, suggested.id))
      suggested.id = name;
    if (reason !== undefined) suggested.ignored.push({ name, reason });
    else if (column.kind === 'category') suggested.categories.push(name);
    else if (own) {
      suggested.columns.push(name);
      chosen.push(own);
    }
  });
  return suggested;
}

/** The first identifier, but a number rather than the name of whoever it is. */
function isBetterId(name: string, before: string | null): boolean {
  return before === null || (NAME.test(wordsOf(before)) && !NAME.test(wordsOf(name)));
}

const NAME = /name\b/;

/** Since when somebody is a customer says little of what the customer is like, unless somebody wants to know. */
function offerOf(time: Elapsed | undefined): string | undefined {
  return time === undefined || time.role === 'recency' || time.role === 'activityRecency'
    ? undefined
    : `dates; name the column to cluster on ${time.role === 'age' ? 'the age' : `the ${time.label.charAt(0).toLowerCase()}${time.label.slice(1)}`}`;
}

/** Dates of birth alone do not say what day it is. */
function birthReason({ name, kind }: TypedColumn): string | undefined {
  return kind === 'date' && dateRole(name) === 'birth'
    ? 'dates of birth; name the column and the day to count up to (as-of) to cluster on the age'
    : undefined;
}

/** Years of the calendar say when something was, not how much of it there is. */
function yearsReason(column: TypedColumn, role: ColumnRole): string | undefined {
  return column.kind === 'number' && role !== 'birthYear' && holdsCalendarYears(column.name, column.values)
    ? 'years of the calendar; name the column to cluster on it'
    : undefined;
}

function dummyReason(columns: number | undefined): string | undefined {
  return columns === undefined
    ? undefined
    : `one of ${columns} columns that hold a category: each customer has exactly one`;
}

function mostlyMissing({ missing }: TypedColumn, rows: number): string | undefined {
  return missing > MAX_MISSING_SHARE * rows
    ? `${formatShare(missing / rows)} of its values are missing`
    : undefined;
}

/** Why a column is optional: taking it would cost customers. */
function oftenMissing({ missing }: TypedColumn, rows: number): string | undefined {
  if (missing < FEW || missing <= OFTEN_MISSING * rows) return undefined;
  return `${formatShare(missing / rows)} of its values are missing (${formatCount(missing)} of ${formatCount(rows)}); the missing option fills them, or leaves these customers out`;
}

function repeats(
  column: Sampled | undefined,
  role: ColumnRole,
  roles: readonly ColumnRole[],
  chosen: readonly Sampled[],
): string | undefined {
  if (role === 'birthYear' && roles.includes('age')) return 'says the same as the age';
  if (column === undefined || column.values.length < ENOUGH_ROWS) return undefined;
  const twin = chosen.find((other) => mayBeTwins(other, column) && sameness(other, column) >= SAME);
  return (
    twin &&
    `says the same as '${twin.name}' (correlation ${formatNumber(sameness(twin, column), { decimals: 3 })})`
  );
}

function sameness(a: Sampled, b: Sampled): number {
  const { r, rows } = correlate(a.values, b.values);
  return rows >= ENOUGH_ROWS ? Math.abs(r) : 0;
}

/** A column of numbers, or enough of it to see that another is the same. */
interface Sampled {
  name: string;
  values: Float64Array;
  /** The same less their mean. */
  centered: Float64Array;
  /** The sum of their squares; NaN where a value is missing. */
  squares: number;
}

/** So many values of a long column are compared with another's. */
const COMPARED = 2000;
/** So many are in all: where there are thousands of columns, fewer of each. */
const COMPARED_IN_ALL = 1e9;

/** Takes values of a column, evenly picked. */
function sampleOf(
  rows: number,
  columns: number,
): (column: { name: string; values: Float64Array }) => Sampled {
  const most = Math.max(ENOUGH_ROWS, Math.min(COMPARED, COMPARED_IN_ALL / columns ** 2));
  const step = Math.ceil(rows / most);
  return ({ name, values: all }) => {
    const values = step <= 1 ? all : all.filter((_, row) => row % step === 0);
    const center = mean(values.filter((value) => !Number.isNaN(value)));
    const centered = values.map((value) => value - center);
    return { name, values, centered, squares: productOf(centered, centered) };
  };
}

/** Rules out nearly all pairs in one pass of few operations; the others are looked at exactly. */
function mayBeTwins(one: Sampled, other: Sampled): boolean {
  const isWhole = !Number.isNaN(one.squares + other.squares);
  if (isWhole) return isNearlyOne(productOf(one.centered, other.centered), one.squares, other.squares);
  const { centered: a } = one;
  const { centered: b } = other;
  let [n, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const p = a[row];
    const q = b[row];
    if (Number.isNaN(p + q)) continue;
    n++;
    x += p;
    y += q;
    xx += p * p;
    xy += p * q;
    yy += q * q;
  }
  return isNearlyOne(xy - (x * y) / n, xx - (x * x) / n, yy - (y * y) / n);
}

/** Whether a correlation may be `SAME`: a little under 0.999², for the rounding of the sums. */
function isNearlyOne(covariance: number, ofOne: number, ofOther: number): boolean {
  return covariance * covariance >= 0.99 * ofOne * ofOther;
}

function productOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += a[row] * b[row];
  return sum;
}
