import { answerValue, recognizeScale } from '../../../src/table/recognize/answerScales';

// cspell:disable

test.each([
  [
    ['Strongly disagree', 'disagree', 'Neutral', 'Agree', 'STRONGLY  AGREE'],
    [1, 2, 3, 4, 5],
  ],
  [
    ['Somewhat agree', 'Agree', 'Somewhat disagree'],
    [3.5, 4, 2.5],
  ],
  [
    ['Very satisfied', 'Dissatisfied', 'Very satisfied'],
    [5, 2, 5],
  ],
  [
    ['Never', 'Sometimes', 'Often', 'Always', 'Rarely'],
    [1, 3, 4, 5, 2],
  ],
  [
    ['Trifft gar nicht zu', 'Trifft eher zu', 'Trifft voll und ganz zu'],
    [1, 3.5, 5],
  ],
  [
    ['Sehr zufrieden', 'unzufrieden'],
    [5, 2],
  ],
  [
    ["Pas d'accord", 'D’accord', "Tout à fait d'accord"],
    [2, 4, 5],
  ],
  [
    ['En desacuerdo', 'Totalmente de acuerdo'],
    [2, 5],
  ],
  [
    ['jamais', 'souvent', 'parfois'],
    [1, 4, 3],
  ],
])('%j are %j', (texts, values) => {
  expect(recognizeScale(texts)?.values).toEqual(values);
});

test('the ends are those that the column holds', () => {
  expect(recognizeScale(['Agree', 'Disagree', 'Agree'])).toMatchObject({
    least: 'Disagree',
    greatest: 'Agree',
  });
});

test.each([
  [['Agree', 'Satisfied']],
  [['Agree', 'Disagree', 'Maybe']],
  [['Never', 'Daily', 'Weekly']],
  [['Never', 'Never']],
  [['constructor', 'toString']],
  [['good', 'bad']],
])('%j are no answers on one scale', (texts) => {
  expect(recognizeScale(texts)).toBeUndefined();
});

test('one answer has its place on the scale', () => {
  expect([answerValue(' Strongly Agree '), answerValue('oft'), answerValue('toString')]).toEqual([
    5,
    4,
    undefined,
  ]);
});
