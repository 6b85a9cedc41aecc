import { categoryText } from '../../src/segmentation/columns/categoryText';
import { levelKey, plainLevels } from '../../src/table/levelSpellings';
import { typedTable } from '../../src/table/typedTable';

const of = (...cells: unknown[]) => plainLevels('Plan', cells);

test('capitals, blanks, dots, invisible characters and letters in two parts make no other category', () => {
  const { cells, detected } = of(
    'Gold',
    'GOLD',
    'gold ',
    'Gold',
    'Gold.',
    'Go\u200Bld',
    'Café',
    'Cafe\u0301',
    'Café',
    null,
  );
  expect(cells).toEqual([...new Array(6).fill('Gold'), 'Café', 'Café', 'Café', null]);
  expect(detected).toEqual([
    `other spellings in 'Plan' are read as the most frequent: "Cafe\u0301" as 'Café'; "GOLD", "Gold." and "Go\u200Bld" as 'Gold'`,
  ]);
});

test('the order of the rows moves nothing, also where two spellings are equally frequent', () => {
  expect(of('gold', 'Gold', 'tin', 'tin').cells).toEqual(['Gold', 'Gold', 'tin', 'tin']);
  expect(of('Gold', 'tin', 'tin', 'gold').cells).toEqual(['Gold', 'tin', 'tin', 'Gold']);
});

test.each<[string, unknown[]]>([
  ['one spelling each', ['Gold', 'tin', 'Gold']],
  ['different texts', ['Ann', 'ann', 'Ben']],
  ['numbers', ['12 nights', '12 Nights', '12 nights', '12 Nights']],
  ['yes and no', ['yes', 'Yes', 'NO', 'no']],
  ['values of several kinds', ['Gold', 'GOLD', 1, 'Gold']],
  ['punctuation that says something', ['C', 'C+', 'C', 'C+', 'C++', 'C++']],
])('%s are left as they are', (_, cells) => {
  expect(of(...cells)).toEqual({ cells, detected: [] });
});

test('a table says it, and customers keep their own rules', () => {
  const { columns } = typedTable({
    Plan: ['Gold', 'GOLD', 'tin', 'tin'],
    'Customer ID': ['a1', 'A1', 'b1', 'b2'],
  });
  expect(columns.map((column) => column.kind === 'category' && column.levels)).toEqual([
    ['GOLD', 'tin'],
    false,
  ]);
  expect(columns[0].spellings).toHaveLength(1);
  expect(columns[1].spellings?.[0]).toContain('they count as different customers');
});

test('new customers have the category of the fit however it is spelled, unless the fit has two', () => {
  expect(categoryText('GOLD\u00A0', new Set(['Gold', 'Tin']))).toBe('Gold');
  expect(categoryText('gOLD', new Set(['Gold', 'GOLD']))).toBe('gOLD');
  expect(categoryText('Copper', new Set(['Gold', 'GOLD']))).toBe('Copper');
});

test('dots and blanks behind a category are no part of it, unless it is nothing else', () => {
  expect(levelKey('Gold. .')).toBe(levelKey('gold'));
  expect(levelKey('...')).toBe('...');
});

test('one category, numbers and other things have one spelling each', () => {
  for (const cells of [['Gold', 'Gold'], ['1', '1.'], [new Date(0), 'Gold', 'gold'], [null]])
    expect(of(...cells)).toEqual({ cells, detected: [] });
});

test('of many categories in several spellings three are named, the others counted', () => {
  const cells = ['Tin', 'Iron', 'Zinc', 'Gold', 'Lead'].flatMap((metal) => [
    metal,
    metal,
    metal.toLowerCase(),
  ]);
  expect(of(...cells).detected).toEqual([
    `other spellings in 'Plan' are read as the most frequent: "gold" as 'Gold'; "iron" as 'Iron'; "lead" as 'Lead', and 2 categories more`,
  ]);
});
