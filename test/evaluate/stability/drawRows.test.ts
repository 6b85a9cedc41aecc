import { Random } from '../../../src/core/random';
import { drawDistinct, drawSubsample, drawWithReplacement } from '../../../src/evaluate/stability/drawRows';

test('a bootstrap draws as many rows as there are, some twice', () => {
  const rows = drawWithReplacement(200, new Random(1));
  expect(rows).toHaveLength(200);
  expect(new Set(rows).size).toBeLessThan(150);
});

test('taken once, they are the same rows in ascending order: some 63% of all', () => {
  const distinct = drawDistinct(10_000, new Random(1));
  expect([...distinct]).toEqual(
    [...new Set(drawWithReplacement(10_000, new Random(1)))].sort((a, b) => a - b),
  );
  expect(distinct.length / 10_000).toBeCloseTo(1 - Math.exp(-1), 2);
});

test('a subsample has its share of the rows, each once', () => {
  const rows = drawSubsample(50, 0.3, new Random(2));
  expect(new Set(rows).size).toBe(15);
  expect(drawSubsample(5, 0.01, new Random(2))).toHaveLength(1);
});
