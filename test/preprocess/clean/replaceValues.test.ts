import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { replaceValues } from '../../../src/preprocess/clean/replaceValues';
import { run } from '../steps';

const frame = createFrame({ status: ['YOLO', 'Single', 'Absurd', null, 'YOLO'] });

test('odd categories are merged, each replacement counted, also one that never applied', () => {
  const { data, record } = run(frame, (table) =>
    replaceValues(table, 'status', { YOLO: 'Single', Absurd: null, Alone: 'Single' }),
  );
  expect(columnOf(data, 'status')).toEqual(['Single', 'Single', null, null, 'Single']);
  expect(record.changes).toEqual([
    { column: 'status', what: "'YOLO' replaced with 'Single'", count: 2 },
    { column: 'status', what: "'Absurd' made missing", count: 1 },
    { column: 'status', what: "'Alone' replaced with 'Single'", count: 0 },
  ]);
});

test('a Map tells numbers from text, an object does not', () => {
  const mixed = createFrame({ a: [1, '1', null] });
  const exact = replaceValues(
    mixed,
    'a',
    new Map([
      [1, 'one'],
      [null, 'none'],
    ] as [number | null, string][]),
  );
  expect(columnOf(exact.data, 'a')).toEqual(['one', '1', 'none']);
  expect(columnOf(replaceValues(mixed, 'a', { 1: 'one' }).data, 'a')).toEqual(['one', 'one', null]);
});

test('names that every object has are not replacements', () => {
  const odd = createFrame({ a: ['constructor', 'toString'] });
  expect(columnOf(replaceValues(odd, 'a', { x: 'y' }).data, 'a')).toEqual(['constructor', 'toString']);
});

test('nothing to replace is refused', () => {
  expect(() => replaceValues(frame, 'status', {})).toThrow('no value to replace');
});
