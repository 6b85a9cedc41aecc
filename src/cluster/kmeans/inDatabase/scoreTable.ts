import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { resolveOptions } from '../../../core/resolveOptions';
import { names, object, type Static, text } from '../../../core/schema';
import { requireColumns } from '../../../datasets/sql/requireColumns';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import type { TableKMeans } from './kMeansOfTable';
import { nearestStatement, OWN_NAMES } from './nearestStatement';
import { scaledCenters, scaledCoordinates } from './scaledPoints';

const SCORE_TABLE_OPTIONS = object({
  /** The table to make, replacing one of that name when it is whole; quoted where it needs to be. */
  into: text({ minLength: 1, expects: 'the name of a table' }),
  /** Columns that identify customers, taken over into the new table. */
  id: names(),
});

/** Options of `scoreTable`. */
export interface ScoreTableOptions extends Static<typeof SCORE_TABLE_OPTIONS> {}

/**
 * Puts every row of a table into its segment, in a new table of the same database: the columns of `id`, `segment` (1 is
 * the largest) and `distance` to its center on the scaled columns. Rows that lack a value have neither.
 *
 * @param found as `kMeansOfTable` gives it.
 * @throws InputError for a column that the table lacks, and where the database does not let its user write.
 * Cost: one pass; nothing leaves the database.
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { id: ['a', 'b', 'c'], age: [20, 61, 60] });
 * const found = await kMeansOfTable(database, 'customers', ['age'], { nClusters: 2 });
 * await scoreTable(database, found, 'customers', { into: 'segments', id: ['id'] });
 * await database.query('SELECT id, segment FROM segments ORDER BY id'); // { id: ['a', 'b', 'c'], segment: [2, 1, 1] }
 */
export async function scoreTable(
  engine: SqlEngine,
  found: TableKMeans,
  table: string,
  options: ScoreTableOptions,
): Promise<void> {
  const { into, id } = resolveOptions('scoreTable', SCORE_TABLE_OPTIONS, options);
  const taken = id.find(
    (name) => OWN_NAMES.test(name.toLowerCase()) || ['segment', 'distance'].includes(name),
  );
  if (taken !== undefined) {
    throw new InputError(
      'not-allowed',
      phrase`${{ option: 'id' }} names ${{ column: taken }}, a column of the new table`,
      {
        remedy: 'rename it',
      },
    );
  }
  await requireColumns(engine, table, [...id, ...found.columns]);
  const { quoteName, replaceTable } = engine.dialect;
  const kept = id.map(quoteName);
  const points = `(SELECT ${[...kept, ...scaledCoordinates(engine.dialect, found)].join(', ')} FROM ${table}) AS scaled`;
  await engine.run(
    replaceTable(
      into,
      `SELECT ${kept.map((name) => `${name}, `).join('')}label + 1 AS segment, sqrt(square) AS distance
FROM (
${nearestStatement(points, kept, scaledCenters(found))}
) AS labeled`,
    ),
  );
}
