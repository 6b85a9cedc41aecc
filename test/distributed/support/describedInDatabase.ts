import { kMeansOfTable } from '../../../src/cluster/kmeans/inDatabase/kMeansOfTable';
import { scoreTable } from '../../../src/cluster/kmeans/inDatabase/scoreTable';
import { Matrix } from '../../../src/core/matrix';
import { mean, quantile } from '../../../src/core/statistics';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import { silhouetteOfTable } from '../../../src/evaluate/indices/inDatabase/silhouetteOfTable';
import { silhouette } from '../../../src/evaluate/indices/silhouette';
import { histogramOfTable } from '../../../src/preprocess/inDatabase/histogramOfTable';
import { profileOfTable } from '../../../src/profile/inDatabase/profileOfTable';
import { profileSegments } from '../../../src/profile/segmentProfile';
import type { TableData } from '../../../src/table/tableData';
import { blobs, COLUMNS } from './blobs';

const LONG = 240_000;
const CITIES = ['Leeds', 'York', "King's Lynn", null];

/** What every database must say of a table and its segments as it is said in memory. */
export function testsOfDescriptions(
  database: () => SqlEngine,
  schema: string,
  tell: (figures: Record<string, unknown>) => void = () => {},
): void {
  const made = blobs(1500);
  const ids = made.table.id;
  const table: TableData = { ...made.table, city: ids.map((_, i) => CITIES[((i * i) % 7) % 4]) };
  const customers = `${schema}.described`;
  const segments = `${schema}.described_segments`;
  const work: { found?: Awaited<ReturnType<typeof kMeansOfTable>> } = {};

  beforeAll(async () => {
    await database().makeSchema(schema);
    await database().createTable(customers, table);
    work.found = await kMeansOfTable(database(), customers, COLUMNS, { nClusters: 5 });
    await scoreTable(database(), work.found, customers, { into: segments, id: ['id'] });
  }, LONG);

  test(
    'histograms count as it is done in memory',
    async () => {
      for (const column of COLUMNS) {
        const values = table[column].flatMap((value) => (value === null ? [] : [Number(value)]));
        const { edges, counts, missing } = await histogramOfTable(database(), customers, column, { bins: 7 });
        expect(counts).toEqual(counted(values, edges));
        expect(missing).toBe(ids.length - values.length);
        expect([edges[0], edges[7]]).toEqual([Math.min(...values), Math.max(...values)]);
      }
      const asked = { edges: [0, 10, 100, 250.5] };
      const { counts, outside } = await histogramOfTable(database(), customers, 'recency', asked);
      const recency = table.recency.map(Number);
      expect(counts).toEqual(counted(recency, asked.edges));
      expect(outside).toBe(recency.filter((value) => value > 250.5).length);
      tell({ 'counts of recency': counts.join(' ') });
    },
    LONG,
  );

  test(
    'profiles are those of the labels in memory',
    async () => {
      const profiles = await profileOfTable(database(), customers, COLUMNS, {
        segments,
        id: ['id'],
        categories: ['city'],
      });
      const labels = await labelsOf(database(), segments, ids as string[]);
      expect(profiles.map(({ segment }) => segment)).toEqual([1, 2, 3, 4, 5]);
      for (const { segment, size, share, numbers, categories } of profiles) {
        const rows = labels.flatMap((label, row) => (label === segment ? [row] : []));
        expect(size).toBe(rows.length);
        expect(share).toBeCloseTo(rows.length / 1425, 12);
        for (const column of COLUMNS) {
          const own = Float64Array.from(rows, (row) => Number(table[column][row])).sort();
          expect(numbers[column].mean! / mean(own)).toBeCloseTo(1, 9);
          expect(numbers[column].median).toBe(quantile(own, 0.5));
          expect(numbers[column].missing).toBe(0);
        }
        const cities = rows.map((row) => table.city[row]).filter((city) => city !== null);
        for (const { value, share: part } of categories.city)
          expect(part).toBeCloseTo(cities.filter((city) => city === value).length / cities.length, 12);
        expect(categories.city.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 12);
      }
      tell({
        'mean money of segments': profiles
          .map(({ numbers }) => numbers[COLUMNS[2]].mean!.toFixed(6))
          .join(' '),
      });
    },
    LONG,
  );

  test(
    'profiles say of numbers what `profileSegments` says',
    async () => {
      const labels = (await labelsOf(database(), segments, ids as string[])).map((label) =>
        label === null ? -1 : label - 1,
      );
      const there = profileSegments(
        Object.fromEntries(COLUMNS.map((name) => [name, table[name].map(Number)])),
        labels,
      );
      const here = await profileOfTable(database(), customers, COLUMNS, { segments, id: ['id'] });
      for (const [at, { numbers, size }] of here.entries()) {
        expect(size).toBe(there[at].size);
        for (const feature of there[at].features) {
          if (feature.kind !== 'numeric') continue;
          expect(numbers[feature.column].mean! / feature.segment.mean).toBeCloseTo(1, 9);
          expect(numbers[feature.column].median).toBe(feature.segment.median);
        }
      }
    },
    LONG,
  );

  test(
    'the silhouette of a sample is that of the same rows in memory, and every database draws the same',
    async () => {
      const { engine, last } = remembering(database());
      const found = await silhouetteOfTable(engine, work.found!, customers, { sampleSize: 400, seed: 2 });
      const { label, ...coordinates } = last();
      const X = Matrix.fromRows(
        label.map((_, at) => Object.values(coordinates).map((cells) => Number(cells[at]))),
      );
      expect(found.mean).toBeCloseTo(silhouette(X, label.map(Number)).mean, 12);
      expect(found).toMatchObject({ sampleSize: 400, rows: 1425 });
      expect(found.drawn.reduce((sum, rows) => sum + rows)).toBe(400);
      drawn ??= found.mean;
      expect(found.mean).toBeCloseTo(drawn, 9);
      tell({ 'silhouette of 400': found.mean });

      const all = await silhouetteOfTable(database(), work.found!, customers);
      expect(all.drawn).toEqual(work.found!.sizes);
      expect(Math.abs(found.mean - all.mean)).toBeLessThan(0.05);
      const other = await silhouetteOfTable(database(), work.found!, customers, { sampleSize: 400, seed: 3 });
      expect(other.mean).not.toBe(found.mean);
    },
    LONG,
  );

  test(
    'mistakes are said',
    async () => {
      const profile = (more: object) =>
        profileOfTable(database(), customers, COLUMNS, { segments, id: ['id'], ...more });
      await expect(profile({ id: ['city'] })).rejects.toThrow("has no column 'city'");
      await expect(profile({ categories: ['id'] })).rejects.toThrow(
        "column 'id' has 1500 different values; categories have at most 100",
      );
      await database().createTable(`${schema}.others`, { id: ['c0', 'c1'], segment: [1, 2] });
      await expect(profile({ segments: `${schema}.others` })).rejects.toThrow(
        `${customers} has 1500 rows and ${schema}.others 2, of which 2 pairs have the same identifier`,
      );
      await expect(histogramOfTable(database(), customers, 'recent')).rejects.toThrow(
        `${customers} has no column 'recent'`,
      );
      await expect(histogramOfTable(database(), customers, 'city')).rejects.toThrow(
        'could not run a statement',
      );
    },
    LONG,
  );
}

/** What the first database measured. */
let drawn: number | undefined;

function counted(values: readonly number[], edges: readonly number[]): number[] {
  const last = edges.length - 2;
  return edges.slice(1).map((end, at) => {
    const isIn = (value: number) => value >= edges[at] && (at === last ? value <= end : value < end);
    return values.filter(isIn).length;
  });
}

async function labelsOf(
  database: SqlEngine,
  segments: string,
  ids: readonly string[],
): Promise<(number | null)[]> {
  const { id, segment } = await database.query(`SELECT id, segment FROM ${segments}`);
  const of = new Map(id.map((name, at) => [name, segment[at]]));
  return ids.map((name) => of.get(name) as number | null);
}

/** An engine that keeps what its last query brought back. */
function remembering(engine: SqlEngine): { engine: SqlEngine; last: () => TableData } {
  const kept: TableData[] = [];
  const remembered: SqlEngine = Object.assign(Object.create(engine) as SqlEngine, {
    query: async (...asked: Parameters<SqlEngine['query']>) => {
      const found = await engine.query(...asked);
      kept.push(found);
      return found;
    },
  });
  return { engine: remembered, last: () => kept[kept.length - 1] };
}
