import { mostFrequent } from '../../../src/preprocess/clean/mostFrequent';

test('of equally frequent values the first wins', () => {
  expect(mostFrequent(['b', 'a', 'a', 'b'])).toEqual({ value: 'b', count: 2 });
});
