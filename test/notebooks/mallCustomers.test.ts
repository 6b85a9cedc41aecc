import type { DataFrame } from 'danfojs-node';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { describePublished } from '../datasets/catalog/published';
import {
  AgglomerativeClustering,
  adjustedRand,
  chooseK,
  columnOf,
  KMeans,
  loadDataset,
  Matrix,
  StandardScaler,
  silhouette,
  toNumericMatrix,
} from '../support/library';

/** What mall_customers.ipynb says, of our sample and of the published file, without the kernel. */

const INCOME = 'Annual Income (k$)';
const SCORE = 'Spending Score (1-100)';
const OPTIONS = { kMin: 2, kMax: 10, nInit: 30, seed: 42 };

const numbers = (frame: DataFrame, name: string) => Array.from(columnOf(frame, name), Number);
const standardized = (X: Matrix) => new StandardScaler().fit(X).transform(X);
const five = (X: Matrix) => new KMeans({ nClusters: 5, nInit: 30, seed: 42 }).fit(X);

const sample = () => sampleFrame('mall-customers');

/** Sentences of the notebook that must be true of whichever file it reads. */
function holdsItsProse(read: () => DataFrame) {
  let frame: DataFrame;
  let X: Matrix;
  let labels: Int32Array;

  beforeAll(() => {
    frame = read();
    X = toNumericMatrix(frame, [INCOME, SCORE]);
    labels = five(X).labels;
  });

  test('most indices prefer five segments, and the structure is clear', () => {
    const { recommendation, preferredBy, structure } = chooseK(X, OPTIONS);
    expect(recommendation.k).toBe(5);
    expect(preferredBy.silhouette).toBe(5);
    expect(structure.verdict).toBe('clear');
  });

  test('normalizing two columns that spread alike changes nothing', () => {
    expect(adjustedRand(labels, five(standardized(X)).labels)).toBe(1);
  });

  test('with age the silhouette is lower and prefers six', () => {
    const { table, preferredBy } = chooseK(
      standardized(toNumericMatrix(frame, ['Age', INCOME, SCORE])),
      OPTIONS,
    );
    expect(preferredBy.silhouette).toBe(6);
    expect(Math.max(...table.map((row) => row.silhouette))).toBeLessThan(silhouette(X, labels).mean - 0.1);
  });

  test('Ward and complete linkage find the segments again, single linkage makes one chain', () => {
    const agreement = (linkage: 'ward' | 'complete' | 'average' | 'single') =>
      adjustedRand(labels, new AgglomerativeClustering({ nClusters: 5, linkage }).fit(X).labels);
    expect(agreement('ward')).toBeGreaterThan(0.9);
    expect(agreement('complete')).toBeGreaterThan(0.8);
    expect(agreement('average')).toBeGreaterThan(0.7);
    expect(agreement('single')).toBeLessThan(0.05);
  });

  test('no derived column makes five segments clearer', () => {
    const [income, score] = [INCOME, SCORE].map((name) => numbers(frame, name));
    const derived = {
      age: numbers(frame, 'Age'),
      woman: columnOf(frame, 'Gender').map((gender) => (gender === 'Female' ? 1 : 0)),
      perIncome: score.map((points, i) => points / income[i]),
    };
    for (const [name, column] of Object.entries(derived)) {
      const Z = standardized(Matrix.fromRows(income.map((value, i) => [value, score[i], column[i]])));
      const found = five(Z);
      expect({ name, clearer: silhouette(Z, found.labels).mean > silhouette(X, labels).mean }).toEqual({
        name,
        clearer: false,
      });
      const agreement = adjustedRand(labels, found.labels);
      if (name === 'perIncome') expect(agreement).toBeGreaterThan(0.9);
      else expect(agreement).toBeLessThan(0.7);
    }
  });

  test('those who spend much are younger than everyone, whatever they earn', () => {
    const [ages, scores] = ['Age', SCORE].map((name) => numbers(frame, name));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spenders = [0, 1, 2, 3, 4].filter(
      (segment) => mean(scores.filter((_, i) => labels[i] === segment)) > 70,
    );
    expect(spenders).toHaveLength(2);
    for (const segment of spenders) {
      expect(mean(ages.filter((_, i) => labels[i] === segment))).toBeLessThan(mean(ages) - 4);
    }
  });
}

describe('mall_customers.ipynb on our sample', () => holdsItsProse(sample));

describePublished('mall-customers', () => {
  holdsItsProse(() => loadDataset('mall-customers').frame);

  const { frame } = loadDataset('mall-customers');
  const X = toNumericMatrix(frame, [INCOME, SCORE]);

  test('who is in it', () => {
    const genders = columnOf(frame, 'Gender');
    expect(genders.filter((gender) => gender === 'Female')).toHaveLength(112);
    expect(genders.filter((gender) => gender === 'Male')).toHaveLength(88);
    const ranges = ['Age', INCOME, SCORE].map((name) => {
      const values = numbers(frame, name);
      return [Math.min(...values), Math.max(...values)];
    });
    expect(ranges).toEqual([
      [18, 70],
      [15, 137],
      [1, 99],
    ]);
  });

  test.each([
    [2, 181363.6, 0.2969],
    [3, 106348.37, 0.4676],
    [4, 73679.79, 0.4932],
    [5, 44448.46, 0.5539],
    [6, 37233.81, 0.5398],
  ])('income and score as they are, k = %i: inertia %d, silhouette %d', (nClusters, inertia, mean) => {
    const model = new KMeans({ nClusters, nInit: 30, seed: 42 }).fit(X);
    expect(model.inertia).toBeCloseTo(inertia, 2);
    expect(silhouette(X, model.labels).mean).toBeCloseTo(mean, 4);
  });

  test('normalized: five segments of two columns', () => {
    const Z = standardized(X);
    const model = five(Z);
    expect(model.inertia).toBeCloseTo(65.57, 2);
    expect(silhouette(Z, model.labels).mean).toBeCloseTo(0.5547, 4);
  });

  test('normalized: six segments of three columns, of which two solutions are equally tight', () => {
    const Z = standardized(toNumericMatrix(frame, ['Age', INCOME, SCORE]));
    const model = new KMeans({ nClusters: 6, nInit: 30, seed: 42 }).fit(Z);
    expect(model.inertia).toBeCloseTo(133.87, 2);
    const { mean } = silhouette(Z, model.labels);
    expect([0.4274, 0.4284]).toContainEqual(Number(mean.toFixed(4)));
  });
});
