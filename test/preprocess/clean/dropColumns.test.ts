import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { dropColumns } from '../../../src/preprocess/clean/dropColumns';
import { run } from '../steps';

const frame = createFrame({ a: [1, 2], b: [3, 3], c: [4, 4] });

test('columns go, with the reason', () => {
  const { data, record } = run(frame, (table) => dropColumns(table, ['b', 'c'], 'constant'));
  expect(data.columns).toEqual(['a']);
  expect(record.changes).toEqual([
    { column: 'b', what: 'column dropped (constant)', count: 2 },
    { column: 'c', what: 'column dropped (constant)', count: 2 },
  ]);
});

test('unknown columns and dropping all are refused', () => {
  expect(() => dropColumns(frame, ['d'])).toThrow("no column 'd'");
  expect(() => dropColumns(frame, ['a', 'b', 'c'])).toThrow('no column would be left');
});
