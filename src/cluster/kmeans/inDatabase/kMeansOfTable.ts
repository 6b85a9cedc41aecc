import { randomBytes } from 'node:crypto';
import { InputError } from '../../../core/errors';
import { Matrix } from '../../../core/matrix';
import { phrase } from '../../../core/phrase';
import { resolveOptions } from '../../../core/resolveOptions';
import { choice, type Given, integer, number, object } from '../../../core/schema';
import { squaredDistance } from '../../../core/squaredDistance';
import { plainName } from '../../../datasets/sql/plainName';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import { type TableMoments, tableMoments } from '../../../preprocess/inDatabase/tableMoments';
import type { KMeansStopReason } from '../kMeansModel';
import { lloydStep } from './lloydStep';
import { coordinates } from './nearestStatement';
import { scaledCoordinates } from './scaledPoints';
import { seedCenters } from './seedCenters';

/** What the options may be. @internal */
export const TABLE_KMEANS_OPTIONS = object({
  /** How many segments. */
  nClusters: integer({ minimum: 1 }),
  /** Whether columns are brought to mean 0 and variance 1 first. Default 'standard'. */
  scale: choice({ standard: 'mean 0 and variance 1', none: 'as they are' }, { default: 'standard' }),
  /** Lloyd iterations, at most. Default 300. */
  maxIter: integer({ minimum: 1, default: 300 }),
  /** Converged when all centers together move by no more than this: squared distance, as a fraction of the mean variance. Default 1e-4. */
  tol: number({ minimum: 0, default: 1e-4 }),
  /** Any integer: the same seed gives the same model, in every database. Default 0. */
  seed: integer({ default: 0 }),
});

/** Options of `kMeansOfTable`. */
export interface TableKMeansOptions extends Given<typeof TABLE_KMEANS_OPTIONS> {}

/** k-means of a table that stays where it is. */
export interface TableKMeans {
  columns: readonly string[];
  /** nClusters × d, in the table's own units; the largest segment first. */
  centroids: Matrix;
  /** Rows of each segment. */
  sizes: number[];
  /** Sum of squared distances to the centers, on the scaled columns. */
  inertia: number;
  nIter: number;
  stopReason: KMeansStopReason;
  /** What is subtracted from each column, and what it is divided by then. Length d. */
  mean: Float64Array;
  scale: Float64Array;
  /** Rows with a value in every column, those without, and how many different ones there are of the first. */
  rows: number;
  incomplete: number;
  distinct: number;
}

/**
 * k-means of columns of a table that stays where it is: equal rows become one with a weight, first centers are drawn by
 * k-means‖, and each of Lloyd's iterations is one statement. Rows that lack a value in one of the columns are left out.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @param columns names of d columns of numbers.
 * @throws InputError as `tableMoments`, and for fewer different rows than clusters.
 * Cost: about ten passes over the table to begin, then one an iteration; 10·k·d numbers an iteration leave the database
 * at most. It holds a temporary table of the different rows meanwhile.
 * Source: Lloyd (1982); Bahmani et al. (2012), "Scalable k-means++".
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { age: [20, 21, 60, 61, 62], income: [1, 1, 5, 5, 5] });
 * const found = await kMeansOfTable(database, 'customers', ['age', 'income'], { nClusters: 2 });
 * found.sizes;              // [3, 2]
 * found.centroids.toRows(); // [[61, 5], [20.5, 1]]
 */
export async function kMeansOfTable(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
  options: TableKMeansOptions,
): Promise<TableKMeans> {
  const { nClusters, scale, maxIter, tol, seed } = resolveOptions(
    'kMeansOfTable',
    TABLE_KMEANS_OPTIONS,
    options,
  );
  const moments = await tableMoments(engine, table, columns);
  const units = scaling(moments, scale);
  const points = `${await engine.temporarySchema()}.points_${randomBytes(4).toString('hex')}`;
  await engine.run(engine.dialect.replaceTable(points, pointsStatement(engine, table, columns, units)));
  try {
    const { n } = await engine.query(`SELECT count(*) AS n FROM ${points}`);
    const distinct = Number(n[0]);
    checkDistinct(table, distinct, nClusters);
    const d = columns.length;
    const seeds = await seedCenters(engine, points, { nClusters, d, count: distinct, seed });
    const tolerance = tol * meanVariance(moments, units.scale);
    const { rows, incomplete } = moments;
    const found = await iterate(engine, points, seeds, { maxIter, tolerance });
    return { columns, ...inOwnUnits(found, columns, units), ...units, rows, incomplete, distinct };
  } finally {
    await engine.run(`DROP TABLE ${points}`).catch(() => undefined); // gone with the engine at the latest
  }
}

interface Units {
  mean: Float64Array;
  scale: Float64Array;
}

/** Divisor n, as of `StandardScaler`; a constant column stays as it is. */
function scaling({ mean, covariance, rows }: TableMoments, how: 'standard' | 'none'): Units {
  if (how === 'none') return { mean: mean.map(() => 0), scale: mean.map(() => 1) };
  const deviation = (j: number) => Math.sqrt((covariance.get(j, j) * (rows - 1)) / rows);
  return { mean, scale: mean.map((_, j) => deviation(j) || 1) };
}

function meanVariance({ covariance, rows }: TableMoments, scale: Float64Array): number {
  const variances = scale.map((unit, j) => (covariance.get(j, j) * (rows - 1)) / rows / unit ** 2);
  return variances.reduce((sum, variance) => sum + variance, 0) / scale.length;
}

/** Equal rows become one that weighs as many; in order, so that sums over them are rounded the same each time. */
function pointsStatement(
  { dialect }: SqlEngine,
  table: string,
  columns: readonly string[],
  units: Units,
): string {
  const names = columns.map(dialect.quoteName);
  const list = coordinates(columns.length).join(', ');
  const scaled = scaledCoordinates(dialect, { columns, ...units });
  return `SELECT ${list}, count(*) AS weight
FROM (
  SELECT
    ${scaled.join(',\n    ')}
  FROM ${table}
  WHERE ${names.map((name) => `${name} IS NOT NULL`).join(' AND ')}
) AS scaled
GROUP BY ${list}
ORDER BY ${list}`;
}

function checkDistinct(table: string, distinct: number, nClusters: number): void {
  if (distinct >= nClusters) return;
  throw new InputError(
    'out-of-range',
    phrase`${{ option: 'nClusters' }} is ${{ value: nClusters }}, but ${{ file: plainName(table) }} has ${distinct} different rows`,
    { remedy: `ask for at most ${distinct}` },
  );
}

interface Iterated {
  centers: Matrix;
  sizes: Float64Array;
  inertia: number;
  nIter: number;
  stopReason: KMeansStopReason;
}

async function iterate(
  engine: SqlEngine,
  points: string,
  seeds: Matrix,
  { maxIter, tolerance }: { maxIter: number; tolerance: number },
): Promise<Iterated> {
  let [centers, nIter, converged] = [seeds, 0, false];
  while (!converged && nIter < maxIter) {
    const { moved } = await lloydStep(engine, points, centers);
    converged = squaredDistance(centers.data, 0, moved.data, 0, moved.data.length) <= tolerance;
    centers = moved;
    nIter++;
  }
  const { sizes, inertia } = await lloydStep(engine, points, centers);
  return { centers, sizes, inertia, nIter, stopReason: converged ? 'converged' : 'max-iterations' };
}

/** The largest segment first; of equally large ones that whose center is lower in the first column that differs. */
function inOwnUnits(
  { centers, sizes, ...rest }: Iterated,
  columns: readonly string[],
  { mean, scale }: Units,
): Pick<TableKMeans, 'centroids' | 'sizes' | 'inertia' | 'nIter' | 'stopReason'> {
  const rows = centers.toRows().map((row) => row.map((value, j) => value * scale[j] + mean[j]));
  const lower = (a: number[], b: number[]) =>
    a.map((value, j) => value - b[j]).find((each) => each !== 0) ?? 0;
  const order = [...rows.keys()].sort((a, b) => sizes[b] - sizes[a] || lower(rows[a], rows[b]));
  return {
    centroids: Matrix.fromRows(
      order.map((at) => rows[at]),
      columns,
    ),
    sizes: order.map((at) => sizes[at]),
    ...rest,
  };
}
