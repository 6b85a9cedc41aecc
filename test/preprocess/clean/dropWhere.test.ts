import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { type DropRule, dropWhere } from '../../../src/preprocess/clean/dropWhere';
import { run } from '../steps';

const frame = createFrame({ Age: [18, 40, 90, 115, null], City: ['a', 'b', 'a', 'c', null] });

test.each<[DropRule, unknown[], string]>([
  [{ atLeast: 90 }, [18, 40, null], 'at least 90'],
  [{ above: 90 }, [18, 40, 90, null], 'above 90'],
  [{ atMost: 40 }, [90, 115, null], 'at most 40'],
  [{ below: 40 }, [40, 90, 115, null], 'below 40'],
  [{ outside: [40, 90] }, [40, 90, null], 'outside 40 to 90'],
  [{ oneOf: [18, 115] }, [40, 90, null], 'one of 18, 115'],
  [{ oneOf: [null] }, [18, 40, 90, 115], 'one of null'],
])('%j', (rule, left, words) => {
  const { data, record } = run(frame, (table) => dropWhere(table, 'Age', rule, 'mistyped'));
  expect(columnOf(data, 'Age')).toEqual(left);
  expect(record).toMatchObject({
    step: 'Drop rows by Age',
    changes: [{ column: 'Age', what: `${words} (mistyped), row dropped`, count: 5 - left.length }],
  });
});

test('categories go by name', () => {
  const { data } = run(frame, (table) => dropWhere(table, 'City', { oneOf: ['a'] }));
  expect(columnOf(data, 'City')).toEqual(['b', 'c', null]);
});

test('a rule that fits no row changes nothing', () => {
  expect(run(frame, (table) => dropWhere(table, 'Age', { above: 200 })).record.changes).toEqual([]);
});

test.each([
  [{}, 'the rule has no condition; give one of atLeast, above'],
  [{ over: 3 }, 'a rule has no condition `over`'],
  [{ above: 3, below: 1 }, 'the rule has 2 conditions; give one, and chain calls'],
  [{ above: 'x' }, "`above` is 'x'"],
  [{ outside: [5, 1] }, '`outside` is [5,1]; give two numbers, the lower first'],
  [{ outside: [5] }, '`outside` is [5]; give two numbers'],
  [{ oneOf: 'a' }, "`oneOf` is 'a'; it must be an array; write ['a']"],
])('refuses the rule %j', (rule, message) => {
  expect(() => dropWhere(frame, 'Age', rule as never)).toThrow(message);
});

test('a bound on text is refused', () => {
  expect(() => dropWhere(frame, 'City', { above: 3 })).toThrow("column 'City' holds 'a' in row 0");
});
