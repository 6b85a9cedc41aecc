import { sameForAll } from '../../../../src/features/rfm/scoring/sameForAll';

const customers = (recency: number[], frequency: number[], monetary: number[]) => ({
  customer: recency.map((_, i) => `c${i}`),
  recency,
  frequency,
  monetary,
});

test.each([
  [[1, 2], [1, 2], [3, 4], []],
  [
    [1, 2],
    [1, 1],
    [3, 4],
    [
      'all customers have the same frequency: these scores distinguish nobody, and segments rest on recency alone',
    ],
  ],
  [
    [1, 1],
    [1, 2],
    [3, 4],
    [
      'all customers have the same recency: these scores distinguish nobody, and segments rest on frequency alone',
    ],
  ],
  [[1, 2], [1, 2], [3, 3], ['all customers have the same monetary value: these scores distinguish nobody']],
  [
    [1, 1],
    [1, 1],
    [3, 4],
    [
      'all customers have the same recency and the same frequency: these scores distinguish nobody, and all are in one segment',
    ],
  ],
  [[1], [1], [3], ['there is only one customer, and scores compare customers with each other']],
])('recency %p, frequency %p, monetary value %p', (recency, frequency, monetary, detected) => {
  expect(sameForAll(customers(recency, frequency, monetary))).toEqual(detected);
});
