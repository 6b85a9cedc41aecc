import { quoteWithBackslashes } from '../../../src/segmentation/sql/dialects/backslashes';

test.each([
  ['Gold', "'Gold'"],
  ["it's", "'it\\'s'"],
  ['a\\b', "'a\\\\b'"],
  ['one\ntwo\r', "'one\\ntwo\\r'"],
  ['`name`', "'`name`'"],
])('%j as a text', (text, quoted) => expect(quoteWithBackslashes(text)).toBe(quoted));

test('as a name only its own mark is escaped', () => {
  expect(quoteWithBackslashes("it's `x`", '`')).toBe("`it's \\`x\\``");
});

test('a text with a NUL character is refused', () => {
  expect(() => quoteWithBackslashes('a\0')).toThrow(/NUL/);
});
