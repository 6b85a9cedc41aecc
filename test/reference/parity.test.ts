import { AgglomerativeClustering } from '../../src/cluster/hierarchy/agglomerative';
import { LINKAGES } from '../../src/cluster/hierarchy/linkages';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import type { KMeansModel } from '../../src/cluster/kmeans/kMeansModel';
import type { Matrix } from '../../src/core/matrix';
import { toNumericMatrix } from '../../src/datasets/frame/columns';
import { calinskiHarabasz } from '../../src/evaluate/indices/calinskiHarabasz';
import { daviesBouldin } from '../../src/evaluate/indices/daviesBouldin';
import { silhouette } from '../../src/evaluate/indices/silhouette';
import { adjustedRand } from '../../src/evaluate/stability/adjustedRand';
import { dropMissing } from '../../src/preprocess/clean/missing';
import { MinMaxScaler } from '../../src/preprocess/scale/minMaxScaler';
import { RobustScaler } from '../../src/preprocess/scale/robustScaler';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { PCA } from '../../src/reduce/pca';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { type KMeansReference, type PCAReference, reference } from './reference';

/** Agreement with scikit-learn and scipy, whose answers `npm run reference` makes again. */

/** The largest difference of two lists, as a fraction of the largest number expected. */
function difference(found: ArrayLike<number>, expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(found[i] - value))) / (largest || 1);
}

/** Vectors whose sign is free, turned the way the others point. */
function aligned(found: readonly number[], expected: readonly number[]): number[] {
  const product = found.reduce((sum, value, i) => sum + value * expected[i], 0);
  return found.map((value) => value * Math.sign(product));
}

function fitFromStart(X: Matrix | number[][], answer: Omit<KMeansReference, 'labels'>): KMeansModel {
  const model = new KMeans({ nClusters: answer.k, init: answer.start, maxIter: 300, tol: 1e-4 });
  return model.fit(X, answer.sampleWeight ? { sampleWeight: answer.sampleWeight } : {});
}

/** Segments are numbered by size here and by start there: sorts rows by their numbers. */
function sorted(rows: readonly (readonly number[])[]): number[] {
  return rows
    .map((row) => [...row])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .flat();
}

function standardized(X: Matrix | number[][]): Matrix {
  return new StandardScaler().fit(X).transform(X);
}

function comparePca(Z: Matrix, answer: PCAReference): void {
  const model = new PCA().fit(Z);
  expect(difference(model.explainedVariance, answer.explainedVariance)).toBeLessThan(1e-10);
  expect(difference(model.explainedVarianceRatio, answer.explainedVarianceRatio)).toBeLessThan(1e-10);
  expect(difference(model.singularValues, answer.singularValues)).toBeLessThan(1e-10);
  model.components.toRows().forEach((component, i) => {
    const expected = answer.components[i];
    expect(difference(aligned(component, expected), expected)).toBeLessThan(1e-6);
  });
}

function compareWhitened(Z: Matrix, answer: PCAReference): void {
  const scores = new PCA({ nComponents: 2, whiten: true }).fit(Z).transform(Z);
  for (const j of [0, 1]) {
    const expected = answer.whitened.map((row) => row[j]);
    const found = Array.from(scores.column(j).subarray(0, expected.length));
    expect(difference(aligned(found, expected), expected)).toBeLessThan(1e-6);
  }
}

describe.each(Object.entries(reference.tables))('as scikit-learn and scipy on the %s table', (_, table) => {
  const { X, kMeans, pca, linkage, scalers } = table;

  test.each(
    kMeans.map((answer) => [answer.k, answer.sampleWeight ? 'weights' : 'no weights', answer] as const),
  )('k-means from the same start: k = %i, %s', (_k, _weights, answer) => {
    const model = fitFromStart(X, answer);
    expect(adjustedRand(model.labels, answer.labels)).toBe(1);
    expect(Math.abs(model.inertia / answer.inertia - 1)).toBeLessThan(1e-10);
    expect(difference(sorted(model.centroids.toRows()), sorted(answer.centroids))).toBeLessThan(1e-10);
  });

  test.each(kMeans.map((answer, i) => [i, answer] as const))('indices of clustering %i', (_i, answer) => {
    const { mean, samples } = silhouette(X, answer.labels);
    expect(Math.abs(mean - answer.silhouette)).toBeLessThan(1e-6);
    expect(difference(samples, answer.silhouetteSamples)).toBeLessThan(1e-6);
    expect(Math.abs(calinskiHarabasz(X, answer.labels) / answer.calinskiHarabasz - 1)).toBeLessThan(1e-6);
    expect(Math.abs(daviesBouldin(X, answer.labels) / answer.daviesBouldin - 1)).toBeLessThan(1e-6);
  });

  test('principal components, up to sign', () => comparePca(standardized(X), pca));

  test('whitened scores, up to sign', () => compareWhitened(standardized(X), pca));

  test('what two components lose', () => {
    const Z = standardized(X);
    const error = new PCA({ nComponents: 2 }).fit(Z).reconstructionError(Z);
    expect(Math.abs(error / pca.reconstructionErrorOfTwo - 1)).toBeLessThan(1e-6);
  });

  test.each(LINKAGES)('%s linkage: every height, and the cut into four', (method) => {
    const model = new AgglomerativeClustering({ nClusters: 4, linkage: method }).fit(X);
    const { heights, labelsOfFour } = linkage[method];
    expect(difference(model.linkageMatrix.column('height'), heights)).toBeLessThan(1e-6);
    expect(adjustedRand(model.labels, labelsOfFour)).toBe(1);
  });

  test.each([
    ['standard', new StandardScaler()],
    ['minMax', new MinMaxScaler()],
    ['robust', new RobustScaler()],
  ] as const)('%s scaling', (name, scaler) => {
    const scaled = scaler.fit(X).transform(X.slice(0, 5));
    expect(difference(scaled.data, scalers[name].flat())).toBeLessThan(1e-10);
  });
});

test('k-means from its own starts finds the groups of the separable table', () => {
  const { X, kMeans } = reference.tables.separable;
  for (const seed of [0, 1, 2]) {
    const { labels } = new KMeans({ nClusters: 4, seed }).fit(X);
    expect(adjustedRand(labels, kMeans[1].labels)).toBe(1);
  }
});

test.each(reference.adjustedRand.map((answer, i) => [i, answer] as const))(
  'adjusted Rand index of random clusterings %i',
  (_, { a, b, score }) => {
    expect(adjustedRand(a, b)).toBeCloseTo(score, 12);
  },
);

describe('as scikit-learn and scipy on the sample of campaign customers', () => {
  const { columns, rows, kMeans, pca, wardHeights } = reference.campaign;
  const frame = sampleFrame('marketing-campaign');
  const Z = standardized(toNumericMatrix(dropMissing(frame, { columns }).data, columns));

  test('the same customers', () => expect([Z.rows, Z.cols]).toEqual([rows, columns.length]));

  test('k-means from the same start, and its indices', () => {
    const { inertia, labels, centroids } = fitFromStart(Z, { ...kMeans, silhouetteSamples: [] });
    expect(Math.abs(inertia / kMeans.inertia - 1)).toBeLessThan(1e-10);
    expect(difference(sorted(centroids.toRows()), sorted(kMeans.centroids))).toBeLessThan(1e-10);
    expect(Math.abs(silhouette(Z, labels).mean - kMeans.silhouette)).toBeLessThan(1e-6);
    expect(Math.abs(calinskiHarabasz(Z, labels) / kMeans.calinskiHarabasz - 1)).toBeLessThan(1e-6);
    expect(Math.abs(daviesBouldin(Z, labels) / kMeans.daviesBouldin - 1)).toBeLessThan(1e-6);
  });

  test('principal components, whitened scores and what two components lose', () => {
    comparePca(Z, pca);
    compareWhitened(Z, pca);
    const error = new PCA({ nComponents: 2 }).fit(Z).reconstructionError(Z);
    expect(Math.abs(error / pca.reconstructionErrorOfTwo - 1)).toBeLessThan(1e-6);
  });

  test('the last fifty heights of the Ward hierarchy', () => {
    const { linkageMatrix } = new AgglomerativeClustering({ linkage: 'ward' }).fit(Z);
    const heights = linkageMatrix.column('height');
    expect(difference(heights.subarray(-wardHeights.length), wardHeights)).toBeLessThan(1e-6);
  });
});
