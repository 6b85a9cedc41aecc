import { kMeansOfTable } from '../../src/cluster/kmeans/inDatabase/kMeansOfTable';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../src/datasets/sql/sqlEngine';
import { silhouetteOfTable } from '../../src/evaluate/indices/inDatabase/silhouetteOfTable';
import { histogramOfTable } from '../../src/preprocess/inDatabase/histogramOfTable';
import { profileOfTable } from '../../src/profile/inDatabase/profileOfTable';
import { testsOfDescriptions } from '../distributed/support/describedInDatabase';

let database: SqlEngine;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

describe('as in memory', () => testsOfDescriptions(() => database, 'work'));

describe('a histogram', () => {
  const made = async (x: (number | null)[]) => {
    await database.createTable('h', { x: [...x, null] });
    return (options = {}) => histogramOfTable(database, 'h', 'x', options);
  };

  test('a value on an edge is in the bin that begins there, the largest in the last', async () => {
    const count = await made([0, 1, 2, 3, 4]);
    expect(await count({ bins: 4 })).toEqual({
      edges: [0, 1, 2, 3, 4],
      counts: [1, 1, 1, 2],
      missing: 1,
      outside: 0,
    });
    expect(await count({ edges: [1, 2, 3] })).toMatchObject({ counts: [1, 2], outside: 2 });
  });

  test('one value is one bin, neighbors in float64 have as many bins as fit', async () => {
    expect(await (await made([7, 7]))()).toMatchObject({ edges: [6.5, 7.5], counts: [2] });
    const count = await made([1, 1 + Number.EPSILON]);
    expect(await count({ bins: 5 })).toMatchObject({ edges: [1, 1 + Number.EPSILON], counts: [2] });
  });

  test('mistakes are said', async () => {
    await expect((await made([]))()).rejects.toThrow("column 'x' of h has no values");
    const count = await made([1, Infinity]);
    await expect(count()).rejects.toThrow("column 'x' holds numbers that are not finite; give `edges`");
    expect(await count({ edges: [0, 2] })).toMatchObject({ counts: [1], outside: 1, missing: 1 });
    await expect(count({ edges: [2, 2] })).rejects.toThrow(
      '`edges` is 2, 2; it must be finite numbers, each larger than the one before',
    );
    await expect(count({ bins: 0 })).rejects.toThrow('`bins` is 0');
  });
});

test('medians of one, two and three values, and of none', async () => {
  await database.createTable('m', {
    id: [1, 2, 3, 4, 5, 6, 7],
    x: [5, 1, 3, 9, 2, 4, null],
    where: ['10', '2', '10', null, null, null, null],
  });
  await database.createTable('s', { id: [1, 2, 3, 4, 5, 6, 7], segment: [1, 1, 1, 2, 3, 3, 4] });
  const profiles = await profileOfTable(database, 'm', ['x'], {
    segments: 's',
    id: ['id'],
    categories: ['where'],
  });
  expect(profiles.map(({ numbers }) => numbers.x.median)).toEqual([3, 9, 3, null]);
  expect(profiles[3].numbers.x).toEqual({ mean: null, median: null, missing: 1 });
  expect(profiles[0].categories.where).toEqual([
    { value: '10', share: 2 / 3 },
    { value: '2', share: 1 / 3 },
  ]);
  expect(profiles[1].categories.where).toEqual([]);
});

test('identifiers that are not unique would count customers twice', async () => {
  await database.createTable('m', { id: [1, 1], x: [5, 1] });
  await database.createTable('s', { id: [1, 1], segment: [1, 2] });
  await expect(profileOfTable(database, 'm', ['x'], { segments: 's', id: ['id'] })).rejects.toThrow(
    'm has 2 rows and s 2, of which 4 pairs have the same identifier; score this table again',
  );
});

test('equal rows are drawn as often as there are', async () => {
  const x = Array.from({ length: 2000 }, (_, i) => (i < 1800 ? 0 : 10 + (i % 50)));
  await database.createTable('equal', { x });
  const found = await kMeansOfTable(database, 'equal', ['x'], { nClusters: 2 });
  const { drawn, sampleSize } = await silhouetteOfTable(database, found, 'equal', { sampleSize: 500 });
  expect(sampleSize).toBe(500);
  expect(drawn[0]).toBeGreaterThan(420); // 450 expected, 7 standard deviation
  expect(drawn[0]).toBeLessThan(480);
});

test('a sample of one segment has no silhouette', async () => {
  await database.createTable('one', { x: [...new Array(998).fill(0), 1, 9] });
  const found = await kMeansOfTable(database, 'one', ['x'], { nClusters: 2 });
  await expect(silhouetteOfTable(database, found, 'one', { sampleSize: 2 })).rejects.toThrow(
    'all 2 rows that were drawn are in one segment; a silhouette compares two at least',
  );
});
