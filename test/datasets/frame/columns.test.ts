import {
  columnOf,
  columnsOf,
  numericColumn,
  numericColumns,
  toNumericMatrix,
} from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';

const frame = createFrame({
  Age: [34, 51, null],
  Gender: ['Female', 'Male', null],
  Member: [true, false, true],
  Income: [42000, 58000.5, 61000],
});

test('columnOf copies: changing the copy leaves the frame alone', () => {
  const ages = columnOf(frame, 'Age');
  expect(ages).toEqual([34, 51, null]);
  ages[0] = 99;
  columnsOf(frame).get('Age')![0] = 99;
  expect(columnOf(frame, 'Age')[0]).toBe(34);
});

test('an unknown column is refused with the nearest name', () => {
  expect(() => columnOf(frame, 'income')).toThrow("there is no column 'income'; did you mean 'Income'?");
  expect(() => columnOf(frame, 'Recency')).toThrow(
    "no column 'Recency'; there are: Age, Gender, Member, Income",
  );
});

test('numericColumn gives NaN for missing and 1 for true', () => {
  expect(Array.from(numericColumn(frame, 'Age'))).toEqual([34, 51, Number.NaN]);
  expect(Array.from(numericColumn(frame, 'Member'))).toEqual([1, 0, 1]);
});

test('numericColumn names row and value of a text', () => {
  expect(() => numericColumn(frame, 'Gender')).toThrow("column 'Gender' holds 'Female' in row 0");
});

test('only columns of numbers count as numeric', () => {
  expect(numericColumns(frame)).toEqual(['Age', 'Income']);
});

test('toNumericMatrix takes columns in the order asked, all numeric ones by default', () => {
  const chosen = toNumericMatrix(frame, ['Income', 'Age']);
  expect(chosen.columns).toEqual(['Income', 'Age']);
  expect(chosen.toRows()).toEqual([
    [42000, 34],
    [58000.5, 51],
    [61000, Number.NaN],
  ]);
  expect(toNumericMatrix(frame).columns).toEqual(['Age', 'Income']);
});

test('toNumericMatrix refuses to take nothing', () => {
  expect(() => toNumericMatrix(createFrame({ a: ['x'] }))).toThrow('no column of numbers');
});
