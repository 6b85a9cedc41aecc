import type { ScoringDialect } from '../dialects/scoringDialect';

/** The squared Euclidean distance to a point, added up in the order in which `squaredDistance` does. */
export function squaresFrom(
  axes: readonly string[],
  point: readonly number[],
  { double }: ScoringDialect,
): string {
  return axes
    .map((axis, j) => {
      const difference = `(${axis} - ${double(point[j])})`;
      return `${difference} * ${difference}`;
    })
    .join(' + ');
}

/** The same between the columns of two points. */
export function squaresBetween(axes: readonly string[], others: readonly string[]): string {
  return axes.map((axis, j) => `(${axis} - ${others[j]}) * (${axis} - ${others[j]})`).join(' + ');
}
