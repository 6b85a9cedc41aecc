import { nearestName, suggestion } from '../../src/datasets/nearestName';

test.each([
  ['Incme', 'Income'],
  ['INCOME', 'Income'],
  ['Ages', 'Age'],
  ['Recency', undefined],
])('nearest to %s is %s', (wanted, expected) => {
  expect(nearestName(wanted, ['Age', 'Income'])).toBe(expected);
});

test('the closest of several wins', () => {
  expect(nearestName('MntWine', ['MntFish', 'MntWines', 'MntWins'])).toBe('MntWines');
});

test('a suggestion names the likely one and all', () => {
  expect(suggestion('Agge', ['Age', 'Income'])).toBe("did you mean 'Age'? There are: Age, Income");
  expect(suggestion('xyz', ['Age'])).toBe('there are: Age');
});

test('a name of a million letters is compared with none that is too short to be meant', () => {
  const long = 'n'.repeat(1_000_000);
  expect(nearestName(long, ['Age', 'Income'])).toBeUndefined();
  expect(nearestName('Age', [long, 'Ages'])).toBe('Ages');
});
