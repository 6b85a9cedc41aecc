import { plainCells, plainIdentifier, spellingsOf, withoutExamples } from '../../src/table/spelling';

const plain = (text: string) => plainIdentifier(text).plain;

test.each([
  ...[
    '10452.0',
    '10452.00',
    ' 10452',
    '10452\u00A0',
    '\u200B10452',
    '\uFEFF10452',
    '10452\u00AD',
    "'10452",
    '’10452',
  ],
  ...['"10452"', "'10452'", '="10452"', '“10452”', '１０４５２', '10\u200D452', '10452,0', '10452\t'],
])('%j is 10452', (text) => {
  expect(plain(text)).toBe('10452');
});

test.each([
  ["'00123", '00123'],
  ['00123', '00123'],
  ['Ann.Lee@Example.COM', 'ann.lee@example.com'],
  ['Zoe\u0308', 'Zoë'],
  ['Ann\u00A0\u00A0Lee', 'Ann Lee'],
  ['A‑17', 'A-17'],
  ["O'Neil", "O'Neil"],
  ['AB12', 'AB12'],
  ['1.000', '1.000'],
  ['1.05', '1.05'],
  ['v1.0', 'v1.0'],
  ["'", "'"],
  ['', ''],
])('%j is %j', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test('a plain spelling is its own plain spelling', () => {
  for (const text of ['10452.0', "''00123'", '"\'x\'"', 'A‑17 ', '\u200B"a@B.c"'])
    expect(plain(plain(plain(text)))).toBe(plain(plain(text)));
});

test('what was undone is said, and what may matter is asked', () => {
  const { plain: spelled, detected } = spellingsOf('Customer', [
    '00123',
    '123',
    '10452',
    '10452.0',
    'AB12',
    'ab12',
    'AB-12',
  ]);
  expect([...spelled]).toEqual([['10452.0', '10452']]);
  expect(detected).toEqual([
    "1 spelling in 'Customer' is read as its plain form, without '.0' at the end (1): \"10452.0\" is '10452'",
    "1 value differs from another in 'Customer' in leading zeros only, such as '00123' and '123': they count as different customers; to join them, give the join-customers option 'zeros'",
    "1 value differs from another in 'Customer' in capitals only, such as 'AB12' and 'ab12': they count as different customers; to join them, give the join-customers option 'capitals'",
    "1 value differs from another in 'Customer' in blanks, hyphens or points only, such as 'AB-12' and 'AB12': they count as different customers; to join them, give the join-customers option 'marks'",
  ]);
  const joined = spellingsOf('Customer', ['00123', '123', 'AB12', 'ab-12'], ['zeros', 'capitals', 'marks']);
  expect([...joined.plain]).toEqual([
    ['00123', '123'],
    ['AB12', 'ab12'],
    ['ab-12', 'ab12'],
  ]);
  expect(joined.detected).toHaveLength(1);
});

describe('for what is passed on', () => {
  const kept = (texts: readonly string[]) => spellingsOf('Customer', texts).detected.map(withoutExamples);

  test.each([
    ['addresses', ['Ann@X.test', 'ann@x.test', 'bob@x.test']],
    ['names in capitals', ['Acme Inc', 'ACME INC']],
    ['names with apostrophes', ["O'Neil", "O'NEIL", "Ann' and 'Bob", "Ann' AND 'Bob"]],
    ['names with quotation marks', ['"Acme"', 'Acme', 'A "Bc"\u200b is \'7', 'ABC', 'abc']],
    [
      'names like the sentences',
      ["x, such as 'Ann", "X, such as 'Ann", "Bob': they count as different customers"],
    ],
  ])('no %s are shown', (_, texts) => {
    const said = kept(texts);
    expect(said.length).toBeGreaterThan(0);
    for (const sentence of said)
      expect(sentence).toMatch(
        /^\d values? differs? from another in 'Customer' in [a-z, ]+ only: they count as different customers; |^\d spellings? in 'Customer' (?:is|are) read as (?:its|their) plain form, without [^:"]*$/,
      );
  });

  test('mere numbers stay, and so do other sentences', () => {
    const texts = ['00123', '123', '10452.0', 'K-17', 'k-17'];
    expect(kept(texts)).toEqual(spellingsOf('Customer', texts).detected);
    expect(kept(texts).join()).toMatch(/"10452\.0" is '10452'.*'00123' and '123'.*'K-17' and 'k-17'/);
    const other = "other spellings in 'Plan' are read as the most frequent: 'gold' as 'Gold'";
    expect(withoutExamples(other)).toBe(other);
  });
});

test('cells of customers come in their plain spelling; anything but text stays', () => {
  const { cells, detected } = plainCells('Customer', ['10452', ' 10452', 'K-17', null, 5]);
  expect(cells).toEqual(['10452', '10452', 'K-17', null, 5]);
  expect(detected).toHaveLength(1);
  for (const same of [
    [1, 2, null],
    ['K-17', 'K-18'],
  ])
    expect(plainCells('Customer', same)).toEqual({ cells: same, detected: [] });
});
