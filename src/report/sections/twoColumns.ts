import { roundDigits } from '../../core/round';
import type { NumericFeature } from '../../profile/features/featureProfile';
import type { ReportedModel } from '../reportedModel';

/** A sample of customers in two columns of their own units. */
export interface TwoColumns {
  x: NumericFeature;
  y: NumericFeature;
  /** The customers' values, by column. */
  values: Record<string, number[]>;
}

/**
 * Where customers were grouped by two standardized columns, the projection is but a rotation of these: it is turned
 * back, since people read income and spending more easily than components. Undefined for any other segmentation.
 */
export function twoColumns({
  options,
  columns,
  profiles,
  projection,
}: ReportedModel): TwoColumns | undefined {
  const plain = columns.every((column) => column.kind === 'numeric' && !column.log);
  if (columns.length !== 2 || !plain || options.scale !== 'standard') return undefined;
  const [x, y] = columns.map(({ name }) => profiles[0].features.find(({ column }) => column === name));
  if (x?.kind !== 'numeric' || y?.kind !== 'numeric') return undefined;
  const values = [x, y].map((feature, j): [string, number[]] => [
    feature.column,
    turnedBack(feature, j, projection),
  ]);
  return { x, y, values: Object.fromEntries(values) };
}

function turnedBack(
  { everyone }: NumericFeature,
  j: number,
  { coordinates, axes }: ReportedModel['projection'],
): number[] {
  const spread = everyone.standardDeviation * Math.sqrt((everyone.count - 1) / everyone.count);
  return Array.from({ length: coordinates.rows }, (_, i) => {
    const scaled = axes.reduce(
      (sum, { loadings }, c) => sum + coordinates.get(i, c) * loadings[j].loading,
      0,
    );
    // the projection is rounded
    return roundDigits(everyone.mean + spread * scaled, 4);
  });
}
