import { Random } from '../../../src/core/random';
import { orderOf } from '../../../src/evaluate/structure/normalScores';

test('values are put in order, and of equal ones the first comes first', () => {
  expect([...orderOf([3, 1, 2, 1, -0, 0])]).toEqual([4, 5, 1, 3, 2, 0]);
  expect([...orderOf([])]).toEqual([]);
});

test('the order is that of a stable sort', () => {
  const random = new Random(5);
  const values = Array.from({ length: 500 }, () => random.integer(40) / 7);
  const stable = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  expect([...orderOf(values)]).toEqual(stable);
});
