import {
  keptWordsSentence,
  missingWordsSentence,
  withoutMissingWords,
  wordsToKeep,
} from '../../src/table/missingWords';

const wordsIn = (name: string, cells: readonly unknown[]) =>
  withoutMissingWords(name, cells).words.map(({ word, rows }) => `${word} × ${rows.length}`);

test('numbers and dates: every word for missing, in any spelling', () => {
  expect(wordsIn('Age', ['23', 'NULL', '31', 'unknown', '?', '40', 'k. A.', ''])).toEqual([
    ...['? × 1', 'NULL × 1', 'k. A. × 1', 'unknown × 1'],
  ]);
  expect(wordsIn('Since', ['2024-05-01', '(null)', '2023-01-31', 'nie'])).toEqual(['(null) × 1']);
  expect(wordsIn('Spend', ['€ 1.234,50', '€ 20,00', '-', '€ 3,10', 0])).toEqual(['- × 1']);
  expect(wordsIn('Spend', [12, 'guest', 30, 0, 0, -1])).toEqual(['guest × 1']);
});

test('identifiers: words for nobody too; 0 where it repeats, −1 where nothing else is below zero', () => {
  const texts = ['A-17', 'B-03', 'guest', 'Gast', 'C-88', 'NULL', 'NULL', 'D-11'];
  expect(wordsIn('Customer', texts)).toEqual(['NULL × 2', 'Gast × 1', 'guest × 1']);
  expect(wordsIn('customer_id', [14001, 0, 14002, 0, -1])).toEqual(['0 × 2', '-1 × 1']);
  expect(wordsIn('Kundennummer', ['0', '1', '2', '3'])).toEqual([]);
  expect(wordsIn('Orders', [0, 0, 3, -1])).toEqual([]);
  expect(wordsIn('Email', ['a@example.com', 'anonymous', 'n/a', 'b@example.com'])).toEqual([
    ...['anonymous × 1', 'n/a × 1'],
  ]);
});

test('categories: the words of programs; what people answer is a category', () => {
  const plans = ['Basic', 'None', 'Gold', 'NULL', 'unknown', 'Basic', '#N/A', 'Gold', 'Leer', '(leer)'];
  expect(wordsIn('Plan', plans)).toEqual(['#N/A × 1', '(leer) × 1', 'NULL × 1']);
  expect(wordsIn('Newsletter', ['yes', 'no', 'unknown', 'n/a', 'no'])).toEqual(['n/a × 1', 'unknown × 1']);
});

test.each([
  ['Country', ['DE', 'NA', 'FR', 'ZA', 'NA'], ['NA × 2']],
  ['Land', ['de', 'na', 'fr', 'unknown'], ['na × 1']],
  ['State', ['N.Y.', 'N.D.', 'S.D.', 'C.A.'], ['N.D. × 1', 'S.D. × 1']],
])('%s: a code among codes is a value', (name, cells, expected) => {
  const { words, values } = withoutMissingWords(name, cells);
  expect(words).toEqual([]);
  expect(values.map(({ word, rows }) => `${word} × ${rows.length}`)).toEqual(expected);
});

test.each([
  ['Country', ['Germany', 'NA', 'France', 'Germany']],
  ['Sex', ['M', 'F', 'NA', 'M']],
  ['Country', ['DEU', 'NA', 'FRA', 'ZAF']],
])('%s: NA among %j is missing', (name, cells) => {
  expect(wordsIn(name, cells)).toEqual(['NA × 1']);
});

test('says which words, how often, and that codes were kept', () => {
  const cells = [
    '14001',
    'NULL',
    'NULL',
    'nan',
    'NULL',
    '14002',
    'NA',
    'NA',
    '\\N',
    'nil',
    'None',
    '#N/A',
    '-',
  ];
  expect(missingWordsSentence('Customer', withoutMissingWords('Customer', cells).words)).toBe(
    "11 rows have no 'Customer': NULL × 3, NA × 2, #N/A × 1, - × 1, None × 1, \\N × 1 and 2 more words",
  );
  const { values } = withoutMissingWords('Country', ['DE', 'NA', 'FR']);
  expect(keptWordsSentence('Country', values)).toBe(
    "NA × 1 in 'Country' is read as a code among codes (NA is Namibia), not as a missing value",
  );
});

test('a column without such words stays the array it is', () => {
  const cells = [1, 2, 0];
  expect(withoutMissingWords('Visits', cells).cells).toBe(cells);
});

test('words to keep are known in any case; where none are to be kept none is', () => {
  const kept = wordsToKeep(['None', 'k. A.', 'Gast']);
  expect(['none', 'NONE', 'K. A.', 'Gast', 'NULL'].map(kept)).toEqual([true, true, true, true, false]);
  expect(wordsToKeep([])('NULL')).toBe(false);
});

test('a column of words for missing alone holds nothing else', () => {
  expect(wordsIn('Plan', ['NULL', 'n/a', 'NULL'])).toEqual(['NULL × 2', 'n/a × 1']);
});

test('a column of more different texts than categories have knows words for missing, and no answers', () => {
  const texts = Array.from(
    { length: 400 },
    (_, i) => `remark ${String.fromCharCode(97 + (i % 26))} ${i} of a customer`,
  );
  expect(wordsIn('Note', [...texts, 'NULL', 'None'])).toContain('NULL × 1');
});
