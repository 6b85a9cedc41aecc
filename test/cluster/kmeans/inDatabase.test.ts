import { kMeansOfTable } from '../../../src/cluster/kmeans/inDatabase/kMeansOfTable';
import { nearestStatement } from '../../../src/cluster/kmeans/inDatabase/nearestStatement';
import { scoreTable } from '../../../src/cluster/kmeans/inDatabase/scoreTable';
import { Matrix } from '../../../src/core/matrix';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';

let database: SqlEngine;
beforeAll(async () => {
  database = await openDatabase();
  await database.createTable('t', {
    id: ['a', 'b', 'c', 'd', 'e'],
    x: [0, 0, 10, 10, null],
    y: [1, 1, 1, 3, 1],
  });
});
afterAll(() => database.close());

test('equal rows become one, and the largest segment is first', async () => {
  const found = await kMeansOfTable(database, 't', ['x'], { nClusters: 2, scale: 'none' });
  expect(found).toMatchObject({ sizes: [2, 2], distinct: 2, rows: 4, incomplete: 1, inertia: 0 });
  expect(found.centroids.toRows()).toEqual([[0], [10]]);
});

test('every row is put into its segment; rows that lack a value into none', async () => {
  const found = await kMeansOfTable(database, 't', ['x', 'y'], { nClusters: 2 });
  await scoreTable(database, found, 't', { into: 'segments', id: ['id'] });
  const { id, segment, distance } = await database.query('SELECT * FROM segments ORDER BY id');
  expect(id).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(segment.slice(0, 2)).toEqual([segment[0], segment[0]]);
  expect([segment[4], distance[4]]).toEqual([null, null]);
  const asked = { into: 'segments', id: ['segment'] };
  await expect(scoreTable(database, found, 't', asked)).rejects.toThrow(
    "`id` names 'segment', a column of the new table; rename it",
  );
});

test('a center that nobody is nearest to takes a point far from its own', async () => {
  const columns = { x: Array.from({ length: 60 }, (_, i) => (i < 50 ? i % 7 : 1000 + i)) };
  await database.createTable('far', columns);
  const { sizes } = await kMeansOfTable(database, 'far', ['x'], { nClusters: 5, scale: 'none' });
  expect(sizes.every((size) => size > 0)).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(60);
});

describe('many different points', () => {
  /** Each value of three far groups, 60, 50 and 40 of them, is in the table twice. */
  const groups = [0, 100, 200].map((start, g) =>
    Array.from({ length: 60 - 10 * g }, (_, i) => start + i / 10),
  );
  const values = groups.flat();
  beforeAll(() =>
    database.createTable('many', { x: [...values, ...values], same: new Array(2 * values.length).fill(7) }),
  );

  test('centers are drawn in the database, and end in the groups', async () => {
    const found = await kMeansOfTable(database, 'many', ['x', 'same'], { nClusters: 3 });
    expect(found).toMatchObject({ sizes: [120, 100, 80], distinct: 150, rows: 300, stopReason: 'converged' });
    // The means of 0 … 5.9, 100 … 104.9 and 200 … 203.9.
    [2.95, 102.45, 201.95].forEach((mean, at) => {
      expect(found.centroids.get(at, 0)).toBeCloseTo(mean, 10);
      expect(found.centroids.get(at, 1)).toBeCloseTo(7, 10);
    });
  });

  test('the same seed draws the same', async () => {
    const found = (seed: number) => kMeansOfTable(database, 'many', ['x'], { nClusters: 6, seed });
    const [one, again] = [await found(3), await found(3)];
    expect(again).toEqual(one);
    expect(one.sizes.reduce((sum, size) => sum + size)).toBe(300);
  });

  test('a single center is the mean', async () => {
    const { centroids, sizes } = await kMeansOfTable(database, 'many', ['x'], { nClusters: 1 });
    expect(sizes).toEqual([300]);
    expect(centroids.get(0, 0)).toBeCloseTo(values.reduce((sum, value) => sum + value) / 150, 10);
  });

  test('steps end where they are to, and the result says so', async () => {
    const found = await kMeansOfTable(database, 'many', ['x'], { nClusters: 20, maxIter: 1, tol: 0 });
    expect([found.nIter, found.stopReason]).toEqual([1, 'max-iterations']);
  });

  test('more centers than different rows are refused', async () => {
    await expect(kMeansOfTable(database, 't', ['x'], { nClusters: 3 })).rejects.toThrow(
      '`nClusters` is 3, but t has 2 different rows; ask for at most 2',
    );
  });
});

test('of several equally near centers the first counts', async () => {
  const sql = nearestStatement('(SELECT 1.0 AS coordinate_0) AS p', [], Matrix.fromRows([[5], [0], [2]]));
  expect(await database.query(sql)).toEqual({ square: [1], label: [1] });
});

test('nothing stays behind', async () => {
  const { name } = await database.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_name LIKE 'points%'",
  );
  expect(name).toEqual([]);
});
