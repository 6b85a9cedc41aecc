import { InputError } from '../../core/errors';
import { firstRepeated } from '../../core/firstRepeated';
import { Matrix } from '../../core/matrix';
import { checkList } from '../../core/options';
import { phrase } from '../../core/phrase';
import { countWhere } from '../../datasets/sql/countWhere';
import { float64 } from '../../datasets/sql/float64';
import { requireColumns } from '../../datasets/sql/requireColumns';
import type { SqlEngine } from '../../datasets/sql/sqlEngine';

/** Means and covariance of columns of a table that stays where it is. */
export interface TableMoments {
  /** Rows with a value in every column: what the rest is of. */
  rows: number;
  /** Rows without. */
  incomplete: number;
  /** Length d. */
  mean: Float64Array;
  /** d × d, divisor n − 1. */
  covariance: Matrix;
}

/**
 * Means and covariance of columns of a table, worked out by its database: two statements, and d + d·(d + 1)/2 numbers
 * that leave it. Rows that lack a value in one of the columns are left out.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @param columns names of d columns of numbers.
 * @throws InputError for a column that is not there or given twice, one that holds no finite numbers, and fewer than two
 * complete rows.
 * Cost: two passes over the table.
 * Source: the two-pass algorithm, whose sums of squares are about the mean (Chan, Golub & LeVeque, 1983).
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { age: [20, 30, 40, null], income: [1, 2, 3, 4] });
 * const { rows, mean, covariance } = await tableMoments(database, 'customers', ['age', 'income']);
 * rows;                // 3
 * mean;                // Float64Array [30, 2]
 * covariance.toRows(); // [[100, 10], [10, 1]]
 */
export async function tableMoments(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
): Promise<TableMoments> {
  checkList('columns', columns);
  const twice = columns[firstRepeated(columns)];
  if (twice !== undefined)
    throw new InputError('duplicate', phrase`${{ option: 'columns' }} names ${{ column: twice }} twice`);
  await requireColumns(engine, table, columns);
  const names = columns.map(engine.dialect.quoteName);
  const complete = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const { all, known, ...means } = await engine.query(`SELECT
  count(*) AS "all", ${countWhere(complete)} AS known,
  ${names.map((name, j) => `avg(CASE WHEN ${complete} THEN CAST(${name} AS DOUBLE PRECISION) END) AS m${j}`).join(',\n  ')}
FROM ${table}`);
  const [total, rows] = [Number(all[0]), Number(known[0])];
  if (rows < 2) {
    throw new InputError(
      'no-data',
      phrase`${{ file: table }} has ${rows} rows with a value in all of ${columns.join(', ')}`,
      {
        remedy: 'two at least are needed',
      },
    );
  }
  const mean = Float64Array.from(columns, (column, j) => finite(means[`m${j}`][0], column));
  const products = await engine.query(productsStatement(table, names, complete, mean));
  const covariance = Matrix.zeros(columns.length, columns.length, columns);
  for (const [i, j] of pairs(columns.length)) {
    const value = finite(products[`s${i}_${j}`][0], columns[i]) / (rows - 1);
    covariance.data[i * columns.length + j] = value;
    covariance.data[j * columns.length + i] = value;
  }
  return { rows, incomplete: total - rows, mean, covariance };
}

function productsStatement(
  table: string,
  names: readonly string[],
  complete: string,
  mean: Float64Array,
): string {
  const sums = pairs(names.length).map(([i, j]) => `sum(d${i} * d${j}) AS s${i}_${j}`);
  const differences = names.map(
    (name, j) => `CAST(${name} AS DOUBLE PRECISION) - ${float64(mean[j])} AS d${j}`,
  );
  return `SELECT
  ${sums.join(',\n  ')}
FROM (
  SELECT
    ${differences.join(',\n    ')}
  FROM ${table}
  WHERE ${complete}
) AS centered`;
}

function pairs(d: number): [number, number][] {
  return Array.from({ length: d }, (_, i) =>
    Array.from({ length: i + 1 }, (_, j): [number, number] => [i, j]),
  ).flat();
}

function finite(value: unknown, column: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new InputError(
    'unreadable-value',
    phrase`column ${{ column }} holds numbers that are not finite, or too large to be squared`,
    {
      remedy: 'leave such rows out of the table',
    },
  );
}
