import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { formatList } from '../../core/format';
import { chooseK } from '../../evaluate/chooseK/chooseK';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import type { ResolvedOptions } from '../options';
import { axesOfCategories } from './featureSpace';
import { type PreparedCustomers, prepareCustomers } from './prepareCustomers';

/** Why such a column takes no part. */
const REASON = 'carries no groups, while other columns do';

/** Customers prepared without the columns that carry no groups, and what to say of it. */
export interface WithoutUngrouped {
  customers: PreparedCustomers;
  warning: string;
}

/** What is known before columns are left out. */
interface Known {
  /** Axes of the scaled columns that carry no groups. Default: `chooseK` finds them. */
  axes?: readonly number[];
  /** What the warning says after "took no part", of so many columns. */
  why?: (columns: number) => string;
}

/** Leaves out the columns that carry no groups; customers who lacked a value only there take part again. */
export function leaveOutUngrouped(
  read: CustomerTableRead,
  options: ResolvedOptions,
  prepared: PreparedCustomers,
  { axes = ungroupedAxes(prepared, options.seed), why = () => ', as you asked' }: Known = {},
): WithoutUngrouped {
  const { columns, euclidean } = prepared;
  const ungrouped = new Set(axes.map((at) => columns[euclidean[at].column].name));
  if (ungrouped.size === 0)
    return {
      customers: prepared,
      warning: 'There was no column to leave out: none is without groups beside columns with groups.',
    };
  const kept = columns.map(({ name }) => name).filter((name) => !ungrouped.has(name));
  const log = options.log.filter((name) => kept.includes(name));
  const missing = prepared.keptByFilling > 0 ? 'fill' : options.missing;
  const customers = prepareCustomers(read, { ...options, columns: kept, log, missing });
  const ignored = customers.ignored.map((column) =>
    ungrouped.has(column.name) ? { name: column.name, reason: REASON } : column,
  );
  const names = formatList(Array.from(ungrouped, (name) => `'${name}'`));
  const verb = ungrouped.size === 1 ? 'carries' : 'carry';
  return {
    customers: { ...customers, ignored },
    warning: `${names} ${verb} no groups and took no part${why(ungrouped.size)}.`,
  };
}

/** Axes of the scaled columns, by what `chooseK` left out of its judgment, where it found groups without them. */
function ungroupedAxes({ scaled, euclidean }: PreparedCustomers, seed: number): readonly number[] {
  if (countDistinctRows(scaled, 3) < 3) return [];
  const { structure } = chooseK(scaled, { seed, columnGroups: axesOfCategories(euclidean) });
  return structure.verdict === 'none' ? [] : (structure.noiseColumns ?? []);
}
