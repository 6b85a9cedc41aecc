import type { FeatureProfile, NumericFeature } from '../../profile/features/featureProfile';
import type { SegmentationModel } from '../../segmentation/segmentationModel';

/** The value of all customers together. */
export interface ValueAnswer {
  /** The column that says it. */
  column: string;
  label: string;
  unit?: string;
  total: number;
}

/** What all customers grouped are worth together; null where no column says it. */
export function totalValue({ profiles, options }: SegmentationModel): ValueAnswer | null {
  if (profiles.every(({ shareOfSpending }) => shareOfSpending === null)) return null;
  const feature = valueFeature(profiles[0].features, options.value);
  if (!feature) return null;
  const total = profiles.reduce((sum, { features }) => {
    const { mean, count } = (features.find(({ column }) => column === feature.column) as NumericFeature)
      .segment;
    return count > 0 ? sum + mean * count : sum;
  }, 0);
  const { column, label, unit } = feature;
  return { column, label, total, ...(unit && { unit }) };
}

/** The column that shares of value are taken of: the one said, else the spending with the shortest name. */
function valueFeature(features: readonly FeatureProfile[], said: string | null): NumericFeature | undefined {
  const numbers = features.filter((feature): feature is NumericFeature => feature.kind === 'numeric');
  if (said !== null) return numbers.find(({ column }) => column === said);
  return numbers
    .filter(({ role }) => role === 'spending')
    .sort((a, b) => a.column.length - b.column.length || (a.column < b.column ? -1 : 1))[0];
}
