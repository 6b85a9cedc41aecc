import fc from 'fast-check';
import { COVARIANCE_TYPES } from '../../../src/cluster/mixture/covarianceTypes';
import { GaussianMixture, type GaussianMixtureOptions } from '../../../src/cluster/mixture/gaussianMixture';
import {
  GaussianMixtureModel,
  type GaussianMixtureModelJSON,
} from '../../../src/cluster/mixture/gaussianMixtureModel';
import type { MixtureStart } from '../../../src/cluster/mixture/mixtureStart';
import { InputError } from '../../../src/core/errors';
import { Matrix } from '../../../src/core/matrix';
import type { Progress } from '../../../src/core/progress';
import { Random } from '../../../src/core/random';
import { adjustedRand } from '../../../src/evaluate/stability/adjustedRand';

const TWO_PI = 2 * Math.PI;

/** Two groups on a line. */
const ON_A_LINE = [[-1], [0], [1], [9], [11]];

/** A long group along the diagonal, a round one across it, of 60 and 30 rows. */
function crossedGroups(seed = 1): { X: Matrix; labels: number[] } {
  const random = new Random(seed);
  const labels = Array.from({ length: 90 }, (_, i) => (i % 3 === 2 ? 1 : 0));
  const rows = labels.map((group) => {
    const along = random.normal(0, 4);
    return group === 0
      ? [along + random.normal(0, 0.3), along + random.normal(0, 0.3)]
      : [random.normal(6, 0.7), random.normal(-1, 0.7)];
  });
  return { X: Matrix.fromRows(rows, ['income', 'spending']), labels };
}

function fitted(X: Matrix | number[][], options: GaussianMixtureOptions, start?: MixtureStart) {
  return new GaussianMixture(options).fit(X, start && { start });
}

/** A model made by hand: two components on a line. */
function byHand(parts: Partial<GaussianMixtureModelJSON>): GaussianMixtureModel {
  return GaussianMixtureModel.fromJSON({
    type: 'GaussianMixture',
    version: 1,
    covarianceType: 'spherical',
    weights: [0.5, 0.5],
    means: [[0], [10]],
    covariances: [1, 1],
    labels: [0, 1],
    logLikelihood: 0,
    lowerBound: 0,
    nIter: 1,
    stopReason: 'converged',
    ...parts,
  });
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, digits = 9): void {
  expect(found).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) expect(found[i]).toBeCloseTo(expected[i], digits);
}

describe('GaussianMixture on cases worked by hand', () => {
  test('one component: mean, variance, likelihood and criteria of a normal distribution', () => {
    const model = fitted([[1], [3]], { nClusters: 1, regCovar: 0 });
    expect([model.means.toRows(), model.covariances, [...model.weights]]).toEqual([[[2]], [[[1]]], [1]]);
    const logLikelihood = -Math.log(TWO_PI) - 1; // twice −½·(ln 2π + 1)
    expect(model.logLikelihood).toBeCloseTo(logLikelihood, 12);
    expect(model.score([[1], [3]])).toBeCloseTo(logLikelihood / 2, 12);
    expect(model.bic([[1], [3]])).toBeCloseTo(-2 * logLikelihood + 2 * Math.log(2), 12);
    expect(model.aic([[1], [3]])).toBeCloseTo(-2 * logLikelihood + 4, 12);
  });

  test('one step from two standard normal components at −1 and 1', () => {
    const start = { means: [[-1], [1]], weights: [0.5, 0.5], covariances: [[[1]], [[1]]] };
    const model = fitted([[-1], [1]], { nClusters: 2, maxIter: 1, regCovar: 0 }, start);
    // Each row belongs to the near component with probability 1 / (1 + e⁻²), so that means shrink to ±tanh 1.
    expectClose(model.means.data, [-Math.tanh(1), Math.tanh(1)]);
    expectClose((model.covariances as number[][][]).flat(2), Array(2).fill(1 - Math.tanh(1) ** 2));
    expectClose(model.weights, [0.5, 0.5]);
    expect(model.lowerBound).toBeCloseTo(Math.log((1 + Math.exp(-2)) / 2 / Math.sqrt(TWO_PI)), 12);
    expect([model.nIter, model.stopReason]).toEqual([1, 'max-iterations']);
  });

  test('two far groups: shares, means and variances of each', () => {
    const model = fitted(ON_A_LINE, { nClusters: 2, regCovar: 0 });
    expect([...model.labels]).toEqual([0, 0, 0, 1, 1]);
    expectClose(model.weights, [0.6, 0.4], 6);
    expectClose(model.means.data, [0, 10], 6);
    expectClose((model.covariances as number[][][]).flat(2), [2 / 3, 1], 5);
    expect(model.stopReason).toBe('converged');
  });

  test.each<[GaussianMixtureOptions['covarianceType'], unknown]>([
    ['full', [1, 0, 0, 9, 4, 0, 0, 4]],
    ['tied', [2.5, 0, 0, 6.5]],
    ['diagonal', [1, 9, 4, 4]],
    ['spherical', [5, 4]],
  ])('%s covariances of two groups of four', (covarianceType, expected) => {
    const corners = (x: number, dx: number, dy: number) =>
      [-dx, dx].flatMap((a) => [-dy, dy].map((b) => [x + a, b]));
    const X = [...corners(0, 1, 3), ...corners(100, 2, 2)];
    const model = fitted(X, { nClusters: 2, covarianceType, regCovar: 0 });
    const flat = [model.covariances].flat(4) as number[];
    expectClose(flat, expected as number[]);
    const shapes = { full: [2, 2, 2], tied: [2, 2], diagonal: [2, 2], spherical: [2] };
    const shape = [];
    for (let part: unknown = model.covariances; Array.isArray(part); part = part[0]) shape.push(part.length);
    expect(shape).toEqual(shapes[covarianceType!]);
  });

  test.each([
    ['full', 1 + 4 + 6],
    ['tied', 1 + 4 + 3],
    ['diagonal', 1 + 4 + 4],
    ['spherical', 1 + 4 + 2],
  ] as const)('the criteria count the free parameters of %s covariances', (covarianceType, free) => {
    const { X } = crossedGroups();
    const model = fitted(X, { nClusters: 2, covarianceType });
    expect((model.aic(X) + 2 * model.logLikelihood) / 2).toBeCloseTo(free, 8);
    expect((model.bic(X) + 2 * model.logLikelihood) / Math.log(90)).toBeCloseTo(free, 8);
  });

  test('regCovar is added to every variance', () => {
    const model = fitted([[1], [3]], { nClusters: 1, regCovar: 0.5 });
    expect(model.covariances).toEqual([[[1.5]]]);
  });

  test('memberships follow from Bayes’ rule', () => {
    const model = byHand({ weights: [0.2, 0.8] });
    const odds = 4 * Math.exp((6 ** 2 - 4 ** 2) / 2);
    expectClose(model.memberships([[6]]).data, [1 / (1 + odds), odds / (1 + odds)]);
  });

  test('distances of like components are those to their means, in standard deviations', () => {
    const model = byHand({ covariances: [4, 4] });
    expectClose(model.distances([[3], [10]]).data, [1.5, 3.5, 5, 0]);
    expect([...model.predict([[3], [10], [5]])]).toEqual([0, 1, 0]);
  });

  test('a component that is wide or rare is farther', () => {
    const wide = byHand({ covariances: [1, 4] }).distances([[0], [10]]);
    expect(wide.get(0, 0)).toBe(0);
    expect(wide.get(1, 1)).toBeCloseTo(Math.sqrt(2 * Math.log(2)), 12);
    const rare = byHand({ weights: [0.9, 0.1] }).distances([[10]]);
    expect(rare.get(0, 1)).toBeCloseTo(Math.sqrt(2 * Math.log(9)), 12);
  });
});

describe('GaussianMixture finds', () => {
  test('a group that lies across another, as no k-means can', () => {
    const { X, labels } = crossedGroups();
    expect(adjustedRand(fitted(X, { nClusters: 2 }).labels, labels)).toBeGreaterThan(0.9);
  });

  test('the same from the same seed, whatever the start is drawn by', () => {
    const { X } = crossedGroups();
    for (const initParams of ['kmeans', 'k-means++'] as const) {
      const options = { nClusters: 3, initParams, seed: 5 };
      expect(fitted(X, options).toJSON()).toEqual(fitted(X, options).toJSON());
    }
  });

  test('with more starts at least as great a lower bound', () => {
    const { X } = crossedGroups(3);
    for (const seed of [1, 2, 3]) {
      const options = { nClusters: 4, initParams: 'k-means++', seed } as const;
      const [one, many] = [1, 8].map((nInit) => fitted(X, { ...options, nInit }).lowerBound);
      expect(many).toBeGreaterThanOrEqual(one);
    }
  });

  test('nothing better when it starts from what it found', () => {
    const { X } = crossedGroups();
    const model = fitted(X, { nClusters: 2, tol: 1e-9, maxIter: 500 });
    const again = fitted(X, { nClusters: 2 }, model);
    expect(again.nIter).toBe(2);
    expect(again.logLikelihood).toBeCloseTo(model.logLikelihood, 5);
    expect(again.labels).toEqual(model.labels);
  });

  test('the starts run, told at every iteration', () => {
    const told: Progress[] = [];
    const { X } = crossedGroups();
    new GaussianMixture({ nClusters: 3, nInit: 2, initParams: 'k-means++' }).fit(X, {
      onProgress: (progress) => told.push(progress),
    });
    expect(new Set(told.map(({ step, total }) => `${step} of ${total}`))).toEqual(
      new Set(['starts run of 2']),
    );
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort());
    expect(told.at(-1)!.done).toBe(1);
  });
});

describe.each(COVARIANCE_TYPES)('Properties with %s covariances', (covarianceType) => {
  const { X } = crossedGroups(7);
  const means = X.selectRows([0, 2, 4]);
  const options = { nClusters: 3, covarianceType };

  test.each([1, 2, 3, 4, 5])('the likelihood never falls: table %i', (seed) => {
    const table = crossedGroups(seed).X;
    const start = { means: table.selectRows([0, 2, 4]) };
    let before = -Infinity;
    for (let maxIter = 1; maxIter <= 15; maxIter++) {
      const { logLikelihood } = fitted(table, { ...options, maxIter, tol: 0, regCovar: 0 }, start);
      expect(logLikelihood).toBeGreaterThanOrEqual(before - 1e-9 * Math.abs(before));
      before = logLikelihood;
    }
  });

  test('memberships add up to 1, and agree with labels, predictions and distances', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 2 }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.integer(),
        (rows, seed) => {
          const model = fitted(X, { ...options, nInit: 1, initParams: 'k-means++', seed });
          const memberships = model.memberships(rows).toRows();
          const distances = model.distances(rows).toRows();
          const predicted = model.predict(rows);
          expect(model.predict(X)).toEqual(model.labels);
          memberships.forEach((shares, i) => {
            expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
            expect(shares[predicted[i]]).toBeCloseTo(Math.max(...shares), 9);
            expect(distances[i][predicted[i]]).toBe(Math.min(...distances[i]));
            expect(Math.min(...distances[i])).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  test('the order of rows and of the start moves nothing', () => {
    const order = new Random(3).shuffle(Array.from({ length: X.rows }, (_, i) => i));
    const model = fitted(X, options, { means });
    const shuffled = fitted(X.selectRows(order), options, { means: means.selectRows([2, 0, 1]) });
    expect(shuffled.logLikelihood).toBeCloseTo(model.logLikelihood, 6);
    expect([...shuffled.labels]).toEqual(order.map((row) => model.labels[row]));
  });

  test('a shift moves nothing but the means', () => {
    const shift = (table: Matrix) =>
      new Matrix(
        table.data.map((value) => value + 1e6),
        table.rows,
        2,
      );
    const model = fitted(X, options, { means });
    const far = fitted(shift(X), options, { means: shift(means) });
    expect(far.labels).toEqual(model.labels);
    expect(far.logLikelihood).toBeCloseTo(model.logLikelihood, 5);
    expectClose([far.covariances].flat(4) as number[], [model.covariances].flat(4) as number[], 6);
  });

  test('takes constant columns, duplicates, and more columns than rows', () => {
    const random = new Random(4);
    const wide = Array.from({ length: 12 }, (_, i) => Array.from({ length: 20 }, () => random.normal(i % 3)));
    const duplicates = Array.from(
      { length: 30 },
      (_, i) =>
        [
          [0, 0],
          [5, 0],
          [0, 5],
        ][i % 3],
    );
    const constant = ON_A_LINE.map(([value]) => [value, 7]);
    for (const [table, nClusters] of [
      [wide, 3],
      [duplicates, 3],
      [constant, 2],
    ] as const) {
      const model = fitted(table, { nClusters, covarianceType });
      expect(model.memberships(table).data.every(Number.isFinite)).toBe(true);
      expect(Number.isFinite(model.logLikelihood)).toBe(true);
      expect(new Set(model.labels).size).toBe(nClusters);
    }
  });

  test('keeps a component without rows, as the last one', () => {
    const shapes = { full: [[[1]], [[1]]], tied: [[1]], diagonal: [[1], [1]], spherical: [1, 1] };
    const start = { means: [[1e6], [0]], weights: [0.5, 0.5], covariances: shapes[covarianceType] };
    const model = fitted(ON_A_LINE, { nClusters: 2, covarianceType }, start);
    expect([...model.labels]).toEqual([0, 0, 0, 0, 0]);
    expectClose(model.means.data, [4, 1e6]);
    expect(model.weights[1]).toBeLessThan(1e-14);
    expect(model.memberships(ON_A_LINE).data.every(Number.isFinite)).toBe(true);
    expect([...model.predict([[1e6]])]).toEqual([1]);
    expect(GaussianMixtureModel.fromJSON(model.toJSON()).toJSON()).toEqual(model.toJSON());
  });

  test('rows too far for any density belong to all components alike', () => {
    const model = fitted(X, options);
    expect([...model.memberships([[1e200, 0]]).data]).toEqual(Array(3).fill(1 / 3));
    expect([...model.distances([[1e200, 0]]).data]).toEqual(Array(3).fill(Infinity));
    expect([...model.predict([[1e200, 0]])]).toEqual([0]);
  });
});

test('full covariances: turning, stretching and shifting the table moves the mixture alike', () => {
  const { X } = crossedGroups(2);
  const [a, b, c, d] = [3, -1, 0.5, 0.02];
  const map = ([x, y]: readonly number[]) => [a * x + b * y + 100, c * x + d * y - 7];
  const mapped = Matrix.fromRows(X.toRows().map(map));
  const options = { nClusters: 3, regCovar: 0 };
  const first = fitted(X, { ...options, maxIter: 1 });
  const moved = (first.covariances as number[][][]).map(([[p, q], [, r]]) => [
    [a * a * p + 2 * a * b * q + b * b * r, a * c * p + (a * d + b * c) * q + b * d * r],
    [a * c * p + (a * d + b * c) * q + b * d * r, c * c * p + 2 * c * d * q + d * d * r],
  ]);
  const start = { weights: first.weights, means: first.means.toRows().map(map), covariances: moved };
  const model = fitted(X, options, first);
  const other = fitted(mapped, options, start);
  expect(other.labels).toEqual(model.labels);
  expect(other.logLikelihood).toBeCloseTo(model.logLikelihood - 90 * Math.log(Math.abs(a * d - b * c)), 5);
  expectClose(other.means.data, model.means.toRows().flatMap(map), 6);
});

test('a start that collapses gives way to one that does not', () => {
  const random = new Random(1);
  const cloud = (middle: number) => Array.from({ length: 20 }, () => [random.normal(middle)]);
  const X = [...Array.from({ length: 3 }, () => [0]), ...cloud(10), ...cloud(20)];
  const options = { nClusters: 2, regCovar: 0, initParams: 'k-means++' } as const;
  const collapses = (seed: number) => {
    try {
      fitted(X, { ...options, nInit: 1, seed });
      return false;
    } catch (error) {
      return error instanceof InputError;
    }
  };
  const seed = Array.from({ length: 50 }, (_, at) => at).find(collapses)!;
  expect(seed).toBeDefined();
  expect(fitted(X, { ...options, nInit: 20, seed }).covariances).toHaveLength(2);
});

describe('GaussianMixture refuses', () => {
  const X = crossedGroups().X;
  const attempt = (options: object, fitOptions?: object) => () =>
    new GaussianMixture({ nClusters: 2, ...options }).fit(X, fitOptions);
  const means = [
    [0, 0],
    [6, -1],
  ];
  const started = (parts: object) => attempt({}, { start: { means, ...parts } });

  test.each<[string, () => unknown, RegExp]>([
    [
      'another covariance type',
      attempt({ covarianceType: 'diag' }),
      /`covarianceType` is 'diag'.*'full', 'tied'/,
    ],
    ['another start', attempt({ initParams: 'random' }), /`initParams` is 'random'.*'kmeans', 'k-means\+\+'/],
    ['no starts', attempt({ nInit: 0 }), /`nInit` is 0/],
    ['no iterations', attempt({ maxIter: 0 }), /`maxIter` is 0/],
    ['a negative tolerance', attempt({ tol: -1 }), /`tol` is -1/],
    ['a negative regularization', attempt({ regCovar: -1 }), /`regCovar` is -1/],
    ['half a seed', attempt({ seed: 0.5 }), /`seed` is 0.5/],
    ['a start that is a number', attempt({}, { start: 3 }), /`start` is 3/],
    ['a start without means', attempt({}, { start: {} }), /start.means is undefined/],
    ['too many means', started({ means: [...means, [9, 9]] }), /has 3 rows but `nClusters` is 2/],
    ['means of other columns', started({ means: [[1], [2]] }), /start.means has 1 columns/],
    [
      'a mean far from every row',
      started({
        means: [
          [0, 0],
          [1e6, 0],
        ],
      }),
      /row 1 of `start.means`.*no row of X/,
    ],
    ['one weight', started({ weights: [1] }), /`start.weights` has 1 values but/],
    ['a weight of 0', started({ weights: [1, 0] }), /holds 0 for component 1/],
    [
      'covariances of another type',
      started({ covariances: [1, 1] }),
      /`start.covariances\[0\]` is 1; .* array of 2/,
    ],
    [
      'covariances of no volume',
      started({
        covariances: [
          [
            [1, 1],
            [1, 1],
          ],
          [
            [1, 0],
            [0, 1],
          ],
        ],
      }),
      /`start.covariances` is not positive definite/,
    ],
    [
      'NaN among covariances',
      started({
        covariances: [
          [
            [1, 0],
            [0, Number.NaN],
          ],
          [
            [1, 0],
            [0, 1],
          ],
        ],
      }),
      /`start.covariances\[0\]\[1\]\[1\]` is NaN/,
    ],
    [
      'rows that do not vary, without regularization',
      () =>
        fitted(
          [
            [1, 2],
            [2, 4],
            [3, 6],
          ],
          { nClusters: 1, regCovar: 0 },
        ),
      /`regCovar` is 0 and the rows do not vary.*raise `regCovar`/,
    ],
    ['fewer distinct rows', () => fitted([[1], [1], [2]], { nClusters: 3 }), /`nClusters` is 3.*2 distinct/],
    ['what is too wide to square', () => fitted([[-1e200], [1e200]], { nClusters: 1 }), /too far to square/],
    ['JSON of another shape', () => byHand({ covariances: [1] }), /`covariances` is an array of 1; .* of 2/],
    ['JSON of no volume', () => byHand({ covariances: [1, 0] }), /not positive definite/],
    ['JSON of another type', () => byHand({ covarianceType: 'oval' as never }), /`covarianceType` is 'oval'/],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });
});
