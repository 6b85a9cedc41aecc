import { phrase, textOf } from '../../src/core/phrase';

test('a phrase is the sentence in parts', () => {
  expect(phrase`${{ option: 'k' }} is ${{ value: 0 }}; ask for at most ${3}`).toEqual([
    { option: 'k' },
    ' is ',
    { value: 0 },
    '; ask for at most ',
    '3',
  ]);
});

test('the library writes options in backquotes, columns and texts in quotes, everything else as it is', () => {
  const where = phrase`${{ file: 'a.csv' }}, line ${{ line: 3 }}`;
  expect(textOf(phrase`${where}: ${{ column: 'Age' }} holds ${{ value: 'x' }} in row ${{ row: 1 }}`)).toBe(
    "a.csv, line 3: 'Age' holds 'x' in row 1",
  );
  expect(textOf(phrase`column ${{ column: 2 }} under ${{ option: 'log' }}`)).toBe('column 2 under `log`');
  expect(textOf('as it is')).toBe('as it is');
});

test('who shows it gives options and columns names of their own', () => {
  const said = phrase`${{ option: 'minSamples' }} of ${{ column: 'Age' }}`;
  expect(textOf(said, { option: (name) => `--${name}` })).toBe("--minSamples of 'Age'");
  expect(textOf(said, { column: (name) => `the ${name}` })).toBe('`minSamples` of the Age');
});
