import { checkCustomerRows, withCustomerRows } from '../../../src/segmentation/columns/customerRows';
import { typedTable } from '../../../src/table/typedTable';

const ages = Array.from({ length: 12 }, (_, i) => 20 + 3 * i);
const sum = ages.reduce((total, age) => total + age, 0);
const table = typedTable({
  Customer: [...ages.map((_, i) => `K-${i}`), 'Total', null],
  Age: [...ages, sum, null],
  Orders: [...ages, sum, null],
});

test('the table has a row of totals and a blank one', () => {
  expect(table.others!.map(({ row, kind }) => [row, kind])).toEqual([
    [12, 'total'],
    [13, 'blank'],
  ]);
});

test('a row that is a customer after all is told by its label, in capitals or not', () => {
  const { others, columns } = withCustomerRows(table, [' TOTAL']);
  expect(others!.map(({ row }) => row)).toEqual([13]);
  expect(columns.map(({ cells }) => cells[12])).toEqual(['Total', sum, sum]);
});

test('nothing is changed where no row is so called, and where nothing was left out', () => {
  expect(withCustomerRows(table, [])).toBe(table);
  expect(withCustomerRows(table, ['Sum'])).toBe(table);
});

test('a label that no row has is refused, with those that were left out', () => {
  expect(() => checkCustomerRows(table, ['total'])).not.toThrow();
  expect(() => checkCustomerRows(table, ['Total', 'Sum'])).toThrow(
    "`customerRows` names 'Sum', but no row of that label was left out; rows that were left out: 'Total'",
  );
  expect(() => checkCustomerRows(typedTable({ Age: [1, 2] }), ['Sum'])).toThrow(
    "`customerRows` names 'Sum', but no row of that label was left out; leave it out: every row counts as a customer",
  );
});
