import { kMeansOfTable } from '../../../src/cluster/kmeans/inDatabase/kMeansOfTable';
import { scoreTable } from '../../../src/cluster/kmeans/inDatabase/scoreTable';
import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import { tableMoments } from '../../../src/preprocess/inDatabase/tableMoments';
import { StandardScaler } from '../../../src/preprocess/scale/standardScaler';
import { pcaOfTable } from '../../../src/reduce/inDatabase/pcaOfTable';
import { PCA } from '../../../src/reduce/pca';
import type { TableData } from '../../../src/table/tableData';
import { blobs, COLUMNS, counting } from './blobs';

const LONG = 240_000;

/** What every database must find in a table as the estimators find it in memory. */
export function testsInDatabase(
  database: () => SqlEngine,
  schema: string,
  tell: (figures: Record<string, unknown>) => void = () => {},
): void {
  const { table, complete } = blobs(3000);
  const customers = `${schema}.customers`;
  const nClusters = 5;

  beforeAll(async () => {
    await database().makeSchema(schema);
    await database().createTable(customers, table);
  }, LONG);

  test(
    'means, covariance and components are those of the table in memory',
    async () => {
      const { rows, incomplete, mean, covariance } = await tableMoments(database(), customers, COLUMNS);
      expect({ rows, incomplete }).toEqual({ rows: 2850, incomplete: 150 });
      const there = new PCA().fit(complete);
      const here = await pcaOfTable(database(), customers, COLUMNS);
      expectClose(Array.from(mean), Array.from(there.mean));
      expectClose(Array.from(here.explainedVariance), Array.from(there.explainedVariance));
      expectClose(Array.from(here.components.data), Array.from(there.components.data));
      tell({ 'first variance': here.explainedVariance[0], covariance: covariance.get(0, 1) });
    },
    LONG,
  );

  test(
    'k-means ends where k-means in memory ends, and few numbers leave',
    async () => {
      const { engine, read } = counting(database());
      const found = await kMeansOfTable(engine, customers, COLUMNS, { nClusters, tol: 0 });
      const scaler = new StandardScaler().fit(complete);
      const X = scaler.transform(complete);
      const there = new KMeans({ nClusters, tol: 0 }).fit(X);
      const centers = scaler.inverseTransform(there.centroids);
      expectClose(Array.from(found.centroids.data), Array.from(centers.data));
      expect(found.inertia / there.inertia).toBeCloseTo(1, 9);
      expect(found.sizes).toEqual(sizesOf(there.labels));
      expect(found.distinct).toBeLessThan(found.rows);
      expect(Math.max(...read)).toBeLessThanOrEqual(10 * nClusters * COLUMNS.length);
      tell({
        inertia: found.inertia,
        iterations: found.nIter,
        sizes: found.sizes.join(' '),
        'most numbers read': Math.max(...read),
      });

      await scoreTable(database(), found, customers, { into: `${schema}.segments`, id: ['id'] });
      const { id, segment }: TableData = await database().query(`SELECT id, segment FROM ${schema}.segments`);
      const of = new Map(id.map((name, at) => [name, segment[at]]));
      const labels = (table.id as string[]).map((name) => of.get(name));
      expect(labels.filter((label) => label === null).length).toBe(150);
      const known = labels.filter((label) => label !== null);
      expect(known.filter((label, at) => label !== there.labels[at] + 1)).toEqual([]);
      tell({ 'labels compared': known.length });
    },
    LONG,
  );

  test(
    'a sweep of seeds draws the same in every database',
    async () => {
      const { centroids } = await kMeansOfTable(database(), customers, COLUMNS, {
        nClusters: 7,
        maxIter: 1,
        seed: 3,
      });
      drawn ??= Array.from(centroids.data);
      expectClose(Array.from(centroids.data), drawn);
    },
    LONG,
  );

  test(
    'mistakes are said',
    async () => {
      const attempt = (columns: string[], k = 2) =>
        kMeansOfTable(database(), customers, columns, { nClusters: k });
      await expect(attempt(['recency', 'frequencies'])).rejects.toThrow(
        `${customers} has no column 'frequencies'; did you mean 'frequency'?`,
      );
      await expect(attempt(['recency', 'recency'])).rejects.toThrow("`columns` names 'recency' twice");
      await expect(attempt(['frequency'], 1000)).rejects.toThrow('`nClusters` is 1000, but');
      await expect(attempt(['id'])).rejects.toThrow('could not run a statement');
    },
    LONG,
  );
}

/** What the first database drew. */
let drawn: number[] | undefined;

function sizesOf(labels: Int32Array): number[] {
  const sizes: number[] = [];
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at])).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(wanted[at])));
  });
}
