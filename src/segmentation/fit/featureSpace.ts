import { Matrix } from '../../core/matrix';
import { mean, quantile, variance } from '../../core/statistics';
import { MinMaxScaler } from '../../preprocess/scale/minMaxScaler';
import { RobustScaler } from '../../preprocess/scale/robustScaler';
import { StandardScaler } from '../../preprocess/scale/standardScaler';
import { algorithmOf } from '../algorithms';
import type {
  CategorySegmentationColumn,
  ColumnPlan,
  NumericSegmentationColumn,
  SegmentationColumn,
} from '../columns/segmentationColumn';
import type { ResolvedOptions, SegmentationScale } from '../options';

/**
 * One axis of the space that customers are clustered in: a column's value (or its logarithm), or, with `level`, 1 for
 * the customers of that category and 0 for the others; then (value − center) / scale. For an algorithm that takes
 * categories each stays one axis, of positions among its levels.
 */
export interface Dimension {
  /** Position among the clustering columns. */
  column: number;
  /** Position among the column's categories; absent for numbers. */
  level?: number;
  center: number;
  scale: number;
  /** The column's label, with the category where there is one. */
  name: string;
}

/** How columns become axes. */
export interface FittedSpace {
  /** What is clustered, and what new customers are brought to. */
  dimensions: Dimension[];
  /**
   * The same with categories as columns of 0 and 1, so that distances are Euclidean: what is judged and drawn. The same
   * as `dimensions` but for an algorithm that takes categories.
   */
  euclidean: Dimension[];
  /** What one category that differs adds to a squared distance, for an algorithm that takes categories. */
  gamma: number;
}

/**
 * The axes for these columns. Numbers are scaled as asked. A category becomes one axis for each of its levels, all
 * divided by one number, such that together they vary as much as the median column of numbers does (as much as one
 * standardized column where there is none): so it weighs as one column, however many levels it has. Otherwise, a category
 * of ten levels would outweigh an income. For an algorithm that takes categories one stays as it is, and one that
 * differs costs half the mean standard deviation of the numbers (Huang 1997).
 *
 * Source: the equal weight of each variable follows factor analysis of mixed data (Pagès 2004).
 *
 * @param values by column, as `readFeatures` gives them, without missing ones.
 * Cost: O(n log n · d).
 */
export function fitSpace(
  columns: readonly SegmentationColumn[],
  values: readonly Float64Array[],
  { scale, algorithm }: Pick<ResolvedOptions, 'scale' | 'algorithm'>,
): FittedSpace {
  const numbers = columns.map((column, j) =>
    column.kind === 'numeric' ? scaled(column, values[j], scale) : undefined,
  );
  const variances = numbers.flatMap((axis) => (axis ? [axis.variance] : []));
  const gamma = mean(variances.map(Math.sqrt)) / 2 || 1;
  const native = algorithmOf(algorithm).takesCategories;
  const weight =
    quantile(
      variances.sort((a, b) => a - b),
      0.5,
    ) || 1;
  const axesOf = (asCodes: boolean) =>
    columns.flatMap((column, j): Dimension[] => {
      const name = column.label;
      if (column.kind === 'numeric') return [{ column: j, name, ...numbers[j]!.axis }];
      if (asCodes) return [{ column: j, name, center: 0, scale: 1 }];
      return indicators(column, j, native ? Math.sqrt(2 / gamma) : Math.sqrt(spreadOf(column) / weight));
    });
  const euclidean = axesOf(false);
  return { dimensions: native ? axesOf(true) : euclidean, euclidean, gamma };
}

/** The axes, by position, that belong to one category. */
export function axesOfCategories(dimensions: readonly Dimension[]): number[][] {
  const byColumn = new Map<number, number[]>();
  dimensions.forEach(({ column, level }, at) => {
    if (level !== undefined) byColumn.set(column, [...(byColumn.get(column) ?? []), at]);
  });
  return Array.from(byColumn.values());
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
  column: NumericSegmentationColumn,
  values: Float64Array,
  scale: SegmentationScale,
): { axis: { center: number; scale: number }; variance: number } {
  const taken = column.log ? values.map(Math.log1p) : values;
  const spread = variance(taken);
  if (scale === 'none') return { axis: { center: 0, scale: 1 }, variance: spread };
  const model = SCALERS[scale]().fit(new Matrix(taken, taken.length, 1));
  const [center, unit] = [model.center[0], model.scale[0]];
  return { axis: { center, scale: unit }, variance: spread / unit / unit };
}

const SCALERS = {
  standard: () => new StandardScaler(),
  minmax: () => new MinMaxScaler(),
  robust: () => new RobustScaler(),
} as const;

function indicators(column: CategorySegmentationColumn, at: number, scale: number): Dimension[] {
  return column.levels.map((level, code) => ({
    column: at,
    level: code,
    name: `${column.label}: ${level}`,
    center: column.shares[code],
    scale,
  }));
}

/** The variances of a category's columns of 0 and 1, added up. */
function spreadOf({ shares }: CategorySegmentationColumn): number {
  return 1 - shares.reduce((sum, share) => sum + share * share, 0);
}
