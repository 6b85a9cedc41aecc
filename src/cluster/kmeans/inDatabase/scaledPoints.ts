import { Matrix } from '../../../core/matrix';
import type { Dialect } from '../../../datasets/sql/dialect';
import { float64 } from '../../../datasets/sql/float64';
import { coordinate } from './nearestStatement';

/** Columns, what is subtracted from each, and what it is divided by then. */
interface ScaledColumns {
  columns: readonly string[];
  mean: Float64Array;
  scale: Float64Array;
}

/** What a SELECT of points lists: each column on the scale of the clustering, as a coordinate. */
export function scaledCoordinates({ quoteName }: Dialect, { columns, mean, scale }: ScaledColumns): string[] {
  return columns.map(
    (name, j) =>
      `(CAST(${quoteName(name)} AS DOUBLE PRECISION) - ${float64(mean[j])}) / ${float64(scale[j])} AS ${coordinate(j)}`,
  );
}

/** The centers on that scale. */
export function scaledCenters({ centroids, mean, scale }: ScaledColumns & { centroids: Matrix }): Matrix {
  return Matrix.fromRows(
    centroids.toRows().map((row) => row.map((value, j) => (value - mean[j]) / scale[j])),
  );
}
