import type { Matrix } from '../../../core/matrix';
import { float64 } from '../../../datasets/sql/float64';

/** The name of a coordinate in tables of points. */
export function coordinate(j: number): string {
  return `coordinate_${j}`;
}

/** The names of all d coordinates. */
export function coordinates(d: number): string[] {
  return Array.from({ length: d }, (_, j) => coordinate(j));
}

/** Names that these statements give to columns of their own. */
export const OWN_NAMES = /^(coordinate_\d+|square(_\d+)?|label|weight|nearest|draw|least_square)$/;

/**
 * A SELECT of the rows of a table of points, with `square`, the squared distance to the nearest of the centers, and
 * `label`, its place among them: of several equally near the first. NULL for points that lack a coordinate.
 * @param keep columns that stay.
 */
export function nearestStatement(
  from: string,
  keep: readonly string[],
  { rows: k, cols: d, data }: Matrix,
): string {
  const kept = keep.map((name) => `${name}, `).join('');
  const places = Array.from({ length: k }, (_, i) => i);
  const squareTo = (i: number) =>
    coordinates(d)
      .map((name, j) => `(${name} - ${float64(data[i * d + j])}) * (${name} - ${float64(data[i * d + j])})`)
      .join(' + ');
  const least = k === 1 ? 'square_0' : `least(${places.map((i) => `square_${i}`).join(', ')})`;
  return `SELECT ${kept}square,
  CASE WHEN square IS NULL THEN NULL ${places.map((i) => `WHEN square_${i} = square THEN ${i}`).join(' ')} END AS label
FROM (
  SELECT ${kept}${places.map((i) => `square_${i}, `).join('')}${least} AS square
  FROM (
    SELECT ${kept}
      ${places.map((i) => `${squareTo(i)} AS square_${i}`).join(',\n      ')}
    FROM ${from}
  ) AS distances
) AS nearest_of`;
}
