import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { ColumnWithRole } from '../names/household';
import type { SegmentGroups } from '../segmentGroups';
import type { FeatureProfile, NumericFeature } from './featureProfile';

/** Returns each position's share of the total; undefined without a spending column or without a positive total. */
export function spendingShares(
  columns: readonly ColumnWithRole[],
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

function spendingColumn(columns: readonly ColumnWithRole[]): Float64Array | undefined {
  const candidates = columns.flatMap(({ column, role }) =>
    role === 'spending' && column.kind === 'number' ? [column] : [],
  );
  return candidates.sort((a, b) => shortestFirst(a.name, b.name))[0]?.values;
}

/** 'Spending' is more likely the total than 'Spending on wine'. */
function shortestFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function valueColumn(columns: readonly ColumnWithRole[], value: string): Float64Array {
  const column = columns.find((candidate) => candidate.column.name === value)?.column;
  if (column?.kind !== 'number' && column?.kind !== 'boolean') {
    throw new InputError(
      'no-difference',
      phrase`${{ option: 'value' }} is ${{ value }}, which does not hold different numbers`,
      { remedy: 'name the spending column' },
    );
  }
  return column.values;
}

/** What all customers spent in total, in the column behind the shares of spending. */
export interface TotalSpending {
  column: string;
  label: string;
  unit?: string;
  total: number;
}

/**
 * Returns what all customers spent; null without a spending column.
 * @param features those of any segment: each has the overall mean and count, whose product is the total.
 * @param value the spending column you named; null to find it by its role.
 */
export function totalSpending(
  features: readonly FeatureProfile[],
  value: string | null,
): TotalSpending | null {
  const numbers = features.filter((feature): feature is NumericFeature => feature.kind === 'numeric');
  const [found] =
    value === null
      ? numbers.filter(({ role }) => role === 'spending').sort((a, b) => shortestFirst(a.column, b.column))
      : numbers.filter(({ column }) => column === value);
  if (!found) return null;
  const { column, label, unit, everyone } = found;
  return { column, label, ...(unit && { unit }), total: everyone.mean * everyone.count };
}
