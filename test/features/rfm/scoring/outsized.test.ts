import { outsized } from '../../../../src/features/rfm/scoring/outsized';

const twelve = (first: number, others: number) => ({ frequency: [first, ...new Array(11).fill(others)] });

test('one who bought far more often than any other may be many', () => {
  expect(outsized(twelve(60, 2))).toEqual([
    'one customer made 60 of 82 purchases (73%), the next 2: if the name stands for everybody without one, such as walk-ins, leave these cells empty, and nobody is scored for them',
  ]);
});

test('a good customer, or one of few, is one', () => {
  expect(outsized(twelve(4, 1))).toEqual([]);
  expect(outsized(twelve(9, 2))).toEqual([]);
  expect(outsized({ frequency: [60, 2, 2] })).toEqual([]);
});
