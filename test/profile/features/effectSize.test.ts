import fc from 'fast-check';
import { InputError } from '../../../src/core/errors';
import {
  averageRanks,
  cliffsDelta,
  cohensH,
  effectStandardError,
  effectStrength,
  hedgesG,
  standardizedDelta,
} from '../../../src/profile/features/effectSize';

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 });

describe('hedgesG', () => {
  test('is the difference in pooled deviations times 1 − 3 / (4n − 9), worked by hand', () => {
    // means 2 and 4, both variances 1, n = 6: −2 × (1 − 3 / 15)
    expect(hedgesG([1, 2, 3], [3, 4, 5])).toBeCloseTo(-1.6, 12);
    // means 10 and 4, variances 4 and 1 over 2 and 3 degrees of freedom: pooled variance 11 / 5, n = 7
    expect(hedgesG([8, 10, 12], [3, 4, 4, 5])).toBeCloseTo(
      (6 / Math.sqrt((2 * 4 + 3 * (2 / 3)) / 5)) * (1 - 3 / 19),
      12,
    );
  });

  test('does not change when both groups move and stretch together', () => {
    expect(hedgesG([1e9 + 10, 1e9 + 20, 1e9 + 30], [1e9 + 30, 1e9 + 40, 1e9 + 50])).toBeCloseTo(-1.6, 9);
  });

  test('is 0 for equal means, an empty group or a lone pair, and bounded for groups that never vary', () => {
    expect(hedgesG([1, 3], [2, 2])).toBe(0);
    expect(hedgesG([], [1, 2, 3])).toBe(0);
    expect(hedgesG([1], [2])).toBe(0);
    expect(hedgesG([5, 5], [1, 1])).toBe(10);
    expect(hedgesG([1, 1], [5, 5])).toBe(-10);
  });

  test('changes sign when the groups change places', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(hedgesG(a, b)).toBeCloseTo(-hedgesG(b, a), 10);
      }),
    );
  });
});

describe('cliffsDelta', () => {
  test('counts the pairs, ties as neither, worked by hand', () => {
    expect(cliffsDelta([2, 3], [1, 2])).toBe(0.75);
    expect(cliffsDelta([1, 2], [3, 4])).toBe(-1);
    expect(cliffsDelta([7, 7], [7, 7, 7])).toBe(0);
    expect(cliffsDelta([], [1])).toBe(0);
  });

  test('agrees with comparing every pair', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const pairs = a.flatMap((x) => b.map((y) => Math.sign(x - y)));
        const expected = pairs.reduce((sum, sign) => sum + sign, 0) / pairs.length;
        expect(cliffsDelta(a, b)).toBeCloseTo(expected, 10);
      }),
    );
  });

  test('is not swayed by how huge the largest value is', () => {
    expect(cliffsDelta([1, 2, 1e9], [1, 2, 3])).toBe(cliffsDelta([1, 2, 4], [1, 2, 3]));
  });
});

describe('cohensH', () => {
  test('is the difference on the arcsine scale', () => {
    expect(cohensH(0.5, 0.25)).toBeCloseTo(Math.PI / 6, 12);
    expect(cohensH(0, 1)).toBeCloseTo(-Math.PI, 12);
    expect(cohensH(0.3, 0.3)).toBe(0);
  });

  test('refuses what is no share', () => {
    expect(() => cohensH(1.2, 0)).toThrow(InputError);
    expect(() => cohensH(Number.NaN, 0)).toThrow(/share is NaN/);
  });
});

describe('the common scale', () => {
  test("Cliff's delta of two shifted normal groups becomes their shift in deviations", () => {
    // delta = 2 Φ(d / √2) − 1, from tables of Φ
    expect(standardizedDelta(0.1125)).toBeCloseTo(0.2, 2);
    expect(standardizedDelta(0.2763)).toBeCloseTo(0.5, 2);
    expect(standardizedDelta(0.4284)).toBeCloseTo(0.8, 2);
    expect(standardizedDelta(-0.8427)).toBeCloseTo(-2, 2);
    expect(standardizedDelta(0)).toBe(0);
    expect(standardizedDelta(1)).toBe(10);
  });

  test("strength follows Cohen's thresholds, whatever the sign", () => {
    expect([0, 0.19, -0.2, 0.5, -0.79, 0.8, -3].map(effectStrength)).toEqual([
      'none',
      'none',
      'small',
      'medium',
      'medium',
      'large',
      'large',
    ]);
  });

  test('the standard error shrinks with the root of the group sizes', () => {
    expect(effectStandardError(0, 50, 50)).toBeCloseTo(0.2, 12);
    expect(effectStandardError(0, 200, 200)).toBeCloseTo(0.1, 12);
    expect(effectStandardError(0, 0, 10)).toBe(Infinity);
  });

  test('ranks share ties', () => {
    expect(Array.from(averageRanks([30, 10, 10, 20]))).toEqual([4, 1.5, 1.5, 3]);
  });
});
