import fc from 'fast-check';
import { calinskiHarabasz } from '../../src/evaluate/indices/calinskiHarabasz';
import { daviesBouldin } from '../../src/evaluate/indices/daviesBouldin';
import { findElbow } from '../../src/evaluate/indices/elbow';
import { adjustedRand } from '../../src/evaluate/stability/adjustedRand';
import { RANDOM_LABELS, RANDOM_ROWS } from './randomRows';

const LINE = [[0], [1], [10], [11]];
const HALVES = [0, 0, 1, 1];

describe('calinskiHarabasz', () => {
  test('worked by hand: 100 between on 1 degree of freedom, 1 within on 2', () => {
    expect(calinskiHarabasz(LINE, HALVES)).toBeCloseTo(200, 12);
  });

  test('is scikit-learn’s', () => {
    expect(calinskiHarabasz(RANDOM_ROWS, RANDOM_LABELS)).toBeCloseTo(0.5965758628177694, 12);
  });

  test('noise and labels that do not occur make no difference', () => {
    expect(calinskiHarabasz([...LINE, [99]], [0, 0, 2, 2, -1])).toBeCloseTo(200, 12);
  });

  test('is 1 when no row strays from its centroid, as in scikit-learn', () => {
    expect(calinskiHarabasz([[1], [1], [2]], [0, 0, 1])).toBe(1);
  });

  test('refuses one cluster', () => {
    expect(() => calinskiHarabasz(LINE, [0, 0, 0, 0])).toThrow(/Calinski–Harabasz.*at least 2/);
  });
});

describe('daviesBouldin', () => {
  test('worked by hand: mean distances of 0.5 and 0.5, centroids 10 apart', () => {
    expect(daviesBouldin(LINE, HALVES)).toBeCloseTo(0.1, 12);
  });

  test('is scikit-learn’s', () => {
    expect(daviesBouldin(RANDOM_ROWS, RANDOM_LABELS)).toBeCloseTo(3.2350304056290713, 12);
  });

  test('noise and labels that do not occur make no difference', () => {
    expect(daviesBouldin([...LINE, [99]], [0, 0, 2, 2, -1])).toBeCloseTo(0.1, 12);
  });

  test('is infinite when clusters that spread share their centroid, 0 when none spreads', () => {
    expect(daviesBouldin([[0], [2], [-1], [3]], HALVES)).toBe(Infinity);
    expect(daviesBouldin([[1], [1], [2]], [0, 0, 1])).toBe(0);
  });

  test('refuses one cluster', () => {
    expect(() => daviesBouldin(LINE, [0, 0, 0, 0])).toThrow(/Davies–Bouldin.*at least 2/);
  });
});

describe('adjustedRand', () => {
  test('worked by hand: no pair together in both, 2/3 expected, 2 at most', () => {
    expect(adjustedRand(HALVES, [0, 1, 0, 1])).toBeCloseTo((0 - 2 / 3) / (2 - 2 / 3), 14);
  });

  test('is scikit-learn’s', () => {
    const a = [1, 0, 1, 2, 0, 0, 2, 0, 0, 1, 0, 1];
    const b = [2, 3, 2, 0, 0, 3, 2, 3, 3, 1, 2, 0];
    expect(adjustedRand(a, b)).toBeCloseTo(0.14814814814814814, 14);
  });

  test('is 1 for the same clusters under other numbers, and symmetric', () => {
    const labels = fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.nat(3)), { minLength: 1 });
    fc.assert(
      fc.property(labels, (table) => {
        const a = table.map(([label]) => label);
        const b = table.map(([, label]) => label);
        expect(
          adjustedRand(
            a,
            a.map((label) => 3 - label),
          ),
        ).toBe(1);
        expect(adjustedRand(a, b)).toBeCloseTo(adjustedRand(b, a), 12);
        expect(adjustedRand(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('noise is one more cluster', () => {
    expect(adjustedRand([-1, -1, 0, 0], HALVES)).toBe(1);
  });

  test('trivial clusterings: all in one is the same as itself, and says nothing about others', () => {
    expect(adjustedRand([0, 0, 0], [0, 0, 0])).toBe(1);
    expect(adjustedRand([0, 1, 2], [0, 1, 2])).toBe(1);
    expect(adjustedRand([0, 0, 0], [0, 1, 2])).toBe(0);
  });

  test('refuses clusterings of different rows', () => {
    expect(() => adjustedRand([0, 1], [0])).toThrow('`b` has 1 labels for 2 rows');
    expect(() => adjustedRand([], [])).toThrow(/at least one/);
  });
});

describe('findElbow', () => {
  test('is where the scaled curve lies farthest below its chord', () => {
    const { k, strength, bends } = findElbow([1, 2, 3, 4, 5], [100, 40, 10, 8, 0]);
    expect(k).toBe(3);
    expect(strength).toBeCloseTo(0.9 - 0.5, 12);
    [0, 0.6 - 0.25, 0.4, 0.92 - 0.75, 0].forEach((bend, i) => {
      expect(bends[i]).toBeCloseTo(bend, 12);
    });
  });

  test('needs three of each, as many', () => {
    const remedy = 'an elbow needs at least 3 of each, as many';
    expect(() => findElbow([1, 2], [9, 5])).toThrow(`there are 2 ks and 2 inertias; ${remedy}`);
    expect(() => findElbow([1, 2, 3], [9, 5])).toThrow(`there are 3 ks and 2 inertias; ${remedy}`);
    expect(() => findElbow(undefined as never, undefined as never)).toThrow(
      `there are no ks and no inertias; ${remedy}`,
    );
  });

  test('a straight line and a flat one have none', () => {
    expect(findElbow([1, 2, 3], [3, 2, 1])).toMatchObject({ k: null, strength: 0 });
    expect(findElbow([1, 2, 3], [2, 2, 2])).toMatchObject({ k: null, strength: 0 });
    expect(findElbow([1, 2, 3], [1, 2, 3])).toMatchObject({ k: null, strength: 0 });
  });

  test('the units of the inertia make no difference', () => {
    const curve = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(curve, (values) => {
        const ks = values.map((_, i) => i + 1);
        const scaled = values.map((value) => 4096 * value);
        expect(findElbow(ks, scaled)).toEqual(findElbow(ks, values));
      }),
    );
  });

  test.each([
    [[1, 2], [3, 1], /at least 3/],
    [[1, 2, 3], [3, 1], /3 ks and 2 inertias/],
    [[1, 2, 2], [3, 2, 1], /holds 2 twice/],
    [[1, 2, 3], [3, Number.NaN, 1], /`inertias` is NaN/],
  ])('refuses ks %j with inertias %j', (ks, inertias, message) => {
    expect(() => findElbow(ks, inertias)).toThrow(message);
  });
});
