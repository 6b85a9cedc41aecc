import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { oneHotEncode } from '../../../src/preprocess/encode/oneHotEncode';
import { run } from '../steps';

const frame = createFrame({ id: [1, 2, 3], gender: ['Male', 'Female', 'Male'], age: [30, 40, 50] });

test('categories become columns of 0 and 1 in the place of the original, sorted', () => {
  const { data, record } = run(frame, (table) => oneHotEncode(table, { columns: ['gender'] }));
  expect(data.columns).toEqual(['id', 'gender_Female', 'gender_Male', 'age']);
  expect(data.values).toEqual([
    [1, 0, 1, 30],
    [2, 1, 0, 40],
    [3, 0, 1, 50],
  ]);
  expect(record.changes).toEqual([
    { column: 'gender', what: 'replaced with columns of 0 and 1: gender_Female, gender_Male', count: 3 },
  ]);
});

test('given categories hold for new customers, also those nobody has', () => {
  const categories = { gender: ['Other', 'Male', 'Female'] };
  const { data } = run(frame, (table) => oneHotEncode(table, { columns: ['gender'], categories }));
  expect(data.columns).toEqual(['id', 'gender_Other', 'gender_Male', 'gender_Female', 'age']);
});

test('dropFirst leaves out what the others imply', () => {
  const { data } = run(frame, (table) => oneHotEncode(table, { columns: ['gender'], dropFirst: true }));
  expect(data.columns).toEqual(['id', 'gender_Male', 'age']);
});

test('categories that are numbers sort as numbers', () => {
  const { data } = run(createFrame({ k: [10, 9] }), (table) => oneHotEncode(table, { columns: ['k'] }));
  expect(data.columns).toEqual(['k_9', 'k_10']);
});

test('refuses missing values, unknown categories, unknown columns and names that are taken', () => {
  const gap = createFrame({ gender: ['Male', null] });
  expect(() => oneHotEncode(gap, { columns: ['gender'] })).toThrow("column 'gender' is missing in row 1");
  const categories = { gender: ['Male', 'Femal'] };
  expect(() => oneHotEncode(frame, { columns: ['gender'], categories })).toThrow(
    "column 'gender' holds 'Female' in row 1, which is not among its categories; did you mean 'Femal'?",
  );
  expect(() => oneHotEncode(frame, { columns: ['sex'] })).toThrow("no column 'sex'");
  const taken = createFrame({ a: ['x'], a_x: [1] });
  expect(() => oneHotEncode(taken, { columns: ['a'] })).toThrow("a second column 'a_x'");
});
