import { otherRowSentence } from '../../../src/table/rows/otherRow';

test('a row is named by its number in the file of customers, and by what it says', () => {
  const total = {
    row: 24,
    kind: 'total',
    column: 'Name',
    label: 'Grand total',
    reason: 'the sum of the other rows',
  } as const;
  expect(otherRowSentence(total)).toBe("row 25 ('Grand total') is the sum of the other rows, no customer");
  expect(otherRowSentence({ ...total, label: '' })).toBe('row 25 is the sum of the other rows, no customer');
});
