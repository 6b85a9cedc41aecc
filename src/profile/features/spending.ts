import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { ColumnWithRole } from '../names/household';
import { spendingTotal } from '../roles/spendingTotal';
import type { SegmentGroups } from '../segmentGroups';
import type { FeatureProfile, NumericFeature, SpendingFeature } from './featureProfile';

/** Returns each position's share of the total; undefined without a spending column or without a positive total. */
export function spendingShares(
  columns: readonly ColumnWithRole[],
  value: string | undefined,
  groups: SegmentGroups,
): number[] | undefined {
  const column = value === undefined ? spendingTotal(columns)?.column.values : valueColumn(columns, value);
  if (!column) return undefined;
  const totals = groups.segments.map(() => 0);
  column.forEach((amount, row) => {
    if (!Number.isNaN(amount)) totals[groups.positions[row]] += amount;
  });
  const all = totals.reduce((sum, total) => sum + total, 0);
  return all > 0 ? totals.map((total) => total / all) : undefined;
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

/** What all customers spent in total, in the column or columns behind the shares of spending. */
export interface TotalSpending {
  /** Several that were added up are joined by ' + '. */
  column: string;
  label: string;
  unit?: string;
  total: number;
}

/**
 * Returns what all customers spent; null without a spending column.
 * @param profile that of any segment: its features have the overall mean and count, whose product is the total.
 * @param value the spending column you named; null to find it by its role.
 */
export function totalSpending(
  { features, spending }: { features: readonly FeatureProfile[]; spending?: SpendingFeature },
  value: string | null,
): TotalSpending | null {
  const numbers = features.filter((feature): feature is NumericFeature => feature.kind === 'numeric');
  const columns = value !== null ? [value] : (spending?.columns ?? earlierTotal(numbers));
  const found = numbers.filter(({ column }) => columns.includes(column));
  if (found.length === 0) return null;
  const units = new Set(found.map(({ unit }) => unit));
  return {
    column: found.map(({ column }) => column).join(' + '),
    label: found.length === 1 ? found[0].label : 'Total spending',
    ...(units.size === 1 && found[0].unit && { unit: found[0].unit }),
    total: found.reduce((sum, { everyone }) => sum + everyone.mean * everyone.count, 0),
  };
}

/** What models of earlier versions took shares of. */
function earlierTotal(numbers: readonly NumericFeature[]): string[] {
  const columns = numbers.filter(({ role }) => role === 'spending').map(({ column }) => column);
  return columns.sort(shortestFirst).slice(0, 1);
}
