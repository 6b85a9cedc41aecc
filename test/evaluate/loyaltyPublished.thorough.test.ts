import { cutTree } from '../../src/cluster/hierarchy/cutTree';
import { linkageMatrix } from '../../src/cluster/hierarchy/linkage';
import { KMeans, kMeansSweep } from '../../src/cluster/kmeans/kMeans';
import { gowerDistances } from '../../src/cluster/prototypes/gowerDistances';
import { KPrototypes } from '../../src/cluster/prototypes/kPrototypes';
import type { Matrix } from '../../src/core/matrix';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { columnOf, toNumericMatrix } from '../../src/datasets/frame/columns';
import { chooseK } from '../../src/evaluate/chooseK/chooseK';
import { silhouette } from '../../src/evaluate/indices/silhouette';
import { adjustedRand } from '../../src/evaluate/stability/adjustedRand';
import { correlationMatrix } from '../../src/preprocess/correlationMatrix';
import { mixedMatrix } from '../../src/preprocess/encode/mixedMatrix';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { cramersV } from '../../src/profile/features/cramersV';
import { describePublished } from '../datasets/catalog/published';

/** What the notebook on the members of a loyalty program rests on. */

const NUMBERS = [
  'age',
  'income',
  'spending_score',
  'membership_years',
  'purchase_frequency',
  'last_purchase_amount',
];

describePublished('loyalty-members', () => {
  const { frame } = loadDataset('loyalty-members');
  const scaled = (columns: string[]): Matrix => {
    const X = toNumericMatrix(frame, columns);
    return new StandardScaler().fit(X).transform(X);
  };
  const meanSilhouettes = (X: Matrix, ks: number[]) =>
    kMeansSweep(X, ks, { nInit: 10, seed: 42 }).map(({ labels }) => silhouette(X, labels).mean);

  test('a thousand members, three genders', () => {
    const genders = columnOf(frame, 'gender');
    const count = (gender: string) => genders.filter((own) => own === gender).length;
    expect(genders).toHaveLength(1000);
    expect(['Male', 'Other', 'Female'].map(count)).toEqual([357, 327, 316]);
  });

  test('no pair of numbers correlates above 0.07, and the two categories have nothing in common', () => {
    const rows = correlationMatrix(toNumericMatrix(frame, NUMBERS)).toRows();
    const pairs = rows.flatMap((row, i) => row.slice(0, i).map(Math.abs));
    expect(pairs).toHaveLength(15);
    expect(Number(Math.max(...pairs).toFixed(2))).toBeLessThanOrEqual(0.07);
    expect(cramersV(columnOf(frame, 'gender'), columnOf(frame, 'preferred_category'))).toBeLessThan(0.05);
  });

  // Without clusters there are many optima as good as the best; 0.1269 and 0.1403 are one draw of ten starts each.
  test('six numbers: silhouettes of about 0.13 at k = 2 and 4, and 0.14 at k = 10', () => {
    const [two, four, ten] = meanSilhouettes(scaled(NUMBERS), [2, 4, 10]);
    expect(Math.abs(two - 0.1291)).toBeLessThan(0.0005);
    expect(Math.abs(four - 0.1269)).toBeLessThan(0.004);
    expect(Math.abs(ten - 0.1403)).toBeLessThan(0.005);
  });

  test('income and score: four quarters with a silhouette of 0.419, inertia 488.23', () => {
    const X = scaled(['income', 'spending_score']);
    const { inertia, labels } = new KMeans({ nClusters: 4, seed: 42 }).fit(X);
    expect(inertia).toBeCloseTo(488.23, 2);
    expect(Math.abs(silhouette(X, labels).mean - 0.419)).toBeLessThan(0.0005);
    const others = meanSilhouettes(X, [2, 3, 5, 6]);
    expect(Math.max(...others)).toBeLessThan(0.419);
  });

  test('no clear structure, with six numbers as with two', () => {
    const quick = { kMax: 5, references: 5, resamples: 3, seed: 42 };
    for (const columns of [NUMBERS, ['income', 'spending_score']]) {
      const { structure } = chooseK(scaled(columns), quick);
      expect(structure.verdict).toBe('none');
      expect(structure.summary).toMatch(/^No clear structure.*convenient cut, not natural groups/);
    }
  });

  test('treatments of the categories agree no more than chance: Gower sorts by gender, k-prototypes by numbers', () => {
    const { X, categoricalColumns } = mixedMatrix(frame, {
      columns: [...NUMBERS, 'gender', 'preferred_category'],
    });
    const { labels } = new KPrototypes({ nClusters: 4, categoricalColumns, seed: 42 }).fit(X);
    const tree = linkageMatrix(gowerDistances(X, { categoricalColumns }), 'average');
    const byGower = cutTree(tree, { nClusters: 4 });
    const gender = columnOf(frame, 'gender');
    expect(Math.abs(adjustedRand(labels, byGower))).toBeLessThan(0.05);
    expect(cramersV(gender, byGower)).toBeGreaterThan(0.95);
    expect(cramersV(gender, labels)).toBeLessThan(0.2);
  });
});
