import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { array, type Given, integer, object, optional } from '../../core/schema';
import { float64 } from '../../datasets/sql/float64';
import { plainName } from '../../datasets/sql/plainName';
import { requireColumns } from '../../datasets/sql/requireColumns';
import type { SqlEngine } from '../../datasets/sql/sqlEngine';

/** What the options may be. @internal */
export const TABLE_HISTOGRAM_OPTIONS = object({
  /** Bins of equal width from the least to the largest value. Default 20. */
  bins: integer({ minimum: 1, maximum: 200, default: 20 }),
  /** Where bins begin and end, rising, instead of `bins`. */
  edges: optional(array<readonly number[]>({ minItems: 2, maxItems: 201 })),
});

/** Options of `histogramOfTable`. */
export interface TableHistogramOptions extends Given<typeof TABLE_HISTOGRAM_OPTIONS> {}

/** A column of a table, counted where it is. The figure `histogram` draws it. */
export interface TableHistogram {
  /** Where bins begin and end, rising; one more than counts. */
  edges: number[];
  /** Rows in each bin: from its first edge on, below its second; the last bin holds its second edge too. */
  counts: number[];
  /** Rows without a value. */
  missing: number;
  /** Rows with a value outside the edges; 0 unless edges were given. */
  outside: number;
}

/** Of a value that is missing or outside, in the place of its bin. */
const MISSING = -1;
const OUTSIDE = -2;

/**
 * Counts the values of a column in bins, where the table is: the counts and two bounds leave the database.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @param column the name of a column of numbers.
 * @throws InputError for a column that is not there, has no values, or holds numbers that are not finite, and for edges
 * that do not rise.
 * Cost: two passes over the table, one with `edges`.
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { age: [20, 25, 30, 60, null] });
 * const found = await histogramOfTable(database, 'customers', 'age', { bins: 4 });
 * found.edges;   // [20, 30, 40, 50, 60]
 * found.counts;  // [2, 1, 0, 1]
 * found.missing; // 1
 */
export async function histogramOfTable(
  engine: SqlEngine,
  table: string,
  column: string,
  options: TableHistogramOptions = {},
): Promise<TableHistogram> {
  const { bins, edges: given } = resolveOptions('histogramOfTable', TABLE_HISTOGRAM_OPTIONS, options);
  if (given !== undefined) checkEdges(given);
  await requireColumns(engine, table, [column]);
  const value = `CAST(${engine.dialect.quoteName(column)} AS DOUBLE PRECISION)`;
  const edges = given ?? (await equalEdges(engine, table, column, value, bins));
  const { bin, n } = await engine.query(`SELECT bin, count(*) AS n
FROM (
  SELECT
    ${binExpression(edges)} AS bin
  FROM (SELECT ${value} AS value FROM ${table}) AS numbers
) AS binned
GROUP BY bin`);
  const rows = (of: number) => Number(n[bin.findIndex((each) => Number(each) === of)] ?? 0);
  return {
    edges: [...edges],
    counts: edges.slice(1).map((_, at) => rows(at)),
    missing: rows(MISSING),
    outside: rows(OUTSIDE),
  };
}

function checkEdges(edges: readonly number[]): void {
  const rise = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]));
  if (rise) return;
  throw new InputError('out-of-range', phrase`${{ option: 'edges' }} is ${edges.join(', ')}`, {
    remedy: 'it must be finite numbers, each larger than the one before',
  });
}

/** One comparison after the other, so that every engine puts a value into the same bin. */
function binExpression(edges: readonly number[]): string {
  const last = edges.length - 2;
  const inner = edges.slice(1, -1).map((edge, at) => `    WHEN value < ${float64(edge)} THEN ${at}\n`);
  return `CASE WHEN value IS NULL THEN ${MISSING}
    WHEN value < ${float64(edges[0])} THEN ${OUTSIDE}
${inner.join('')}    WHEN value <= ${float64(edges[last + 1])} THEN ${last}
    ELSE ${OUTSIDE} END`;
}

async function equalEdges(
  engine: SqlEngine,
  table: string,
  column: string,
  value: string,
  bins: number,
): Promise<number[]> {
  const found = await engine.query(
    `SELECT count(${value}) AS known, min(${value}) AS least, max(${value}) AS largest FROM ${table}`,
  );
  if (Number(found.known[0]) === 0)
    throw new InputError(
      'no-data',
      phrase`column ${{ column }} of ${{ file: plainName(table) }} has no values`,
    );
  const [least, largest] = [found.least[0], found.largest[0]].map((bound) =>
    bound === null ? Number.NaN : Number(bound),
  );
  if (!Number.isFinite(largest - least))
    throw new InputError('unreadable-value', phrase`column ${{ column }} holds numbers that are not finite`, {
      remedy: 'give `edges`, or leave such rows out of the table',
    });
  if (least === largest) return [least - 0.5, least + 0.5];
  const edges = Array.from({ length: bins }, (_, i) => least + ((largest - least) * i) / bins);
  return [...new Set(edges), largest].filter((edge, i, all) => i === 0 || edge > all[i - 1]);
}
