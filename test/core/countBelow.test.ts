import { countBelow } from '../../src/core/countBelow';

test.each([
  [[1, 2, 2, 3], 2, 1],
  [[1, 2, 2, 3], 2.5, 3],
  [[1, 2, 2, 3], 0, 0],
  [[1, 2, 2, 3], 9, 4],
  [[], 1, 0],
])('of %j, %d has %d below it', (ascending, bound, count) => {
  expect(countBelow(ascending, bound)).toBe(count);
});
