import { areTruthValues, truthValue, truthWords } from '../../src/table/truth';
import { typedColumn } from '../../src/table/typedColumn';

test.each([
  ['TRUE', 'FALSE'],
  ['yes', 'No'],
  ['Y', 'N'],
  ['ja', 'nein'],
  ['J', 'N'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['Si', 'No'],
  ['sim', 'não'],
  ['ja', 'nee'],
  ['vrai', 'faux'],
  ['wahr', 'falsch'],
  ['vero', 'falso'],
])('%s and %s are yes and no', (yes, no) => {
  expect([truthValue(yes), truthValue(` ${no} `)]).toEqual([1, 0]);
  expect(typedColumn('Newsletter', [yes, no, null, yes])).toMatchObject({
    kind: 'boolean',
    values: Float64Array.of(1, 0, Number.NaN, 1),
    missing: 1,
  });
});

test.each([
  ['M', 'F'],
  ['A', 'N'],
  ['yes', 'maybe'],
  ['true', 'no'],
  ['S', 'M'],
  ['on', 'off'],
])('%s and %s are categories', (one, other) => {
  expect(areTruthValues([one, other])).toBe(false);
  expect(typedColumn('Answer', [one, other, one, other]).kind).toBe('category');
});

test('one of the two alone, and three answers, are categories', () => {
  expect(areTruthValues(['yes'])).toBe(false);
  expect(areTruthValues(['yes', 'no', 'unknown'])).toBe(false);
});

test('true and false in two ways of writing are still yes and no', () => {
  expect(typedColumn('Club', [true, 'FALSE', 'true', false]).kind).toBe('boolean');
});

test.each(['x', 'Y', 'yes', 'ja', 'Oui', 1, true, '✓', 'checked'])(
  'where %s or nothing stands, nothing means no',
  (mark) => {
    expect(typedColumn('VIP', [mark, null, '', mark])).toMatchObject({
      kind: 'boolean',
      values: Float64Array.of(1, 0, 0, 1),
      missing: 0,
      constant: false,
      mark: expect.any(String),
    });
  },
);

test('a single value that is no mark, a mark with few blanks, and a no are constant', () => {
  const reason = /^constant: always/;
  expect(typedColumn('Country', ['DE', null, 'DE']).reason).toMatch(reason);
  expect(typedColumn('Paid', ['no', null, 'no']).reason).toMatch(reason);
  expect(typedColumn('Size', ['S', null, 'S']).reason).toMatch(reason);
  expect(typedColumn('VIP', [...Array(30).fill('Y'), null]).reason).toMatch(reason);
});

test('every word is listed by what it means', () => {
  expect(truthWords(1)).toEqual(expect.arrayContaining(['true', 'yes', 'y', 'ja']));
  expect(truthWords(0)).toEqual(expect.arrayContaining(['false', 'no', 'n', 'nein']));
  for (const meaning of [0, 1] as const)
    expect(truthWords(meaning).every((word) => truthValue(word) === meaning)).toBe(true);
});
