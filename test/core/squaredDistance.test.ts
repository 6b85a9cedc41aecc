import { squaredDistance, squaredDistanceUpTo } from '../../src/core/squaredDistance';

const a = Float64Array.of(9, 1, 2, 3);
const b = Float64Array.of(4, 6, 3);

test('adds up squared differences from both starts', () => {
  expect(squaredDistance(a, 1, b, 0, 3)).toBe(9 + 16 + 0);
  expect(squaredDistanceUpTo(a, 1, b, 0, 3, 25)).toBe(25);
});

test('stops where the sum is above what is enough', () => {
  const far = squaredDistanceUpTo(a, 1, b, 0, 3, 8);
  expect(far).toBeGreaterThan(8);
  expect(far).toBeLessThan(25);
});
