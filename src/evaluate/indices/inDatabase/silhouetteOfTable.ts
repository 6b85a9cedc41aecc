import { drawExpression } from '../../../cluster/kmeans/inDatabase/drawExpression';
import type { TableKMeans } from '../../../cluster/kmeans/inDatabase/kMeansOfTable';
import { coordinates, nearestStatement } from '../../../cluster/kmeans/inDatabase/nearestStatement';
import { scaledCenters, scaledCoordinates } from '../../../cluster/kmeans/inDatabase/scaledPoints';
import { InputError } from '../../../core/errors';
import { Matrix } from '../../../core/matrix';
import { phrase } from '../../../core/phrase';
import { Random } from '../../../core/random';
import { resolveOptions } from '../../../core/resolveOptions';
import { type Given, integer, object } from '../../../core/schema';
import { requireColumns } from '../../../datasets/sql/requireColumns';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import { silhouette } from '../silhouette';

/** What the options may be. @internal */
export const TABLE_SILHOUETTE_OPTIONS = object({
  /** Rows that are drawn, at most. Default 3,000. */
  sampleSize: integer({ minimum: 2, maximum: 30_000, default: 3000 }),
  /** Which rows: the same seed draws the same, in every database. Default 0. */
  seed: integer({ default: 0 }),
});

/** Options of `silhouetteOfTable`. */
export interface TableSilhouetteOptions extends Given<typeof TABLE_SILHOUETTE_OPTIONS> {}

/** The silhouette of rows drawn from a table. */
export interface TableSilhouette {
  /** Over the rows drawn, −1 … 1. */
  mean: number;
  /** Of each segment, in the order of the centers; NaN for one of which no row was drawn. Length k. */
  perSegment: number[];
  /** Rows of each segment that were drawn. Length k. */
  drawn: number[];
  /** How many rows were drawn, of how many that have a value in every column. */
  sampleSize: number;
  rows: number;
}

/**
 * The silhouette of k-means of a table that stays where it is, on rows that its database draws at random: each against
 * the others that were drawn. Exact where the sample is the whole table.
 *
 * @param found as `kMeansOfTable` gives it.
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @throws InputError for a column that the table lacks, and where all rows that were drawn are in one segment.
 * Cost: one pass over the table and O(m²·d) here for m rows drawn; m·(d + 1) numbers leave the database.
 * Source: Rousseeuw (1987).
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { age: [0, 1, 10, 11] });
 * const found = await kMeansOfTable(database, 'customers', ['age'], { nClusters: 2 });
 * const { mean, sampleSize } = await silhouetteOfTable(database, found, 'customers');
 * mean;       // 0.8997
 * sampleSize; // 4
 */
export async function silhouetteOfTable(
  engine: SqlEngine,
  found: TableKMeans,
  table: string,
  options: TableSilhouetteOptions = {},
): Promise<TableSilhouette> {
  const { sampleSize, seed } = resolveOptions('silhouetteOfTable', TABLE_SILHOUETTE_OPTIONS, options);
  await requireColumns(engine, table, found.columns);
  const complete = found.columns.map((name) => `${engine.dialect.quoteName(name)} IS NOT NULL`).join(' AND ');
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table} WHERE ${complete}`);
  const points = `SELECT ${scaledCoordinates(engine.dialect, found).join(', ')} FROM ${table} WHERE ${complete}`;
  const { X, labels } = await drawRows(engine, points, scaledCenters(found), sampleSize, new Random(seed));
  const drawn = found.sizes.map((_, segment) => labels.filter((label) => label === segment).length);
  if (drawn.filter((rows) => rows > 0).length < 2)
    throw new InputError(
      'no-difference',
      phrase`all ${labels.length} rows that were drawn are in one segment`,
      {
        remedy: 'a silhouette compares two at least: take a larger `sampleSize`',
      },
    );
  const { mean, perCluster } = silhouette(X, labels);
  return {
    mean,
    perSegment: found.sizes.map((_, segment) => perCluster[segment] ?? Number.NaN),
    drawn,
    sampleSize: labels.length,
    rows: Number(n[0]),
  };
}

/** Equal rows are numbered, so that each is drawn for itself. */
async function drawRows(
  engine: SqlEngine,
  points: string,
  centers: Matrix,
  most: number,
  random: Random,
): Promise<{ X: Matrix; labels: number[] }> {
  const names = coordinates(centers.cols);
  const list = names.join(', ');
  const sample = `(
  SELECT ${list}
  FROM (
    SELECT ${list}, ${drawExpression([...names, 'twin'], random)} AS draw
    FROM (
      SELECT ${list}, row_number() OVER (PARTITION BY ${list} ORDER BY ${names[0]}) AS twin
      FROM (${points}) AS scaled
    ) AS numbered
  ) AS drawn
  ORDER BY draw, ${list}
  LIMIT ${most}
) AS sample`;
  const { label, ...found } = await engine.query(`SELECT ${list}, label
FROM (
${nearestStatement(sample, names, centers)}
) AS labeled
ORDER BY label, ${list}`);
  const rows = label.map((_, at) => names.map((name) => Number(found[name][at])));
  return { X: Matrix.fromRows(rows), labels: label.map(Number) };
}
