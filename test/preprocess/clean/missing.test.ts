import fc from 'fast-check';
import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { dropMissing, fillMissing } from '../../../src/preprocess/clean/missing';
import { run } from '../steps';

const frame = createFrame({
  Income: [10, null, 30, 1000],
  Age: [40, 50, null, 70],
  City: ['Rome', 'Oslo', null, 'Oslo'],
});

test('dropMissing drops rows with any gap and counts the gaps per column', () => {
  const { data, record } = run(frame, (table) => dropMissing(table));
  expect(data.values).toEqual([
    [10, 40, 'Rome'],
    [1000, 70, 'Oslo'],
  ]);
  expect(record.changes).toEqual([
    { column: 'Income', what: 'missing, row dropped', count: 1 },
    { column: 'Age', what: 'missing, row dropped', count: 1 },
    { column: 'City', what: 'missing, row dropped', count: 1 },
  ]);
});

test('dropMissing looks only where it is told to', () => {
  const { data } = run(frame, (table) => dropMissing(table, { columns: ['Income'] }));
  expect(columnOf(data, 'Age')).toEqual([40, null, 70]);
  expect(() => dropMissing(frame, { columns: ['Incom'] })).toThrow("did you mean 'Income'?");
});

test('dropMissing may leave no row, but keeps the columns', () => {
  const { data, record } = run(createFrame({ a: [null], b: [1] }), (table) => dropMissing(table));
  expect(data.columns).toEqual(['a', 'b']);
  expect(record).toMatchObject({ rowsBefore: 1, rowsAfter: 0 });
});

test('fillMissing fills columns of numbers with their medians, and says so', () => {
  const { data, record } = run(frame, (table) => fillMissing(table));
  expect(columnOf(data, 'Income')).toEqual([10, 30, 30, 1000]);
  expect(columnOf(data, 'Age')).toEqual([40, 50, 50, 70]);
  expect(columnOf(data, 'City')[2]).toBeNull();
  expect(record.changes).toEqual([
    { column: 'Income', what: 'missing, filled with the median 30', count: 1 },
    { column: 'Age', what: 'missing, filled with the median 50', count: 1 },
  ]);
});

test.each([
  ['mean', 'Income', 1040 / 3, 'the mean 346.667'],
  ['most-frequent', 'City', 'Oslo', "the most frequent value 'Oslo'"],
] as const)('fillMissing by %s', (strategy, column, value, words) => {
  const { data, record } = run(frame, (table) => fillMissing(table, { strategy, columns: [column] }));
  expect(columnOf(data, column)).toContain(value);
  expect(columnOf(data, column)).not.toContain(null);
  expect(record.changes).toEqual([{ column, what: `missing, filled with ${words}`, count: 1 }]);
});

test('fillMissing by a constant', () => {
  const { data } = run(frame, (table) =>
    fillMissing(table, { strategy: 'constant', value: 0, columns: ['Age'] }),
  );
  expect(columnOf(data, 'Age')).toEqual([40, 50, 0, 70]);
});

test('fillMissing refuses what it cannot do', () => {
  expect(() => fillMissing(frame, { columns: ['City'] })).toThrow("column 'City' isn't numeric");
  expect(() => fillMissing(createFrame({ a: [null] }), { columns: ['a'] })).toThrow('has no values');
  expect(() => fillMissing(frame, { strategy: 'constant' })).toThrow("'constant' needs a value");
  expect(() => fillMissing(frame, { strategy: 'mean', value: 3 })).toThrow('no other strategy takes one');
  expect(() => fillMissing(frame, { strategy: 'mode' as never })).toThrow("one of 'median', 'mean'");
});

test('a step refuses what is no data frame', () => {
  expect(() => dropMissing([[1]] as never)).toThrow('it must be a DataFrame');
});

test('after filling, nothing numeric is missing and known values are as before', () => {
  const cells = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 });
  fc.assert(
    fc.property(cells, (values) => {
      fc.pre(values.some((value) => value !== null));
      const filled = columnOf(fillMissing(createFrame({ a: values })).data, 'a');
      expect(filled).not.toContain(null);
      expect(filled.filter((_, row) => values[row] !== null)).toEqual(
        values.filter((value) => value !== null),
      );
    }),
  );
});
