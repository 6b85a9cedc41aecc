import fc from 'fast-check';
import { Random } from '../../../src/core/random';
import { silhouette, silhouettes } from '../../../src/evaluate/indices/silhouette';
import { silhouetteBand } from '../../../src/evaluate/indices/silhouetteBand';
import { RANDOM_LABELS, RANDOM_ROWS } from '../randomRows';

const LINE = [[0], [1], [10], [11]];

describe('silhouette', () => {
  test('worked by hand on four points', () => {
    const { mean, samples, perCluster } = silhouette(LINE, [0, 0, 1, 1]);
    const [outer, inner] = [(10.5 - 1) / 10.5, (9.5 - 1) / 9.5];
    expectAll(samples, [outer, inner, inner, outer]);
    expectAll(perCluster, [(outer + inner) / 2, (outer + inner) / 2]);
    expect(mean).toBeCloseTo((outer + inner) / 2, 14);
  });

  test('is scikit-learn’s, a singleton included', () => {
    const { mean, samples, perCluster } = silhouette(RANDOM_ROWS, RANDOM_LABELS);
    expect(mean).toBeCloseTo(-0.11728879046148281, 12);
    expectAll(
      samples,
      [
        0.1767178708359948, -0.3346845945397075, 0.15275434278389108, -0.7274565930801401,
        -0.18972840908322763, 0.05592919355865228, -0.022555582750688894, -0.5291976604779527,
        0.09569789657490892, 0.20721571422550547, -0.2921576635850296, 0,
      ],
    );
    expect(perCluster[3]).toBe(0);
  });

  test('a million away from the origin it is the same', () => {
    const far = RANDOM_ROWS.map((row) => row.map((value) => value + 1e6));
    expect(silhouette(far, RANDOM_LABELS).mean).toBeCloseTo(-0.11728879046148281, 6);
  });

  test('noise has none and counts in nobody’s', () => {
    const withNoise = silhouette([...LINE, [5], [1e6]], [0, 0, 1, 1, -1, -1]);
    const without = silhouette(LINE, [0, 0, 1, 1]);
    expectAll(withNoise.samples.subarray(0, 4), without.samples);
    expect(withNoise.samples.subarray(4).every(Number.isNaN)).toBe(true);
    expect([withNoise.mean, withNoise.perCluster]).toEqual([without.mean, without.perCluster]);
  });

  test('a label that does not occur is passed over', () => {
    const { mean, perCluster } = silhouette(LINE, [0, 0, 2, 2]);
    expect(mean).toBe(silhouette(LINE, [0, 0, 1, 1]).mean);
    expect(perCluster[1]).toBeNaN();
  });

  describe('of a sample', () => {
    const random = new Random(5);
    const labels = Int32Array.from({ length: 800 }, (_, i) => (i % 40 === 0 ? -1 : i % 3));
    const rows = Array.from(labels, (label) => [3 * Math.abs(label) + random.normal(), random.normal()]);
    const exact = silhouette(rows, labels);

    test('each row measured is exact, the others and noise are not measured', () => {
      const { samples } = silhouette(rows, labels, { sampleSize: 100, seed: 1 });
      const measured = Array.from(samples.keys()).filter((row) => !Number.isNaN(samples[row]));
      expect(measured).toHaveLength(100);
      for (const row of measured) expect(samples[row]).toBeCloseTo(exact.samples[row], 12);
    });

    test('its interval holds the exact mean as often as it says', () => {
      const held = Array.from({ length: 100 }, (_, seed) => {
        const [low, high] = silhouette(rows, labels, { sampleSize: 100, seed }).interval!;
        return Number(low <= exact.mean && exact.mean <= high);
      });
      const share = held.reduce((a, b) => a + b) / 100;
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(0.99);
    });

    test('a table that is no larger is measured whole, and has no interval', () => {
      expect(silhouette(rows, labels, { sampleSize: 800 })).toEqual(exact);
      expect(exact.interval).toBeUndefined();
    });

    test('40,000 rows are sampled by default', () => {
      const many = Int32Array.from({ length: 40_000 }, (_, i) => i % 2);
      const { interval, mean } = silhouette(
        Array.from(many, (label) => [label * 5 + random.uniform()]),
        many,
      );
      expect(interval![1] - interval![0]).toBeLessThan(0.02);
      expect(mean).toBeCloseTo(0.93, 1);
    });

    test.each([{ sampleSize: 1 }, { sampleSize: 2.5 }, { seed: -0.5 }, { size: 3 }])(
      '%p is refused',
      (options) => {
        expect(() => silhouette(rows, labels, options as object)).toThrow(/sampleSize|seed|size/);
      },
    );
  });

  test('equal rows in two clusters have 0, not NaN', () => {
    expect([...silhouette([[1], [1], [1], [1]], [0, 0, 1, 1]).samples]).toEqual([0, 0, 0, 0]);
  });

  test('agrees with its definition and stays within −1 … 1 on any table', () => {
    const row = fc.tuple(
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 2 }),
      fc.nat(3),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (table) => {
        const X = table.map(([values]) => values);
        const labels = table.map(([, label]) => label);
        fc.pre(new Set(labels).size > 1);
        const { mean, samples } = silhouette(X, labels);
        expectAll(
          samples,
          X.map((_, i) => byDefinition(X, labels, i)),
        );
        expect(mean).toBeCloseTo(samples.reduce((sum, value) => sum + value) / samples.length, 10);
        expect(samples.every((value) => Math.abs(value) <= 1)).toBe(true);
      }),
    );
  });

  test('many at once are a list of labels', () => {
    expect(() => silhouettes([[0], [1]], 'labels' as never)).toThrow(
      "`labelings` is 'labels'; it must be an array of labels for each clustering",
    );
  });

  test('many at once are the same as one by one', () => {
    const other = [0, 0, 0, 1, 1, 1, -1, 2, 2, 2, 3, 3];
    const together = silhouettes(RANDOM_ROWS, [RANDOM_LABELS, other]);
    expect(together).toEqual([silhouette(RANDOM_ROWS, RANDOM_LABELS), silhouette(RANDOM_ROWS, other)]);
  });

  test.each([
    ['one cluster', [0, 0, 0, 0], /name 1; cluster into at least 2/],
    ['one cluster and noise', [0, -1, 0, -1], /name 1/],
    ['noise only', [-1, -1, -1, -1], /name 0/],
    ['too few labels', [0, 1], /`labels` has 2 labels for 4 rows/],
    ['a fraction', [0, 1, 0.5, 1], /`labels` holds 0.5 in row 2/],
  ])('refuses %s', (_, labels, message) => {
    expect(() => silhouette(LINE, labels)).toThrow(message);
  });
});

test('silhouetteBand follows Kaufman and Rousseeuw', () => {
  const bands = [0.71, 0.7, 0.51, 0.5, 0.26, 0.25, -1].map(silhouetteBand);
  expect(bands).toEqual(['strong', 'reasonable', 'reasonable', 'weak', 'weak', 'none', 'none']);
});

function expectAll(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) expect(actual[i]).toBeCloseTo(expected[i], 10);
}

function byDefinition(X: number[][], labels: number[], i: number): number {
  const meanTo = (label: number) => {
    const others = X.filter((_, j) => labels[j] === label && j !== i);
    const distances = others.map((row) => Math.hypot(...row.map((value, c) => value - X[i][c])));
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  };
  if (labels.filter((label) => label === labels[i]).length === 1) return 0;
  const a = meanTo(labels[i]);
  const b = Math.min(...[...new Set(labels)].filter((label) => label !== labels[i]).map(meanTo));
  return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
}
