import { COVARIANCE_TYPES } from '../../../src/cluster/mixture/covarianceTypes';
import { GaussianMixture } from '../../../src/cluster/mixture/gaussianMixture';
import { Random } from '../../../src/core/random';
import { adjustedRand } from '../../../src/evaluate/stability/adjustedRand';
import { buildReport } from '../../../src/report/buildReport';
import { scoredTable } from '../../../src/segmentation/score/scoredTable';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { customers } from '../customers';

const table = customers(160);
const fresh = customers(60, 2);
const columns = ['Age', 'Income', 'Spending'];
const mixture = (options: object = {}, of: Record<string, readonly unknown[]> = table) =>
  new Segmentation({ algorithm: 'gaussian-mixture', columns, ...options }).fit(of);

/** A long group along the diagonal, and a small round one beside its middle: k-means cuts the long one. */
function longAndRound() {
  const random = new Random(3);
  const rows = Array.from({ length: 300 }, (_, i) => {
    const along = random.normal(0, 4);
    return i % 3 === 2
      ? { a: random.normal(3, 0.5), b: random.normal(-3, 0.5) }
      : { a: along + random.normal(0, 0.3), b: along + random.normal(0, 0.3) };
  });
  return { a: rows.map(({ a }) => a), b: rows.map(({ b }) => b) };
}

test('finds a long group with a round one beside it, which k-means does not', () => {
  const table = longAndRound();
  const truth = table.a.map((_, i) => Number(i % 3 === 2));
  const agreement = (algorithm: 'gaussian-mixture' | 'kmeans') =>
    adjustedRand(new Segmentation({ algorithm, k: 2 }).fit(table).labels!, truth);
  expect(agreement('gaussian-mixture')).toBeGreaterThan(0.95);
  expect(agreement('kmeans')).toBeLessThan(0.5);
});

describe.each(COVARIANCE_TYPES)('covariance %s', (covariance) => {
  const model = mixture({ k: 4, covariance });

  test('groups and places customers as the mixture itself does', () => {
    const own = new GaussianMixture({ nClusters: 4, covarianceType: covariance }).fit(model.space!);
    expect(model.labels).toEqual(own.labels);
    expect(model.predict(fresh).labels).toEqual(own.predict(model.transform(fresh)));
    expect(model.predict(table).labels).toEqual(model.labels);
    expect(model.found).toMatchObject({
      components: 4,
      logLikelihood: expect.closeTo(own.logLikelihood, 9),
    });
    expect(model.found.bic).toBeCloseTo(own.bic(model.space!), 9);
    expect(model.found.aic).toBeCloseTo(own.aic(model.space!), 9);
  });

  test('a margin is how much farther the second likeliest segment is', () => {
    const own = new GaussianMixture({ nClusters: 4, covarianceType: covariance }).fit(model.space!);
    const distances = own.distances(model.transform(fresh));
    const { margin } = model.predict(fresh);
    margin.forEach((value, i) => {
      const [first, second] = Array.from(distances.row(i)).sort((a, b) => a - b);
      expect(value).toBe(1 - first / second);
    });
  });

  test('comes back from its model file with identical answers', () => {
    const restored = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(restored.predict(fresh)).toEqual(model.predict(fresh));
    expect(JSON.stringify(restored)).toBe(JSON.stringify(model));
  });
});

describe('the number of segments', () => {
  const model = mixture();

  test('is that of the least BIC from two on', () => {
    const { k, table, reasons } = model.ownChoice!;
    expect([model.k, k]).toEqual([4, 4]);
    expect(model.choice).toBeNull();
    const bics = table.rows.map(([, bic]) => bic as number);
    expect(table.rows.map(([tried]) => tried)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(bics.indexOf(Math.min(...bics))).toBe(3);
    expect(bics[3]).toBe(model.found.bic);
    expect(reasons).toEqual([expect.stringMatching(/^The Bayesian information criterion.* lowest for 4: /)]);
  });

  test('is one where nothing says that there are groups, and said so', () => {
    const random = new Random(5);
    const round = Array.from({ length: 150 }, () => random.normal());
    const { k, ownChoice } = mixture({ columns: ['a'] }, { a: round });
    expect(k).toBe(2);
    expect(ownChoice!.reasons[1]).toContain('A single segment has a lower one still');
  });

  test('is judged on a sample of many customers, which is said', () => {
    const many = customers(2100);
    const { k, ownChoice } = mixture({ covariance: 'spherical', columns: ['Age', 'Income'] }, many);
    expect(k).toBeGreaterThanOrEqual(4);
    expect(ownChoice!.reasons.at(-1)).toBe('It was judged on 2,000 random customers of 2,100.');
  });

  test('reaches the report, with the table', () => {
    const text = JSON.stringify(buildReport(model));
    expect(text).toContain('Customers were grouped by a mixture of Gaussians');
    expect(text).toContain('covariance: full');
    expect(text).toContain(model.ownChoice!.reasons[0]);
    expect(text).toContain(JSON.stringify(model.ownChoice!.table.caption));
  });

  test('needs customers who differ', () => {
    expect(() => mixture({ columns: ['a'] }, { a: [1, 1, 2, 2] })).toThrow(
      'there are only 2 different customers among 4, too few to choose a number of segments',
    );
  });
});

test('customers come with the probability of their segment, in tables of other algorithms without', () => {
  const model = mixture({ k: 2, columns: ['a'] }, { a: [0, 1, 2, 3, 4, 10, 11, 12, 13, 14] });
  const given = { a: [0.5, 7, null] };
  const scored = scoredTable(model.predict(given), model, { table: given, rows: 3 });
  const [first, second, third] = scored.membership as number[];
  expect(first).toBeGreaterThan(0.99);
  expect(second).toBeCloseTo(model.predict(given).membership![1], 3);
  expect(third).toBeNull();
  const others = new Segmentation({ k: 2, columns: ['a'] }).fit({ a: [0, 1, 2, 10, 11, 12] });
  expect(scoredTable(others.predict(given), others, { table: given, rows: 3 })).not.toHaveProperty(
    'membership',
  );
});

test('customers between segments are counted', () => {
  const random = new Random(7);
  const a = Array.from({ length: 300 }, (_, i) => random.normal(i % 2 ? 2.5 : 0, 1));
  const { found, warnings, space } = mixture({ k: 2, columns: ['a'] }, { a });
  const own = new GaussianMixture({ nClusters: 2 }).fit(space!).memberships(space!).toRows();
  expect(found.between).toBe(own.filter((row) => Math.max(...row) <= 0.6).length);
  expect(warnings.join(' ')).toMatch(/^\d+ customers \(\d[.\d]*%\) lie between segments: .* at most 60%\.$/);
});

test('a component without customers becomes no segment, and it is said', () => {
  const random = new Random(1);
  const rows = Array.from({ length: 60 }, () => [0, 0].map(() => Math.round(random.uniform() * 4)));
  const grid = { a: rows.map(([a]) => a), b: rows.map(([, b]) => b) };
  const model = mixture({ k: 8, columns: ['a', 'b'], covariance: 'tied', scale: 'none' }, grid);
  expect([model.found.components, model.k, model.sizes.length]).toEqual([8, 7, 7]);
  expect(Math.min(...model.sizes)).toBeGreaterThan(0);
  expect(model.warnings).toContain('1 component of the mixture had no customers and became no segment.');
  expect(model.predict(grid).labels).toEqual(model.labels);
});

test('is compared with the others, its stability included', () => {
  const { rows } = mixture({ k: 4 }).compare();
  expect(rows.map(({ name }) => name)).toEqual([
    'Gaussian mixture (full)',
    'k-means',
    'hierarchical (ward)',
    'DBSCAN',
    'HDBSCAN',
  ]);
  expect(rows[0].stability).toBeGreaterThan(0.9);
});

test('natural groups are judged by mixtures of other customers', () => {
  expect(mixture({ k: 4 }).structure).toBe('clear');
});

test.each([
  ['weights', [0.5], '/rule/weights must have one for each of the 4 segments'],
  ['means', [[1, 2]], '/rule/means must have 3 columns'],
  ['covariances', [1], '/rule/covariances must have 36 numbers'],
  ['covariances', new Array(36).fill(0), '/rule/covariances must be positive definite'],
  ['covariance', 'round', '/rule/covariance'],
])('a model file whose %s are damaged is refused', (field, value, message) => {
  const json = JSON.parse(JSON.stringify(mixture({ k: 4 })));
  json.rule[field] = value;
  expect(() => SegmentationModel.fromJSON(json)).toThrow(message);
});

test('how many belong to each segment nine times out of ten is counted as the file of customers says it', () => {
  const model = mixture({ k: 3 });
  const { labels, membership } = model.predict(table);
  for (const { segment, firm } of model.profiles) {
    const own = Array.from(membership!).filter((_, row) => labels[row] === segment);
    expect(firm).toBe(own.filter((value) => Math.round(1e4 * value) >= 9000).length);
  }
  const cards = buildReport(model).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : [])),
  );
  const [first] = cards.filter(({ segment }) => segment === 0);
  expect(first.measures).toContainEqual(
    expect.objectContaining({
      label: 'Membership of at least 90%',
      value: expect.stringMatching(/^(none|\d+ \(.*%\))$/),
    }),
  );
  expect(new Segmentation({ k: 3, columns }).fit(table).profiles[0].firm).toBeUndefined();
});
