import { squaredDistance, squaredDistanceUpTo } from '../../src/core/squaredDistance';

const a = Float64Array.of(9, 1, 2, 3);
const b = Float64Array.of(4, 6, 3);

test('adds up squared differences from both starts', () => {
  expect(squaredDistance(a, 1, b, 0, 3)).toBe(9 + 16 + 0);
  expect(squaredDistanceUpTo(a, 1, b, 0, 3, 25)).toBe(25);
});

test('is above what is enough where it is more', () => {
  expect(squaredDistanceUpTo(a, 1, b, 0, 3, 8)).toBeGreaterThan(8);
});

test('of many columns it stops early where the sum is above what is enough, and is exact elsewhere', () => {
  const [ones, zeros] = [new Float64Array(20).fill(1), new Float64Array(20)];
  const far = squaredDistanceUpTo(ones, 0, zeros, 0, 20, 4);
  expect(far).toBeGreaterThan(4);
  expect(far).toBeLessThan(20);
  for (const cols of [7, 8, 9, 16, 17, 20])
    expect(squaredDistanceUpTo(ones, 0, zeros, 0, cols, 20)).toBe(cols);
});
