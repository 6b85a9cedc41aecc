import { correlate } from '../../core/correlate';
import {
  type CustomerColumn,
  type CustomerTable,
  customerColumns,
  type RawColumn,
  readCustomers,
} from '../../profile/customerTable';
import { wordsOf } from '../../profile/roles/columnNames';
import { rolesOf } from '../../profile/roles/columnRoles';
import type { ColumnRole } from '../../profile/roles/roleLexicon';
import { isMissing, toNumber } from './readFeatures';

/** A column that takes no part, and why. */
export interface IgnoredColumn {
  name: string;
  why: string;
}

/** What `suggestColumns` found. */
export interface SuggestedColumns {
  /** Numbers and yes/no columns to cluster on, in the order of the table. */
  columns: string[];
  /** Categories, for 'kprototypes' and for the profile. */
  categories: string[];
  /** The column that tells customers apart; null where there is none. */
  id: string | null;
  /** Columns of dates as ISO text. */
  dates: string[];
  /** All other columns, with the reason; those in `dates` and the identifier are among them. */
  ignored: IgnoredColumn[];
}

/** A column with a larger share of missing values is left out: dropping these customers would cost most of the table. */
const MOST_MISSING = 0.5;
/** Two columns that correlate so closely are one column twice. */
const SAME = 0.999;
/** In fewer rows chance alone can make two columns correlate like that. */
const ENOUGH_ROWS = 20;
/** Texts are taken for a column of numbers with slips where at least this share of them are numbers. */
const MOSTLY_NUMBERS = 0.9;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?/;

/**
 * Which columns of a table to cluster on, and why the others are left out: identifiers, constants, free text, dates,
 * columns of which more than half is missing, and columns that repeat another one (a year of birth beside an age, or
 * a correlation of 0.999). Categories come apart: what a distance between them is, is for you to say.
 *
 * @throws InputError when the table is empty or its columns differ in length.
 * Cost: O(n · columns²).
 *
 * @example
 * const { columns, id } = suggestColumns({ ID: [1, 2, 3], Income: [30, 50, 20], Status: ['a', 'b', 'a'] });
 * columns; // ['Income']
 * id;      // 'ID'
 */
export function suggestColumns(table: CustomerTable): SuggestedColumns {
  return suggestFrom(mendNumbers(customerColumns(table))).suggested;
}

/** `suggestColumns` for columns already mended, and what each of them holds. */
export function suggestFrom(raw: readonly RawColumn[]): {
  suggested: SuggestedColumns;
  columns: CustomerColumn[];
} {
  const { columns } = readCustomers(tableOf(raw));
  const roles = rolesOf(columns, {});
  const suggested: SuggestedColumns = { columns: [], categories: [], id: null, dates: [], ignored: [] };
  const chosen: { name: string; values: Float64Array }[] = [];
  columns.forEach((column, j) => {
    const { name } = column;
    const { role, because } = roles[j];
    const why =
      reasonToIgnore(role, because, raw[j].values) ??
      repeats(
        column,
        role,
        roles.map((found) => found.role),
        chosen,
      );
    if (why === DATE) suggested.dates.push(name);
    if (suggested.id === null && isIdentifier(column, role, why, raw[j].values)) suggested.id = name;
    if (why !== undefined) suggested.ignored.push({ name, why });
    else if (column.kind === 'category') suggested.categories.push(name);
    else if (column.kind !== 'unusable') {
      suggested.columns.push(name);
      chosen.push({ name, values: column.values });
    }
  });
  return { suggested, columns };
}

/** Columns of texts that nearly all are numbers, as columns of numbers: the rest are slips, and count as missing. */
export function mendNumbers(raw: readonly RawColumn[]): RawColumn[] {
  return raw.map((column) =>
    isTextOfNumbers(column.values)
      ? { name: column.name, values: Array.from(column.values, (value) => toNumber(value) ?? null) }
      : column,
  );
}

/** Own properties whatever their names, `__proto__` included. */
export function tableOf(raw: readonly RawColumn[]): Record<string, ArrayLike<unknown>> {
  return Object.fromEntries(raw.map(({ name, values }) => [name, values]));
}

const DATE = 'dates; take the days since, or a year, to cluster on them';

/** Digits after a zero: '00123' is a code, and is another one than '123'. */
const CODE = /^\s*0\d/;

function isTextOfNumbers(values: ArrayLike<unknown>): boolean {
  let present = 0;
  let numbers = 0;
  let texts = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isMissing(value)) continue;
    if (typeof value === 'string' && CODE.test(value)) return false;
    present++;
    if (typeof value === 'string') texts++;
    if (typeof value !== 'boolean' && toNumber(value) !== undefined) numbers++;
  }
  return texts > 0 && numbers >= MOSTLY_NUMBERS * present;
}

function reasonToIgnore(role: ColumnRole, because: string, values: ArrayLike<unknown>): string | undefined {
  if (isDates(values)) return DATE;
  if (role === 'ignored') return because;
  const missing = countMissing(values);
  if (missing > MOST_MISSING * values.length)
    return `${Math.round((100 * missing) / values.length)} % of its values are missing`;
  return undefined;
}

function isDates(values: ArrayLike<unknown>): boolean {
  const present = Array.from(values).filter((value) => !isMissing(value));
  return (
    present.length > 0 &&
    present.every((value) => value instanceof Date || (typeof value === 'string' && ISO_DATE.test(value)))
  );
}

function repeats(
  column: CustomerColumn,
  role: ColumnRole,
  roles: readonly ColumnRole[],
  chosen: readonly { name: string; values: Float64Array }[],
): string | undefined {
  if (role === 'birthYear' && roles.includes('age')) return 'says the same as the age';
  if (column.kind !== 'numeric' && column.kind !== 'binary') return undefined;
  const twin = chosen.find((other) => sameness(other.values, column.values) >= SAME);
  return (
    twin && `says the same as '${twin.name}' (correlation ${sameness(twin.values, column.values).toFixed(3)})`
  );
}

function sameness(a: Float64Array, b: Float64Array): number {
  const { r, rows } = correlate(some(a), some(b));
  return rows >= ENOUGH_ROWS ? Math.abs(r) : 0;
}

/** Of a long column some 2,000 values, evenly picked: enough to see that two are the same. */
function some(values: Float64Array): Float64Array {
  const step = Math.ceil(values.length / 2000);
  return step === 1 ? values : values.filter((_, row) => row % step === 0);
}

const IDENTIFIER_WORDS =
  /\b(id|ids|uuid|guid|key|no|number|code|email|mail|account|card|customer|member|name|phone)\b/;

/**
 * Numbers that were found to be identifiers, or texts so named, of which few come up again or are missing; else texts
 * that all differ and are single words.
 */
function isIdentifier(
  column: CustomerColumn,
  role: ColumnRole,
  why: string | undefined,
  values: ArrayLike<unknown>,
): boolean {
  if (why === DATE || role !== 'ignored') return false;
  const all = Array.from(values);
  if (column.kind === 'numeric') return new Set(all).size > all.length / 2;
  const texts = all.filter((text) => typeof text === 'string' && text.trim() !== '');
  const different = new Set(texts).size;
  if (different < 2 || different <= all.length / 2) return false;
  if (IDENTIFIER_WORDS.test(wordsOf(column.name))) return true;
  return different === all.length && texts.every((text) => !/\s/.test(String(text)));
}

function countMissing(values: ArrayLike<unknown>): number {
  let missing = 0;
  for (let i = 0; i < values.length; i++) if (isMissing(values[i])) missing++;
  return missing;
}
