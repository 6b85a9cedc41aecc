import { Matrix } from '../core/matrix';
import { quantile, variance } from '../core/statistics';
import { MinMaxScaler } from '../preprocess/minMaxScaler';
import { RobustScaler } from '../preprocess/robustScaler';
import { StandardScaler } from '../preprocess/standardScaler';
import type { ColumnPlan, SegmentationColumn } from './segmentationColumn';
import type { SegmentationScale } from './segmentationOptions';

/**
 * One axis of the space that customers are clustered in: a column's value (or its logarithm), or, with `level`, 1 for
 * the customers of that category and 0 for the others; then (value − center) / scale.
 */
export interface Dimension {
  /** Position among the clustering columns. */
  column: number;
  /** Position among the column's categories; absent for numbers. */
  level?: number;
  center: number;
  scale: number;
  /** The column's name, with the category where there is one. */
  name: string;
}

/**
 * The axes for these columns. Numbers are scaled as asked. A category becomes one axis for each of its levels, all
 * divided by one number, such that together they vary as much as the median column of numbers does (as much as one
 * standardised column where there is none): so it weighs as one column, however many levels it has. Else a category
 * of ten levels would outweigh an income.
 *
 * Source: the equal weight of each variable follows factor analysis of mixed data (Pagès 2004), its sum over levels
 * Gower (1971).
 *
 * @param values by column, as `readFeatures` gives them, without missing ones.
 * Cost: O(n log n · d).
 */
export function fitDimensions(
  columns: readonly SegmentationColumn[],
  values: readonly Float64Array[],
  scale: SegmentationScale,
): Dimension[] {
  const numbers = columns.map((column, j) =>
    column.kind === 'numeric' ? scaled(column, values[j], scale) : undefined,
  );
  const weight = typicalVariance(numbers.flatMap((axis) => (axis ? [axis.variance] : [])));
  return columns.flatMap((column, j): Dimension[] => {
    if (column.kind === 'numeric') {
      const { center, scale } = numbers[j]!;
      return [{ column: j, center, scale, name: column.name }];
    }
    const spread = 1 - column.shares.reduce((sum, share) => sum + share * share, 0);
    return column.levels.map((level, code) => ({
      column: j,
      level: code,
      center: column.shares[code],
      scale: Math.sqrt(spread / weight),
      name: `${column.name}: ${level}`,
    }));
  });
}

/** The customers in that space: n × dimensions. Cost: O(n · dimensions). */
export function toSpace(
  dimensions: readonly Dimension[],
  columns: readonly ColumnPlan[],
  values: readonly Float64Array[],
): Matrix {
  const names = dimensions.map(({ name }) => name);
  const space = Matrix.zeros(values[0].length, dimensions.length, names);
  dimensions.forEach(({ column, level, center, scale }, at) => {
    const own = values[column];
    const plan = columns[column];
    const log = plan.kind === 'numeric' && plan.log;
    for (let i = 0, to = at; i < own.length; i++, to += dimensions.length) {
      const value = level === undefined ? (log ? Math.log1p(own[i]) : own[i]) : Number(own[i] === level);
      space.data[to] = (value - center) / scale;
    }
  });
  return space;
}

function scaled(
  column: SegmentationColumn & { kind: 'numeric' },
  values: Float64Array,
  scale: SegmentationScale,
): { center: number; scale: number; variance: number } {
  const taken = column.log ? values.map(Math.log1p) : values;
  const spread = variance(taken);
  if (scale === 'none') return { center: 0, scale: 1, variance: spread };
  const model = SCALERS[scale]().fit(new Matrix(taken, taken.length, 1));
  const unit = model.scale[0];
  return { center: model.center[0], scale: unit, variance: spread / unit / unit };
}

const SCALERS = {
  standard: () => new StandardScaler(),
  minmax: () => new MinMaxScaler(),
  robust: () => new RobustScaler(),
} as const;

function typicalVariance(variances: number[]): number {
  const typical = quantile(
    variances.sort((a, b) => a - b),
    0.5,
  );
  return typical > 0 ? typical : 1;
}
