import fc from 'fast-check';
import { repeatedKey } from '../../../../src/datasets/read/json/repeatedKey';

const texts = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '{', '}', ':', '": {', '\\"', '\\\\'));
const objects = fc.array(fc.dictionary(texts, fc.oneof(texts, fc.integer(), fc.dictionary(texts, texts))), {
  minLength: 1,
});

test('objects as they are written hold no name twice, whatever names and values hold', () => {
  fc.assert(
    fc.property(objects, (rows) => {
      expect(repeatedKey(JSON.stringify(rows, null, 1))).toBeUndefined();
      expect(repeatedKey(rows.map((row) => JSON.stringify(row)).join('\n'))).toBeUndefined();
    }),
  );
});

test('a name that is there once more is found, and in which object', () => {
  fc.assert(
    fc.property(objects, texts, (rows, name) => {
      const twice = `{${JSON.stringify(name)}: 1, ${JSON.stringify(name)} : 2}`;
      const written = [...rows.map((row) => JSON.stringify(row)), twice];
      const expected = { name, object: rows.length };
      expect(repeatedKey(written.join('\n'))).toEqual(expected);
      expect(repeatedKey(`[${written.join(',')}]`)).toEqual(expected);
    }),
  );
});

test('objects within an object, and within lists, have names of their own', () => {
  expect(repeatedKey('{"a": {"b": 1, "c": 2}, "b": 3, "d": [{"b": 1}, {"b": 2}]}')).toBeUndefined();
  expect(repeatedKey('{"x": 1}\n{"a": {"b": 1, "b": 2}, "b": 3}')).toEqual({ name: 'b', object: 1 });
  expect(repeatedKey('[{"a": [{"b": 1, "b": 2}]}]')).toEqual({ name: 'b', object: 0 });
});
