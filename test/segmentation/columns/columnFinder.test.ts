import { columnFinder } from '../../../src/segmentation/columns/columnFinder';
import { Segmentation } from '../../../src/segmentation/segmentation';

test('a column is found by its name, or by the only one that differs in capitals, blanks and marks', () => {
  const nameOf = columnFinder(['Monthly Fee', 'monthly_fee', 'AGE', 'Income ($)', '', '--']);
  expect(['Monthly Fee', 'monthly_fee', 'age', 'income_$'].map(nameOf)).toEqual([
    'Monthly Fee',
    'monthly_fee',
    'AGE',
    'Income ($)',
  ]);
  expect(['MonthlyFee', 'income_%', 'Spending', '#', '…'].map(nameOf)).toEqual(new Array(5).fill(undefined));
});

test('a column without a name is taken for none of the model', () => {
  const Income = [0, 1, 0, 10, 9, 12, 1, 2];
  const model = new Segmentation({ k: 2 }).fit({ Spending: [0, 1, 2, 10, 11, 12, 0, 1], Income });
  expect(() => model.predict({ Spending: [1, 2], '': [5, 6] })).toThrow(/needs the column 'Income'/);
});
