import { quantile } from '../../core/statistics';
import type { ColumnPlan } from './segmentationColumn';

/**
 * The plans with what stands in for a missing value: the median of numbers, the most frequent of categories and of yes
 * and no; of equally frequent ones the first.
 * @param values by column, as `readFeatures` gives them; NaN where a value is missing.
 */
export function withUsualValues(plans: readonly ColumnPlan[], values: readonly Float64Array[]): ColumnPlan[] {
  return plans.map((plan, j) => {
    const known = values[j].filter((value) => !Number.isNaN(value)).sort();
    if (known.length === 0 || plan.fill !== undefined) return plan;
    if (plan.kind === 'category') return { ...plan, fill: plan.levels[mostFrequent(known)] };
    return { ...plan, fill: plan.truth ? mostFrequent(known) : quantile(known, 0.5) };
  });
}

function mostFrequent(sorted: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return sorted.find((value) => counts.get(value) === most)!;
}
