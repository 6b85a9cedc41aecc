import fc from 'fast-check';
import { Random } from '../../../src/core/random';
import { cramersV } from '../../../src/profile/features/cramersV';

/** `counts[i][j]` rows of value i in one category and j in the other. */
function rowsOf(counts: number[][]): [number[], number[]] {
  const pairs = counts.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])),
  );
  return [pairs.map(([i]) => i), pairs.map(([, j]) => j)];
}

describe('cramersV', () => {
  test('worked by hand', () => {
    // expected 15 in each cell, deviations 5: χ² = 4 · 25 / 15, n = 60
    const [a, b] = rowsOf([
      [20, 10],
      [10, 20],
    ]);
    const phi = 100 / 15 / 60 - 1 / 59;
    expect(cramersV(a, b)).toBeCloseTo(Math.sqrt(phi / (2 - 1 / 59 - 1)), 14);
  });

  test('is 1 where one settles the other, and 0 where counts are those of chance', () => {
    expect(
      cramersV(
        ...rowsOf([
          [30, 0],
          [0, 50],
        ]),
      ),
    ).toBeCloseTo(1, 14);
    expect(
      cramersV(
        ...rowsOf([
          [10, 20],
          [20, 40],
        ]),
      ),
    ).toBe(0);
    expect(cramersV([1, 1, 1], ['a', 'b', 'c'])).toBe(0);
  });

  test('is near 0 for categories that have nothing to do with each other, however many values', () => {
    const random = new Random(1);
    const draw = (values: number) => Array.from({ length: 1000 }, () => random.integer(values));
    const mean =
      Array.from({ length: 20 }, () => cramersV(draw(4), draw(12))).reduce((sum, v) => sum + v) / 20;
    expect(mean).toBeLessThan(0.03);
  });

  test('does not hang on order or names, is symmetric and within 0 … 1', () => {
    const pair = fc.tuple(fc.nat(3), fc.nat(2));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (pairs) => {
        const [a, b] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
        const v = cramersV(a, b);
        expect(v).toBeGreaterThanOrEqual(0);
        expect(v).toBeLessThanOrEqual(1);
        expect(cramersV(b, a)).toBeCloseTo(v, 6);
        expect(
          cramersV(
            a.map((value) => `x${3 - value}`),
            b,
          ),
        ).toBeCloseTo(v, 6);
      }),
    );
  });

  test('leaves out rows of which one value is missing', () => {
    const [a, b] = rowsOf([
      [20, 10],
      [10, 20],
    ]);
    expect(cramersV([...a, null, 1], [...b, 0, Number.NaN])).toBe(cramersV(a, b));
  });

  test('refuses lists of unequal length, and nothing to compare', () => {
    expect(() => cramersV([1, 2], [1])).toThrow(/one value per row/);
    expect(() => cramersV([null], [1])).toThrow(/nothing to compare/);
  });
});
