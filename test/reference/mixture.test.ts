import { GaussianMixture } from '../../src/cluster/mixture/gaussianMixture';
import { relabelBySize } from '../../src/cluster/shared/relabel';
import { type Matrix, toMatrix } from '../../src/core/matrix';
import { toNumericMatrix } from '../../src/datasets/frame/columns';
import { dropMissing } from '../../src/preprocess/clean/missing';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { type MixtureReference, type MixturesReference, reference } from './reference';

/** Agreement of Gaussian mixtures with scikit-learn's from the same start. */

function campaign(): Matrix {
  const { columns } = reference.campaign;
  const frame = sampleFrame('marketing-campaign');
  const X = toNumericMatrix(dropMissing(frame, { columns }).data, columns);
  return new StandardScaler().fit(X).transform(X);
}

const { tables, wineLike } = reference;
const TABLES: [name: string, X: Matrix | number[][], mixtures: MixturesReference][] = [
  ...Object.entries(tables).map(([name, { X, mixtures }]) => [name, X, mixtures] as (typeof TABLES)[0]),
  ['wine-like', wineLike.X, wineLike.mixtures],
  ['campaign', campaign(), reference.campaign.mixtures],
];
const CASES = TABLES.flatMap(([name, X, { start, models }]) =>
  models.map((model) => ({ name, type: model.covarianceType, X, start, answer: model })),
);

/** The largest difference, as a fraction of the largest number expected. */
function difference(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(found[i] - value))) / largest;
}

function numbers(nested: unknown): number[] {
  return Array.isArray(nested) ? nested.flatMap(numbers) : [nested as number];
}

/** scikit-learn's covariances in our order of components. */
function covariancesInOrder({ covarianceType, covariances }: MixtureReference, order: Int32Array): number[] {
  const own: readonly unknown[] = covariances;
  return numbers(covarianceType === 'tied' ? own : Array.from(order, (component) => own[component]));
}

test.each(CASES)('$type covariances on the $name table', ({ X, start, answer }) => {
  const { covarianceType, stopReason } = answer;
  const model = new GaussianMixture({ nClusters: start.length, covarianceType }).fit(X, {
    start: { means: start },
  });
  const { labels, order } = relabelBySize(Int32Array.from(answer.labels), start.length, toMatrix(X));
  expect([model.nIter, model.stopReason]).toEqual([answer.nIter, stopReason]);
  expect(model.labels).toEqual(labels);
  for (const [found, expected] of [
    [model.lowerBound, answer.lowerBound],
    [model.logLikelihood, answer.logLikelihood],
    [model.score(X) * labels.length, answer.logLikelihood],
    [model.bic(X), answer.bic],
    [model.aic(X), answer.aic],
  ]) {
    expect(Math.abs(found - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
  }
  const weights = Array.from(order, (component) => answer.weights[component]);
  expect(difference([...model.weights], weights)).toBeLessThan(1e-6);
  expect(difference(numbers(model.covariances), covariancesInOrder(answer, order))).toBeLessThan(1e-6);
  const memberships = model.memberships(X).toRows();
  const step = Math.max(1, Math.floor(labels.length / 40));
  answer.memberships.forEach((row, i) => {
    const expected = Array.from(order, (component) => row[component]);
    expect(difference(memberships[i * step], expected)).toBeLessThan(1e-6);
  });
});
