import { Matrix } from '../../../core/matrix';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import { coordinates, nearestStatement } from './nearestStatement';

/** What one pass over the points says of centers. */
export interface LloydStep {
  /** Rows of the table nearest to each center. Length k. */
  sizes: Float64Array;
  /** The mean of these; where there are none, one of the points that lie farthest from their centers. k × d. */
  moved: Matrix;
  /** Sum of squared distances to the nearest centers. */
  inertia: number;
}

/** One of Lloyd's iterations as one statement; k·(d + 3) numbers leave the database. */
export async function lloydStep(engine: SqlEngine, points: string, centers: Matrix): Promise<LloydStep> {
  const { rows: k, cols: d } = centers;
  const names = coordinates(d);
  const found = await engine.query(`SELECT label, sum(weight) AS size, sum(weight * square) AS inertia,
  ${names.map((name) => `sum(weight * ${name}) AS ${name}`).join(', ')}
FROM (
${nearestStatement(points, [...names, 'weight'], centers)}
) AS labeled
GROUP BY label
ORDER BY label`);
  const sizes = new Float64Array(k);
  const moved = Matrix.zeros(k, d, centers.columns);
  found.label.forEach((label, at) => {
    const cluster = Number(label);
    sizes[cluster] = Number(found.size[at]);
    names.forEach((name, j) => {
      moved.data[cluster * d + j] = Number(found[name][at]) / sizes[cluster];
    });
  });
  const empty = Array.from(sizes.keys()).filter((cluster) => sizes[cluster] === 0);
  if (empty.length > 0) {
    const far = await farthest(engine, points, centers, empty.length);
    empty.forEach((cluster, at) => {
      moved.data.set(far[at], cluster * d);
    });
  }
  return { sizes, moved, inertia: found.inertia.reduce<number>((sum, value) => sum + Number(value), 0) };
}

async function farthest(
  engine: SqlEngine,
  points: string,
  centers: Matrix,
  count: number,
): Promise<number[][]> {
  const names = coordinates(centers.cols);
  const found = await engine.query(`SELECT ${names.join(', ')}
FROM (
${nearestStatement(points, names, centers)}
) AS labeled
ORDER BY square DESC, ${names.join(', ')}
LIMIT ${count}`);
  return Array.from({ length: count }, (_, at) => names.map((name) => Number(found[name][at])));
}
