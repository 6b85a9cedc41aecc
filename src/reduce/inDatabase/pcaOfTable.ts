import { InputError } from '../../core/errors';
import { Matrix } from '../../core/matrix';
import type { SqlEngine } from '../../datasets/sql/sqlEngine';
import { tableMoments } from '../../preprocess/inDatabase/tableMoments';
import { PCAModel } from '../pcaModel';
import { axesOfGram } from '../principalAxes';

/**
 * Principal components of columns of a table that stays where it is: those that `PCA` finds, from the covariance that the
 * database works out. Rows that lack a value in one of the columns are left out.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @param columns names of d columns of numbers.
 * @throws InputError as `tableMoments`, and where all columns are constant.
 * Cost: two passes over the table; d·(d + 3)/2 numbers leave the database.
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { age: [0, 2, 4], income: [0, 1, 2] });
 * const model = await pcaOfTable(database, 'customers', ['age', 'income']);
 * model.keep(1).explainedVarianceRatio; // Float64Array [1]
 */
export async function pcaOfTable(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
): Promise<PCAModel> {
  const { rows, mean, covariance } = await tableMoments(engine, table, columns);
  const { variances, vectors } = axesOfGram(covariance);
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  if (total === 0)
    throw new InputError('no-difference', `all of ${columns.join(', ')} are constant`, {
      remedy: 'there is no variance for components to explain',
    });
  return new PCAModel({
    mean,
    components: new Matrix(vectors.data, columns.length, columns.length, columns),
    explainedVariance: variances,
    explainedVarianceRatio: variances.map((variance) => variance / total),
    singularValues: variances.map((variance) => Math.sqrt(variance * (rows - 1))),
    whiten: false,
  });
}
