import { InputError } from '../../src/core/errors';
import { checkLabels, rowsBySegment } from '../../src/core/labels';

test('labels of any array come back as one integer a row', () => {
  expect(checkLabels([0, 2, -1], 3)).toEqual(Int32Array.of(0, 2, -1));
  expect(checkLabels(Float32Array.of(1, 0), 2)).toEqual(Int32Array.of(1, 0));
});

test.each<[string, unknown, RegExp]>([
  ['no labels', null, /`segments` is null; it must be an array/],
  ['too few', [0], /`segments` has 1 labels for 2 rows; give one for each/],
  ['text', ['0', '1'], /`segments` holds '0' in row 0; a label is 0, 1, 2/],
  ['a fraction', [0, 0.5], /`segments` holds 0.5 in row 1/],
  ['less than noise', [0, -2], /`segments` holds -2 in row 1/],
  ['what is not there', [0, Number.NaN], /`segments` holds NaN in row 1/],
  ["customers' numbers", [7, 1e9], /`segments` holds 1000000000 in row 1; .*below 100000/],
])('%s are refused', (_, labels, message) => {
  const check = () => checkLabels(labels as number[], 2, 'segments');
  expect(check).toThrow(InputError);
  expect(check).toThrow(message);
});

test('segments come in the order of their labels, noise last', () => {
  const groups = rowsBySegment(Int32Array.of(2, -1, 0, 2));
  expect(Array.from(groups)).toEqual([
    [0, [2]],
    [2, [0, 3]],
    [-1, [1]],
  ]);
});
