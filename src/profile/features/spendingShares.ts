import { InputError } from '../../core/errors';
import type { RoledColumn } from '../names/household';
import type { SegmentGroups } from '../segmentGroups';

/** Each position's part of the total; undefined without a spending column, or with a total that is not positive. */
export function spendingShares(
  columns: readonly RoledColumn[],
  value: string | undefined,
  groups: SegmentGroups,
): number[] | undefined {
  const column = value === undefined ? spendingColumn(columns) : valueColumn(columns, value);
  if (!column) return undefined;
  const totals = groups.segments.map(() => 0);
  column.forEach((amount, row) => {
    if (!Number.isNaN(amount)) totals[groups.positions[row]] += amount;
  });
  const all = totals.reduce((sum, total) => sum + total, 0);
  return all > 0 ? totals.map((total) => total / all) : undefined;
}

function spendingColumn(columns: readonly RoledColumn[]): Float64Array | undefined {
  const candidates = columns.flatMap(({ column, role }) =>
    role === 'spending' && column.kind === 'number' ? [column] : [],
  );
  candidates.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return candidates[0]?.values;
}

function valueColumn(columns: readonly RoledColumn[], value: string): Float64Array {
  const column = columns.find((candidate) => candidate.column.name === value)?.column;
  if (column?.kind !== 'number' && column?.kind !== 'boolean') {
    throw new InputError(
      `\`value\` is '${value}', which does not hold different numbers; name the spending column`,
    );
  }
  return column.values;
}
