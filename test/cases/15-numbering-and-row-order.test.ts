import { join } from 'node:path';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { toMatrix } from '../../src/core/matrix';
import { Random } from '../../src/core/random';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { readTable } from '../../src/datasets/read/readTable';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { ALGORITHM_NAMES, type SegmentationAlgorithm } from '../../src/segmentation/algorithms';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import type { TableData } from '../../src/table/tableData';
import { describePublished } from '../datasets/catalog/published';

const folder = join(__dirname, '15-numbering-and-row-order');

async function fitFile(name: string, options: ConstructorParameters<typeof Segmentation>[0]) {
  return new Segmentation(options).fit(await readTable(join(folder, `${name}.csv`)));
}

/** The number and the name of the segment of each customer, by identifier. */
function segmentOf({ ids, labels, names }: SegmentationModel): Record<string, string> {
  return Object.fromEntries(
    ids!.map((id, i) => [id, labels![i] < 0 ? 'noise' : `${labels![i]} ${names[labels![i]]}`]),
  );
}

test.each([
  ['unequal', [14, 10, 7], 2.532238, 0.8183],
  ['equal', [9, 9, 9], 1.934557, 0.8272],
] as const)(
  '%s: one partition, and one number for a person, in any order and with any seed',
  async (name, sizes, inertia, silhouette) => {
    const inOrder = await fitFile(name, { k: 3 });
    expect(inOrder.sizes).toEqual(sizes);
    expect(inOrder.inertia).toBeCloseTo(inertia, 6);
    expect(inOrder.silhouette).toBeCloseTo(silhouette, 4);
    for (const seed of [0, 1, 7]) {
      const other = await fitFile(`${name}_shuffled`, { k: 3, seed });
      expect(segmentOf(other)).toEqual(segmentOf(inOrder));
    }
  },
);

test('unequal: nor do the units move anything', async () => {
  const inOrder = await fitFile('unequal', { k: 3 });
  const inUnits = await fitFile('unequal_units', { k: 3 });
  expect(inUnits.labels).toEqual(inOrder.labels); // 504 months are no age, so that the names differ
  expect(inUnits.inertia).toBeCloseTo(2.532238, 6);
});

const MIXED: SegmentationAlgorithm[] = ['kprototypes'];

/** Options of algorithms that find a number of segments of their own. */
const OWN_NUMBER: Partial<Record<SegmentationAlgorithm, SegmentationOptions>> = {
  dbscan: { eps: 0.6 },
  hdbscan: { minClusterSize: 5 },
};

/** A model file but for the rows of typical and borderline customers: of equal ones the first in the table is named. */
function textOf(model: object): string {
  return JSON.stringify(model, (key, value) => {
    return ['typical', 'borderline'].includes(key) && Array.isArray(value) ? value.length : value;
  });
}

test.each(ALGORITHM_NAMES)(
  '%s: a model file is the same, byte for byte, in any order of equal segments',
  async (algorithm) => {
    const own = OWN_NUMBER[algorithm] ?? { k: 3 };
    const [one, other] = await Promise.all([
      fitFile('equal', { algorithm, ...own }),
      fitFile('equal_shuffled', { algorithm, ...own }),
    ]);
    expect(one.sizes).toEqual([9, 9, 9]);
    expect(segmentOf(other)).toEqual(segmentOf(one));
    expect(textOf(other)).toBe(textOf(one));
  },
);

describe('customers on a grid, where much is equally near', () => {
  const random = new Random(3);
  const rows = Array.from({ length: 240 }, (_, i) => ({
    id: `C${i}`,
    visits: random.integer(7),
    basket: random.integer(5),
    plan: ['basic', 'plus', 'family'][random.integer(3)],
  }));
  const tableOf = (order: readonly number[]): TableData => ({
    id: order.map((at) => rows[at].id),
    visits: order.map((at) => rows[at].visits),
    basket: order.map((at) => rows[at].basket),
    plan: order.map((at) => rows[at].plan),
  });
  const orders = [1, 2, 3].map((seed) => Array.from(new Random(seed).sample(rows.length, rows.length)));

  test.each(ALGORITHM_NAMES)('%s', (algorithm) => {
    const columns = ['visits', 'basket', ...(MIXED.includes(algorithm) ? ['plan'] : [])];
    const own = OWN_NUMBER[algorithm] ?? { k: 4 };
    const models = orders.map((order) =>
      new Segmentation({ algorithm, columns, id: 'id', ...own }).fit(tableOf(order)),
    );
    for (const model of models) {
      expect(segmentOf(model)).toEqual(segmentOf(models[0]));
      expect(textOf(model)).toBe(textOf(models[0]));
    }
  });
});

describePublished('mall-customers', () => {
  const { frame } = loadDataset('mall-customers');
  const columns = ['Age', 'Annual Income (k$)', 'Spending Score (1-100)'];
  const rows = columns.map((name) => frame.column(name).values as number[]);
  const size = rows[0].length;
  const orders = [
    Array.from({ length: size }, (_, at) => at),
    Array.from({ length: size }, (_, at) => size - 1 - at),
    Array.from(new Random(11).sample(size, size)),
  ];

  test('six segments are the best there are, in three orders', () => {
    for (const order of orders) {
      const X = toMatrix(order.map((at) => rows.map((column) => column[at])));
      const { inertia, labels } = new KMeans({ nClusters: 6, seed: 0 }).fit(
        new StandardScaler().fit(X).transform(X),
      );
      expect(inertia).toBeCloseTo(133.86833, 5);
      const sizes = [0, 1, 2, 3, 4, 5].map((c) => labels.filter((label) => label === c).length);
      expect(sizes).toEqual([45, 39, 38, 33, 24, 21]);
    }
  });
});
