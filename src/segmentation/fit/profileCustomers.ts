import type { ColumnRole } from '../../profile/roles/roleLexicon';
import { profileColumns, type SegmentProfile } from '../../profile/segmentProfile';
import { comparable } from '../../table/column';
import type { TypedTable } from '../../table/typedTable';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import type { ResolvedOptions } from '../options';
import type { PreparedCustomers } from './prepareCustomers';

/** Who a customer is says nothing about what a segment is like; what was clustered on does, even codes. */
export function profileCustomers(
  { rows, columns }: TypedTable,
  { id, columns: clustered }: PreparedCustomers,
  segments: Int32Array,
  { value, names, roles, labels, units }: ResolvedOptions,
  elapsed: CustomerTableRead['elapsed'],
): SegmentProfile[] {
  const asked = new Set(clustered.map(({ name }) => name));
  const described = columns.filter(({ name }) => name !== id);
  const table = {
    rows,
    columns: described.map((column) => (asked.has(column.name) ? (comparable(column) ?? column) : column)),
  };
  const withoutId = <T>(texts: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => name !== id));
  return profileColumns(table, segments, {
    names,
    roles: { ...rolesOfDates(elapsed), ...spendingForValue(withoutId(roles)) },
    labels: withoutId(labels),
    units: withoutId(units),
    ...(value !== null && { value }),
  });
}

function rolesOfDates(elapsed: CustomerTableRead['elapsed']): Record<string, ColumnRole> {
  return Object.fromEntries(Array.from(elapsed, ([name, { role = 'other' }]) => [name, role]));
}

/** 'value' is what the option that names the spending column is called. */
function spendingForValue(roles: ResolvedOptions['roles']): Record<string, ColumnRole> {
  const entries = Object.entries(roles);
  return Object.fromEntries(entries.map(([name, role]) => [name, role === 'value' ? 'spending' : role]));
}
