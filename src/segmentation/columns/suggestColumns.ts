import { correlate } from '../../core/correlate';
import { formatNumber, formatShare } from '../../core/format';
import { mean } from '../../core/statistics';
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
 * Cost: O(n · columns²), but no more than some 10⁹ values are compared.
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
  const chosen: Sampled[] = [];
  const sampled = sampleOf(rows, columns.length);
  columns.forEach((column, j) => {
    const { name } = column;
    const own = column.kind === 'number' || column.kind === 'boolean' ? sampled(column) : undefined;
    const why = column.reason ?? mostlyMissing(column, rows) ?? repeats(own, roles[j], roles, chosen);
    if (column.kind === 'date') suggested.dates.push(name);
    if (column.kind === 'identifier' && column.distinct > rows / 2) suggested.id ??= name;
    if (why !== undefined) suggested.ignored.push({ name, why });
    else if (column.kind === 'category') suggested.categories.push(name);
    else if (own) {
      suggested.columns.push(name);
      chosen.push(own);
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
    return { name, values, centered: values.map((value) => value - center) };
  };
}

/** Rules out nearly all pairs in one pass of few operations; the others are looked at exactly. */
function mayBeTwins({ centered: a }: Sampled, { centered: b }: Sampled): boolean {
  let [n, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const [p, q] = [a[row], b[row]];
    if (Number.isNaN(p + q)) continue;
    n++;
    x += p;
    y += q;
    xx += p * p;
    xy += p * q;
    yy += q * q;
  }
  const covariance = xy - (x * y) / n;
  // a little under 0.999², for the rounding of the sums
  return covariance * covariance >= 0.99 * (xx - (x * x) / n) * (yy - (y * y) / n);
}
