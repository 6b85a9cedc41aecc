import { checkWeights } from '../../src/core/checkWeights';
import { phrase } from '../../src/core/phrase';

const rows = { option: 'sampleWeight', each: 'row', length: 2 } as const;

test('weights come back as a copy', () => {
  const given = [1, 0];
  const checked = checkWeights(given, rows);
  expect(Array.from(checked)).toEqual([1, 0]);
  checked[0] = 5;
  expect(given).toEqual([1, 0]);
});

test.each([
  [[1], 'wrong-shape', '`sampleWeight` has 1 values for 2 rows; give one for each row'],
  [[1, -1], 'unreadable-value', '`sampleWeight` holds -1 for row 1; weights are finite and not negative'],
  [[1, Infinity], 'unreadable-value', '`sampleWeight` holds Infinity for row 1'],
  [[1, Number.NaN], 'unreadable-value', '`sampleWeight` holds NaN for row 1'],
])('%j is refused', (weights, code, message) => {
  expect(() => checkWeights(weights, rows)).toThrow(
    expect.objectContaining({ code, option: 'sampleWeight', message: expect.stringContaining(message) }),
  );
});

test('weights that are not there are refused', () => {
  expect(() => checkWeights(undefined as never, rows)).toThrow(
    '`sampleWeight` has no values for 2 rows; give one for each row',
  );
});

test('where 0 means nothing it is refused too; a message says what fixes their number', () => {
  const wanted = phrase`but ${{ option: 'nClusters' }} is ${2}`;
  const shares = { option: 'start.weights', each: 'component', length: 2, wanted, positive: true } as const;
  expect(() => checkWeights([1, 0], shares)).toThrow(
    '`start.weights` holds 0 for component 1; weights are finite and positive',
  );
  expect(() => checkWeights([1], shares)).toThrow('`start.weights` has 1 values but `nClusters` is 2');
});

test('the place at fault is data', () => {
  const columns = { option: 'weights', each: 'column', length: 1 } as const;
  expect(() => checkWeights([-1], columns)).toThrow(expect.objectContaining({ column: 0, value: -1 }));
  expect(() => checkWeights([-1, 1], rows)).toThrow(expect.objectContaining({ row: 0, value: -1 }));
});
