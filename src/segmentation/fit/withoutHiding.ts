import type { OnProgress } from '../../core/progress';
import { algorithmOf } from '../algorithms';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import type { ResolvedOptions } from '../options';
import { type Clustered, clusterCustomers } from './clusterCustomers';
import { leaveOutUngrouped, type WithoutUngrouped } from './leaveOutUngrouped';
import { divideGroups } from './ofTheseSegments';
import type { PreparedCustomers } from './prepareCustomers';
import { sampleOf } from './sampleOf';

/** Groups are compared on so many customers. */
const COMPARED_ROWS = 5000;

/** Customers clustered without the columns that hid their groups. */
interface Unhidden extends WithoutUngrouped {
  clustered: Clustered;
}

/**
 * Clusters again without the columns that carry no groups, where they hide clear groups of the others: a yes and a no
 * that say nothing else otherwise divide every group. Undefined where all columns may stay: groups are not clear, the
 * segments are these groups, their number was given, or the others alone are no clearer.
 * Cost: none, unless `chooseK` judged without some columns; then one fit, and where they hide groups, choosing k again
 * (twice with principal components).
 */
export function withoutHiding(
  read: CustomerTableRead,
  options: ResolvedOptions,
  customers: PreparedCustomers,
  clustered: Clustered,
  onProgress: OnProgress,
): Unhidden | undefined {
  if (!hideGroups(customers, clustered, options)) return undefined;
  const { judged, scaled } = customers;
  const left = leaveOutUngrouped(read, options, customers, {
    ...(judged === scaled && { axes: clustered.choice?.structure.noiseColumns }),
    why: (columns) => because(columns, options),
  });
  if (left.customers === customers) return undefined;
  const again = clusterCustomers(left.customers, options, onProgress);
  return again.choice?.structure.verdict === 'clear' ? { ...left, clustered: again } : undefined;
}

function hideGroups(
  { judged, columnGroups, space }: PreparedCustomers,
  { choice, k, found, labels: all }: Clustered,
  options: ResolvedOptions,
): boolean {
  if (choice === null || choice.structure.noiseColumns === undefined) return false;
  const rows = sampleOf(judged.rows, COMPARED_ROWS, options.seed);
  const labels = rows ? rows.map((row) => all[row]) : all;
  const X = rows ? judged.selectRows(rows) : judged;
  const { make } = algorithmOf(options.algorithm).refit({ k, found, rows: space.rows }, options);
  return divideGroups(choice.structure, { X, columnGroups, labels }, () => make(options.seed));
}

/** Where columns were not so much as listed, listing them keeps them. */
function because(columns: number, options: ResolvedOptions): string {
  const them = columns === 1 ? 'it' : 'them';
  const why = `, since the groups of the other columns are clear without ${them}`;
  return options.columns === null
    ? `${why}; name ${them} in the columns option to group by ${them} too`
    : why;
}
