import { InputError } from '../../core/errors';
import { checkList } from '../../core/options';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, names, object, text } from '../../core/schema';
import { plainName } from '../../datasets/sql/plainName';
import { requireColumns } from '../../datasets/sql/requireColumns';
import type { SqlEngine } from '../../datasets/sql/sqlEngine';

/** What the options may be. @internal */
export const TABLE_PROFILE_OPTIONS = object({
  /** The table of segments, as `scoreTable` makes it; quoted where it needs to be. */
  segments: text({ minLength: 1 }),
  /** Columns that identify customers in both tables. */
  id: names({ minItems: 1 }),
  /** Columns whose values are counted, such as countries. Default none. */
  categories: names({ default: [] }),
});

/** Options of `profileOfTable`. */
export interface TableProfileOptions extends Given<typeof TABLE_PROFILE_OPTIONS> {}

/** What one segment of a table is like. */
export interface TableSegmentProfile {
  /** From 1, the largest, as `scoreTable` writes it. */
  segment: number;
  size: number;
  /** Of all rows that are in a segment. */
  share: number;
  /** Of each column of numbers, over the rows that have a value; null where there are none. */
  numbers: Record<string, { mean: number | null; median: number | null; missing: number }>;
  /** Of each category column, the share of its values in the segment, most frequent first; missing values are left out. */
  categories: Record<string, { value: string; share: number }[]>;
}

/** A column with more values is no category to be shown. */
const MAX_LEVELS = 100;

/**
 * Means, medians and shares of every segment, worked out where the tables are: a few numbers for each segment and column
 * leave the database. Rows in no segment are left out.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @param columns names of columns of numbers.
 * @throws InputError for a column that is not there, identifiers that are not unique or differ between the tables, and a
 * category of more than 100 values.
 * Cost: a pass over the joined tables for each column; medians sort each segment.
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { id: ['a', 'b', 'c'], age: [20, 61, 60], city: ['Leeds', 'York', 'York'] });
 * await database.createTable('segments', { id: ['a', 'b', 'c'], segment: [2, 1, 1] });
 * const [first] = await profileOfTable(database, 'customers', ['age'], { segments: 'segments', id: ['id'], categories: ['city'] });
 * first.numbers.age;     // { mean: 60.5, median: 60.5, missing: 0 }
 * first.categories.city; // [{ value: 'York', share: 1 }]
 */
export async function profileOfTable(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
  options: TableProfileOptions,
): Promise<TableSegmentProfile[]> {
  checkList('columns', columns);
  const { segments, id, categories } = resolveOptions('profileOfTable', TABLE_PROFILE_OPTIONS, options);
  await requireColumns(engine, table, [...id, ...columns, ...categories]);
  await requireColumns(engine, segments, [...id, 'segment']);
  const joined = joinedRows(engine, table, segments, id);
  await checkIdentifiers(engine, table, segments, joined);
  const profiles = await segmentSizes(engine, joined);
  for (const column of columns) await describeNumbers(engine, joined, column, profiles);
  for (const column of categories) await countLevels(engine, joined, column, profiles);
  return [...profiles.values()];
}

/** What stands after FROM: customers with their segments. */
function joinedRows({ dialect }: SqlEngine, table: string, segments: string, id: readonly string[]): string {
  const same = id.map(dialect.quoteName).map((name) => `customers.${name} = scored.${name}`);
  return `${table} AS customers\n  JOIN ${segments} AS scored ON ${same.join(' AND ')}`;
}

async function checkIdentifiers(
  engine: SqlEngine,
  table: string,
  segments: string,
  joined: string,
): Promise<void> {
  const count = async (from: string) =>
    Number((await engine.query(`SELECT count(*) AS n FROM ${from}`)).n[0]);
  const [rows, scored, both] = [await count(table), await count(segments), await count(joined)];
  if (rows === scored && scored === both) return;
  throw new InputError(
    'duplicate',
    phrase`${{ file: plainName(table) }} has ${rows} rows and ${{ file: plainName(segments) }} ${scored}, of which ${both} pairs have the same identifier`,
    { remedy: 'score this table again, by columns that identify each row' },
  );
}

async function segmentSizes(engine: SqlEngine, joined: string): Promise<Map<number, TableSegmentProfile>> {
  const { segment, size } = await engine.query(`SELECT scored.segment AS segment, count(*) AS size
FROM ${joined}
WHERE scored.segment IS NOT NULL
GROUP BY scored.segment
ORDER BY scored.segment`);
  const total = size.reduce<number>((sum, each) => sum + Number(each), 0);
  return new Map(
    segment.map((label, at) => {
      const own = Number(size[at]);
      return [
        Number(label),
        { segment: Number(label), size: own, share: own / total, numbers: {}, categories: {} },
      ];
    }),
  );
}

/** The median is the mean of the one or two values in the middle. */
async function describeNumbers(
  engine: SqlEngine,
  joined: string,
  column: string,
  profiles: ReadonlyMap<number, TableSegmentProfile>,
): Promise<void> {
  const value = `CAST(customers.${engine.dialect.quoteName(column)} AS DOUBLE PRECISION)`;
  const found = await engine.query(`SELECT segment, count(*) AS known, avg(value) AS mean,
  avg(CASE WHEN 2 * place IN (known, known + 1, known + 2) THEN value END) AS median
FROM (
  SELECT segment, value,
    row_number() OVER (PARTITION BY segment ORDER BY value) AS place,
    count(*) OVER (PARTITION BY segment) AS known
  FROM (
    SELECT scored.segment AS segment, ${value} AS value
    FROM ${joined}
  ) AS numbers
  WHERE segment IS NOT NULL AND value IS NOT NULL
) AS placed
GROUP BY segment`);
  for (const { numbers, size } of profiles.values())
    numbers[column] = { mean: null, median: null, missing: size };
  found.segment.forEach((label, at) => {
    const { numbers, size } = profiles.get(Number(label))!;
    numbers[column] = {
      mean: finite(found.mean[at], column),
      median: finite(found.median[at], column),
      missing: size - Number(found.known[at]),
    };
  });
}

function finite(value: unknown, column: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new InputError('unreadable-value', phrase`column ${{ column }} holds numbers that are not finite`, {
    remedy: 'leave such rows out of the table',
  });
}

async function countLevels(
  engine: SqlEngine,
  joined: string,
  column: string,
  profiles: ReadonlyMap<number, TableSegmentProfile>,
): Promise<void> {
  const name = `customers.${engine.dialect.quoteName(column)}`;
  const { levels } = await engine.query(`SELECT count(DISTINCT ${name}) AS levels FROM ${joined}`);
  if (Number(levels[0]) > MAX_LEVELS)
    throw new InputError(
      'too-large',
      phrase`column ${{ column }} has ${Number(levels[0])} different values`,
      {
        remedy: `categories have at most ${MAX_LEVELS}: leave it out of \`categories\``,
      },
    );
  const found = await engine.query(`SELECT segment, level, count(*) AS n
FROM (
  SELECT scored.segment AS segment, CAST(${name} AS VARCHAR) AS level
  FROM ${joined}
) AS levels
WHERE segment IS NOT NULL AND level IS NOT NULL
GROUP BY segment, level
ORDER BY segment, n DESC, level`);
  for (const { segment, categories } of profiles.values()) {
    const own = found.segment.flatMap((label, at) => (Number(label) === segment ? [at] : []));
    const known = own.reduce((sum, at) => sum + Number(found.n[at]), 0);
    categories[column] = own.map((at) => ({
      value: String(found.level[at]),
      share: Number(found.n[at]) / known,
    }));
  }
}
