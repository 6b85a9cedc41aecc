import { evaluate } from './evaluate';

const faultOf = (pattern: string) =>
  evaluate<string | null>('lint-patterns.mjs', `it.fault(${JSON.stringify(pattern)})`);

test.each([
  '/^[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?$/i', // no two parts can take the same character
  '/[\\r\\n]/',
  '/^ *x/',
])('%s takes linear time', (pattern) => {
  expect(faultOf(pattern)).toBeNull();
});

test.each([
  ['/[\\r\\n]*$/', 'each line end of a long row of them is a start'],
  ['/^(?:\\d+)*x/', 'digits can be parted in 2ⁿ ways'],
  ['/^\\p{Lu}\\p{Ll}+(?![^:]*\\p{Lu})/u', 'each letter given back is followed by a look at all the others'],
  ['/^\\d*\\.?\\d*x/', 'two parts can take the same digits'],
])('%s does not: %s', (pattern) => {
  expect(faultOf(pattern)).toMatch(/time/);
});

test('patterns are found wherever they stand, and those that are made while the program runs', () => {
  const text = 'const a = /x+/g;\nf(a ? /y/ : [/z/.source]);\nnew RegExp(b);\n// /no/\nRegExp("c");';
  const found = evaluate('lint-patterns.mjs', `it.patternsIn(${JSON.stringify(text)}, 'a.ts')`);
  expect(found).toEqual([
    { pattern: '/x+/g', line: 1 },
    { pattern: '/y/', line: 2 },
    { pattern: '/z/', line: 2 },
    { line: 3 },
    { line: 5 },
  ]);
});
