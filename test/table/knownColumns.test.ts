import { knownSentences, knownTable, withWords } from '../../src/table/knownColumns';
import { typedColumn } from '../../src/table/typedColumn';

/** What is said of a table of these columns. */
function said(columns: Record<string, unknown[]>): string[] {
  const given = Object.entries(columns).map(([name, cells]) => ({ name, cells }));
  return knownSentences(knownTable(given, given[0].cells.length));
}

const ids = Array.from({ length: 12 }, (_, i) => `K-${100 + i}`);
const ages = Array.from({ length: 12 }, (_, i) => 20 + 3 * i);

test('of a table of customers and values nothing is said', () => {
  expect(said({ Customer: ids, Age: ages })).toEqual([]);
});

test('blank rows are counted, rows of totals named', () => {
  const sum = ages.reduce((total, age) => total + age, 0);
  const table = {
    Customer: [...ids, null, null, 'Total'],
    Age: [...ages, null, null, sum],
    Orders: [...ages, null, null, sum],
  };
  expect(said(table)).toEqual([
    "row 15 ('Total') is the sum of the other rows, no customer: left out",
    '2 blank rows left out',
  ]);
});

test('of many rows of one kind five are named, the others counted', () => {
  const pages = Array.from({ length: 7 }, (_, i) => `Page ${i + 1}`);
  const none = pages.map(() => null);
  const sentences = said({
    Customer: [...ids, ...pages],
    Age: [...ages, ...none],
    Orders: [...ages, ...none],
  });
  expect(sentences).toHaveLength(6);
  expect(sentences[0]).toBe("row 13 ('Page 1') is a remark, no customer: left out");
  expect(sentences[5]).toBe('2 more rows of totals, headers or remarks left out');
});

test('of many columns with words for missing five are named, the others counted', () => {
  const columns = Array.from({ length: 7 }, (_, j) => [
    `Amount ${j}`,
    ages.map((age, i) => (i === j ? 'NULL' : age)),
  ]);
  const sentences = said({ Customer: ids, ...Object.fromEntries(columns) });
  expect(sentences).toHaveLength(6);
  expect(sentences[0]).toBe("1 row has no 'Amount 0': NULL × 1");
  expect(sentences[5]).toBe('words for a missing value stand in 2 more columns');
});

test('a word that is a code among codes is said to be one; spellings are said too', () => {
  const countries = ['DE', 'NA', 'FR', 'DE', 'IT', 'NA', 'FR', 'DE', 'IT', 'FR', 'DE', 'IT'];
  const plans = [
    'Gold',
    'gold',
    'Basic',
    'Gold',
    'Basic',
    'Gold',
    'Basic',
    'Gold',
    'Basic',
    'Gold',
    'Basic',
    'Gold',
  ];
  expect(said({ Customer: ids, Country: countries, Plan: plans })).toEqual([
    `other spellings in 'Plan' are read as the most frequent: "gold" as 'Gold'`,
    "NA × 2 in 'Country' is read as a code among codes (NA is Namibia), not as a missing value",
  ]);
});

test('a typed column takes along what was found in it, and nothing else', () => {
  const cells = [20, 30];
  const column = typedColumn('Age', cells);
  expect(withWords(column, { cells, words: [], values: [], spellings: [] })).toEqual(column);
  const words = [{ word: 'NULL', rows: [2] }];
  const values = [{ word: 'NA', rows: [3] }];
  expect(withWords(column, { cells, words, values })).toEqual({ ...column, words, wordsKept: values });
  expect(withWords(column, { cells, words: [], values: [], spellings: ['x'] })).toEqual({
    ...column,
    spellings: ['x'],
  });
});
