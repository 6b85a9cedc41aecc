import { correlate } from '../../core/correlate';
import { formatNumber, formatShare } from '../../core/format';
import { rolesOf } from '../../profile/roles/columnRoles';
import type { ColumnRole } from '../../profile/roles/roleLexicon';
import type { TypedColumn } from '../../table/column';
import { type CustomerTable, type TypedTable, typedTable } from '../../table/typedTable';

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
  /** The column that identifies customers; null where there is none. */
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
  return suggestFrom(typedTable(table));
}

/** `suggestColumns` for a table whose columns are known. */
export function suggestFrom({ columns, rows }: TypedTable): SuggestedColumns {
  const roles = rolesOf(columns, {}).map(({ role }) => role);
  const suggested: SuggestedColumns = { columns: [], categories: [], id: null, dates: [], ignored: [] };
  const chosen: { name: string; values: Float64Array }[] = [];
  columns.forEach((column, j) => {
    const { name } = column;
    const why = column.reason ?? mostlyMissing(column, rows) ?? repeats(column, roles[j], roles, chosen);
    if (column.kind === 'date') suggested.dates.push(name);
    if (column.kind === 'identifier' && column.distinct > rows / 2) suggested.id ??= name;
    if (why !== undefined) suggested.ignored.push({ name, why });
    else if (column.kind === 'category') suggested.categories.push(name);
    else if (column.kind === 'number' || column.kind === 'boolean') {
      suggested.columns.push(name);
      chosen.push({ name, values: column.values });
    }
  });
  return suggested;
}

function mostlyMissing({ missing }: TypedColumn, rows: number): string | undefined {
  return missing > MOST_MISSING * rows
    ? `${formatShare(missing / rows)} of its values are missing`
    : undefined;
}

function repeats(
  column: TypedColumn,
  role: ColumnRole,
  roles: readonly ColumnRole[],
  chosen: readonly { name: string; values: Float64Array }[],
): string | undefined {
  if (role === 'birthYear' && roles.includes('age')) return 'says the same as the age';
  if (column.kind !== 'number' && column.kind !== 'boolean') return undefined;
  const twin = chosen.find((other) => sameness(other.values, column.values) >= SAME);
  return (
    twin &&
    `says the same as '${twin.name}' (correlation ${formatNumber(sameness(twin.values, column.values), { decimals: 3 })})`
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
