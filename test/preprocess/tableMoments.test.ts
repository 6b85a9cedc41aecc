import { openDatabase } from '../../src/datasets/sql/openDatabase';
import { tableMoments } from '../../src/preprocess/inDatabase/tableMoments';

test('far from the origin nothing is lost', async () => {
  const database = await openDatabase();
  await database.createTable('t', { a: [1e9 + 1, 1e9 + 2, 1e9 + 3, null], b: [2, 4, 6, 8] });
  const { mean, covariance, rows, incomplete } = await tableMoments(database, 't', ['a', 'b']);
  expect({ rows, incomplete }).toEqual({ rows: 3, incomplete: 1 });
  expect(Array.from(mean)).toEqual([1e9 + 2, 4]);
  expect(covariance.toRows()).toEqual([
    [1, 2],
    [2, 4],
  ]);
  await expect(tableMoments(database, 't', ['income'])).rejects.toThrow(
    "t has no column 'income'; there are: a, b",
  );
  await database.run("CREATE TABLE odd AS SELECT 1.0 AS a UNION ALL SELECT CAST('Infinity' AS DOUBLE)");
  await expect(tableMoments(database, 'odd', ['a'])).rejects.toThrow(
    "column 'a' holds numbers that are not finite",
  );
  await database.close();
});
