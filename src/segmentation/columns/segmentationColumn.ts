import { quantile } from '../../core/statistics';
import type { Since } from './elapsedTime';

/** A column that customers were clustered on. */
export type SegmentationColumn = NumericSegmentationColumn | CategorySegmentationColumn;

/** A column of numbers, or of yes and no as 1 and 0. */
export interface NumericSegmentationColumn {
  kind: 'numeric';
  name: string;
  /** What it is called in tables and figures. */
  label: string;
  unit?: string;
  /** Whether log(1 + value) was taken. */
  log: boolean;
  /** Yes and no as 1 and 0: words for them are read. */
  truth?: true;
  /** Values that are codes for a missing one. */
  missingCodes?: number[];
  /** The column holds dates, and its values are the time since. */
  since?: Since;
  /** What stands in for a missing value. */
  fill?: number;
  /** Least and greatest value of the customers clustered, in original units. */
  range: [least: number, greatest: number];
  /** 5, 25, 50, 75 and 95 % of these customers lie below. */
  quantiles: [p5: number, q1: number, median: number, q3: number, p95: number];
}

/** Whether the column's values are whole numbers, as far as its ends tell. */
export function isWhole({ range: [least, greatest] }: NumericSegmentationColumn): boolean {
  return Number.isInteger(least) && Number.isInteger(greatest);
}

/** How far the middle nine tenths of the values lie apart; 1 where they are all the same. */
export function usualRange({ quantiles: [p5, , , , p95] }: NumericSegmentationColumn): number {
  return p95 - p5 || 1;
}

/** A column of categories. */
export interface CategorySegmentationColumn {
  kind: 'category';
  name: string;
  label: string;
  /** The categories of the customers clustered, in alphabetical order. */
  levels: string[];
  /** What stands in for a missing value. */
  fill?: string;
  /** Share of these customers in each, adding up to 1. */
  shares: number[];
}

/** What a column holds, known before rows are read. */
export type ColumnPlan =
  | Omit<NumericSegmentationColumn, 'range' | 'quantiles'>
  | Omit<CategorySegmentationColumn, 'shares'>;

/** The plan, with what the rows that were clustered say. Categories that none of them has are gone. */
export function describeColumn(plan: ColumnPlan, values: Float64Array): SegmentationColumn {
  if (plan.kind === 'numeric') {
    const sorted = values.slice().sort();
    const at = (p: number) => quantile(sorted, p);
    return {
      ...plan,
      range: [sorted[0], sorted[sorted.length - 1]],
      quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)],
    };
  }
  const counts = plan.levels.map(() => 0);
  for (const code of values) counts[code]++;
  return { ...plan, shares: counts.map((count) => count / values.length) };
}
