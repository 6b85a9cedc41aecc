import { chooseK } from '../../../src/evaluate/chooseK/chooseK';
import { chooseKTable } from '../../../src/evaluate/chooseK/chooseKTable';
import { compareClusterings } from '../../../src/evaluate/compare/compareClusterings';
import { comparisonTable } from '../../../src/evaluate/compare/comparisonTable';
import { INDICES } from '../../../src/evaluate/indices/registry';
import { clusterIndicesPlot } from '../../../src/plot/clusterIndicesPlot';
import { blobs } from '../syntheticTables';

/** What a file and a line of the registry add: how much larger the largest cluster is than the smallest. */
jest.mock('../../../src/evaluate/indices/registry', () => {
  const { INDICES, INTERNAL_INDICES } = jest.requireActual('../../../src/evaluate/indices/registry');
  const { internalIndex } = jest.requireActual('../../../src/evaluate/indices/clusterIndex');
  const imbalance = internalIndex({
    key: 'imbalance',
    title: 'Imbalance',
    better: 'lower',
    help: 'The size of the largest cluster, divided by that of the smallest.',
    measure: ({ sizes }: { sizes: Int32Array }) => Math.max(...sizes) / Math.min(...sizes),
  });
  return { INDICES: [...INDICES, imbalance], INTERNAL_INDICES: [...INTERNAL_INDICES, imbalance] };
});

const X = blobs(
  [
    [0, 0],
    [20, 0],
    [0, 20],
  ],
  90,
  1,
);
const two = Int32Array.from({ length: 90 }, (_, i) => Number(i % 3 === 0));

describe('an index that is new in the registry', () => {
  const choice = chooseK(X, { kMax: 4, references: 3, resamples: 3, nInit: 3 });

  test('is measured for every k, and votes', () => {
    const rows = choice.table as unknown as { k: number; imbalance: number }[];
    expect(rows.map(({ k }) => k)).toEqual([2, 3, 4]);
    expect(rows.slice(0, 2).map(({ imbalance }) => imbalance)).toEqual([2, 1]);
    expect(choice.preferredBy).toMatchObject({ imbalance: 3 });
    expect(choice.recommendation.k).toBe(3);
    expect(choice.recommendation.reasons[0]).toMatch(
      /^\d of 7 indices prefer k = 3 \(silhouette, .*Imbalance/,
    );
  });

  test('has its column in the table, and stands among those that prefer the k', () => {
    const { columns, rows } = chooseKTable(choice);
    const at = columns.findIndex(({ name }) => name === 'Imbalance (low is good)');
    expect(rows[1][at]).toBe(1);
    expect(rows[1].at(-1)).toMatch(/silhouette, .*Imbalance/);
  });

  test('is drawn, with its best k', () => {
    const { data } = clusterIndicesPlot(choice.table, { preferredBy: choice.preferredBy });
    expect(data.map(({ name }) => name)).toContain('Imbalance');
    expect(data.find(({ name }) => name === 'Best Imbalance')).toMatchObject({ x: [3], y: [1] });
  });

  test('judges clusterings side by side', () => {
    const comparison = compareClusterings(X, { two }, { references: 2 });
    expect(comparison.rows[0]).toMatchObject({ imbalance: 2 });
    const { columns, rows } = comparisonTable(comparison);
    expect(rows[0][columns.findIndex(({ name }) => name === 'Imbalance (low is good)')]).toBe(2);
  });
});

test('every index has a key, a title and fields of its own, and tells its meaning in a sentence', () => {
  expect(new Set(INDICES.map(({ key }) => key)).size).toBe(INDICES.length);
  expect(new Set(INDICES.map(({ title }) => title)).size).toBe(INDICES.length);
  const fields = INDICES.flatMap(({ columns }) => columns.map(({ field }) => field));
  expect(new Set(fields).size).toBe(fields.length);
  for (const { help } of INDICES) expect(help).toMatch(/^[A-Z].*\.$/);
});

test('a choice that was saved before an index came has a table without it', () => {
  const choice = chooseK(X, { kMax: 3, references: 2, resamples: 2, nInit: 2 });
  const { daviesBouldin, ...preferredBy } = choice.preferredBy;
  expect(daviesBouldin).toBe(3);
  const { caption, columns, rows } = chooseKTable({ ...choice, preferredBy: preferredBy as never });
  expect(caption).toMatch(/ of 6 indices prefer k = 3\./);
  expect(columns.map(({ name }) => name).join()).not.toMatch(/Davies/);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => columns.length));
});
