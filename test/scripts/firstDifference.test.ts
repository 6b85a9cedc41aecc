import { evaluate } from './evaluate';

const differenceOf = (expected: unknown, found: unknown) =>
  evaluate<string | null>(
    'reference/first-difference.mjs',
    `it.firstDifference(${JSON.stringify(expected)}, ${JSON.stringify(found)})`,
  );

test('rounding is no difference, more than rounding is', () => {
  expect(differenceOf({ a: [1, 2e6] }, { a: [1 + 1e-9, 2e6 + 1e-3] })).toBeNull();
  expect(differenceOf({ a: [1, 2e6] }, { a: [1, 2e6 + 1] })).toBe('$.a.1 was 2000000 and is 2000001');
});

test('what is missing, new or of another kind is a difference', () => {
  expect(differenceOf({ a: 1 }, {})).toBe('$.a was 1 and is absent');
  expect(differenceOf([1], [1, 2])).toBe('$.1 was absent and is 2');
  expect(differenceOf({ a: null }, { a: [0] })).toBe('$.a was null and is [0]');
});
