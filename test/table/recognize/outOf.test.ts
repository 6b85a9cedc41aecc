import { recognizeScores, scoreIn } from '../../../src/table/recognize/outOf';

test.each([
  [['87/100', '4/100', '100/100'], [87, 4, 100], 'of 100'],
  [['4.5 / 5', '3,5 / 5', '0 / 5'], [4.5, 3.5, 0], 'of 5'],
  [['3 out of 7', '7 of 7'], [3, 7], 'of 7'],
  [['3 von 5', '4 von 5'], [3, 4], 'of 5'], // cspell:disable-line
])('%j are scores', (texts, values, unit) => {
  expect(recognizeScores(texts)).toEqual({ values, unit });
});

test.each([
  [['4/5', '40/50']],
  [['12/5', '3/5']],
  [['4/5', '4/5']],
  [['05/12', '11/12']],
  [['3/2024', '4/2024']],
  [['4/5', 'n/a']],
  [[]],
])('%j are none', (texts) => {
  expect(recognizeScores(texts)).toBeUndefined();
});

test('a score alone has its unit', () => {
  expect(scoreIn('4.5/5')).toEqual({ value: 4.5, unit: 'of 5' });
  expect(scoreIn('6/5')).toBeUndefined();
});
