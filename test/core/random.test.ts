import fc from 'fast-check';
import { Random } from '../../src/core/random';

const draw = (seed: number, count: number) => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.uniform());
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same seed gives the same sequence, another seed another', () => {
  expect(draw(42, 5)).toEqual(draw(42, 5));
  expect(draw(42, 5)).not.toEqual(draw(43, 5));
  expect(draw(1, 5)).not.toEqual(draw(1 + 2 ** 32, 5));
});

test('the sequence never changes between versions', () => {
  const random = new Random(0);
  expect([random.uint32(), random.uint32(), random.uint32()]).toEqual([2899526011, 769844623, 220372281]);
});

test('uniform numbers fill [0, 1) evenly', () => {
  const bins = new Array(10).fill(0);
  for (const value of draw(7, 100_000)) bins[Math.floor(value * 10)]++;
  const chiSquared = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquared).toBeLessThan(27.9); // 99.9 % point with 9 degrees of freedom
});

test('normal variates have the asked mean and standard deviation', () => {
  const random = new Random(3);
  const values = Array.from({ length: 50_000 }, () => random.normal(10, 2));
  expect(mean(values)).toBeCloseTo(10, 1);
  expect(Math.sqrt(mean(values.map((value) => (value - 10) ** 2)))).toBeCloseTo(2, 1);
});

test('normal variates are of the standard normal distribution where nothing else is asked', () => {
  const [plain, scaled] = [new Random(9), new Random(9)];
  for (let i = 0; i < 5; i++) expect(scaled.normal(10, 2)).toBeCloseTo(10 + 2 * plain.normal(), 12);
});

test('a sample holds different integers below the bound, a shuffle the same items', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 50 }), (seed, bound) => {
      const sample = new Random(seed).sample(bound, Math.ceil(bound / 2));
      expect(new Set(sample).size).toBe(Math.ceil(bound / 2));
      expect(Math.max(...sample)).toBeLessThan(bound);
      const items = Array.from({ length: bound }, (_, index) => index);
      expect(new Random(seed).shuffle(items).sort((a, b) => a - b)).toEqual(items);
    }),
  );
});

test('a sample cannot be larger than what it is drawn from', () => {
  expect(() => new Random(1).sample(3, 4)).toThrow('`count` is 4, but there are only 3 integers below 3');
});
