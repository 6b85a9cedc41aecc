import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { ordinalEncode } from '../../../src/preprocess/encode/ordinalEncode';
import { run } from '../steps';

const frame = createFrame({ Education: ['PhD', 'Basic', null, '2n Cycle', 'Master'] });
const order = ['Basic', 'Graduation', ['2n Cycle', 'Master'], 'PhD'];

test('categories become their rank; some may share one; missing stays missing', () => {
  const { data, record } = run(frame, (table) => ordinalEncode(table, 'Education', order));
  expect(columnOf(data, 'Education')).toEqual([3, 0, null, 2, 2]);
  expect(record.changes).toEqual([
    { column: 'Education', what: 'ranked: Basic 0, Graduation 1, 2n Cycle or Master 2, PhD 3', count: 4 },
  ]);
});

test('ranks may go to a new column', () => {
  const { data } = run(frame, (table) => ordinalEncode(table, 'Education', order, { as: 'Level' }));
  expect(data.columns).toEqual(['Education', 'Level']);
  expect(columnOf(data, 'Level')).toEqual([3, 0, null, 2, 2]);
});

test('refuses a category it has no rank for, one named twice, no order and a name that is taken', () => {
  expect(() => ordinalEncode(frame, 'Education', ['Basic', 'Phd'])).toThrow(
    "column 'Education' holds 'PhD' in row 0, which `order` lacks; did you mean 'Phd'?",
  );
  expect(() => ordinalEncode(frame, 'Education', ['PhD', 'Basic', 'PhD'])).toThrow(
    "`order` names 'PhD' twice",
  );
  expect(() => ordinalEncode(frame, 'Education', [])).toThrow('`order` is empty');
  const two = createFrame({ a: ['x'], b: [1] });
  expect(() => ordinalEncode(two, 'a', ['x'], { as: 'b' })).toThrow("has a column 'b' already");
});
