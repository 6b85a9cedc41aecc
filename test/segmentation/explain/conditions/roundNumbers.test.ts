import fc from 'fast-check';
import { digitsOf, roundestFrom } from '../../../../src/segmentation/explain/conditions/roundNumbers';

test.each([
  [61_834, 62_310, 62_000],
  [61_834, 61_990, 61_900],
  [0, 1, 0],
  [-3, 5, 0],
  [3, 4, 3],
  [40, 45, 40],
  [0.31, 0.39, 0.35],
  [96, 107, 100],
  [-62_310, -61_834, -62_000],
  [1950, 1951, 1950],
])('from %d to below %d people would say %d', (low, high, expected) => {
  expect(roundestFrom(low, high)).toBe(expected);
});

test('the number lies between, however close or large the two are', () => {
  const number = fc.double({ noNaN: true, min: -1e150, max: 1e150 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b);
      const [low, high] = a < b ? [a, b] : [b, a];
      const found = roundestFrom(low, high);
      expect(found >= low && found < high).toBe(true);
    }),
  );
});

test('digits before the zeros', () => {
  expect([62_000, 61_500, 0.35, 7, 100, 0].map(digitsOf)).toEqual([2, 3, 2, 1, 1, 0]);
});
