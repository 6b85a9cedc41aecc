import fc from 'fast-check';
import {
  describeNumbers,
  numbersIn,
  plainNumbersIn,
  recognizeNumbers,
} from '../../../src/table/recognize/numbers';
import type { GivenMarks } from '../../../src/table/recognize/numberText';

/** The numbers of texts that can be read in one way only, and what is said of them. */
function read(texts: string[], given: GivenMarks = {}) {
  const found = recognizeNumbers(texts, given);
  if (found?.styles.length !== 1) return found?.styles.length ?? 'no numbers';
  return [numbersIn(found, found.styles[0]), describeNumbers(found, found.styles[0])];
}

test.each([
  [['1.5', '-2', '+3', '.5', '5.', '1e3', '1E-2'], [1.5, -2, 3, 0.5, 5, 1000, 0.01], ''],
  [['1,5', '2'], [1.5, 2], 'a decimal comma'],
  [['(45.00)', '12.50'], [-45, 12.5], 'negative amounts in brackets'],
  [['45.00-', '12.50'], [-45, 12.5], 'minus signs after the number'],
  [['45 CR', '12 DR', '7'], [-45, 12, 7], 'credits (CR) as negative amounts'],
  [['−45.00', '–12', '7'], [-45, -12, 7], ''],
  [['12,00 kr', '-7 kr'], [12, -7], 'a decimal comma and the sign kr (removed)'],
  [['kr. 12', 'kr.7'], [12, 7], 'the sign kr. (removed)'],
  [['1’234.50', "1'000.00"], [1234.5, 1000], 'apostrophes between thousands'],
  [
    ['($45.00)', '$(7)', '$8', '-$9', '$-9'],
    [-45, -7, 8, -9, -9],
    'the sign $ (removed) and negative amounts in brackets',
  ],
  [
    ['1.234,50- €', '5 €'],
    [-1234.5, 5],
    'a decimal comma and points between thousands and the sign € (removed) and minus signs after the number',
  ],
  [['US$ 5', 'US$6'], [5, 6], 'the sign US$ (removed)'],
  [
    ['R$ 1.000,00', 'R$ 2,50'],
    [1000, 2.5],
    'a decimal comma and points between thousands and the sign R$ (removed)',
  ],
  [['99 zł', '1 000 zł'], [99, 1000], 'spaces between thousands and the sign zł (removed)'],
  [['5,2 %', '-3 %'], [5.2, -3], 'a decimal comma and the sign % (removed)'],
])('%j are the numbers %j', (texts, numbers, said) => {
  expect(read(texts)).toEqual([numbers, said]);
});

test.each([
  ...[['(5'], ['5)'], ['-(5)'], ['(5)-'], ['--5'], ['5--'], ['-5-'], ['5 CR-'], ['$5$'], ['$5 €'], ['%5']],
  ...[
    ['EURO 5'],
    ['5 kg'],
    ['180 ft'],
    ['K05'],
    ['#5'],
    ['1/2'],
    ['12:30'],
    ['2024-05-31'],
    ['+49 170 1234567'],
  ],
  ...[
    ['00123'],
    ['1234567890123456'],
    ['1,23,4'],
    ['10.0.0.1'],
    ['1 2'],
    ['0x10'],
    ['Infinity'],
    ['-'],
    ['()'],
    ['e5'],
  ],
  ...[
    ['$5', '6'],
    ['5 %', '6'],
    ['5 CR', '€ 5'],
    ['1.5', '2,5'],
  ],
])('%j, %j cannot be read as numbers', (...texts) => {
  expect(read(texts.filter(Boolean))).toBe('no numbers');
});

test('one separator that may be either leaves two styles', () => {
  expect(read(['1,234'])).toBe(2);
  expect(read(['1,234'], { decimal: ',' })).toEqual([[1.234], 'a decimal comma']);
  expect(read(['(1.234)'], { thousands: '.' })).toEqual([
    [-1234],
    'a decimal comma and points between thousands and negative amounts in brackets',
  ]);
});

test('decimals keep every digit as plain text', () => {
  const texts = ['(1,234.567890123456789)', '1,000.10'];
  const found = recognizeNumbers(texts)!;
  expect(plainNumbersIn(found, found.styles[0])).toEqual(['-1234.567890123456789', '1000.10']);
});

const STYLES = [
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: ',', thousands: ' ' },
  { decimal: ',', thousands: '\u202f' },
  { decimal: '.', thousands: "'" },
  { decimal: '.', thousands: '’' },
];
const NEGATIVE = [
  (text: string) => `-${text}`,
  (text: string) => `−${text}`,
  (text: string) => `${text}-`,
  (text: string) => `(${text})`,
];
const UNIT = [
  (text: string) => text,
  (text: string) => `$${text}`,
  (text: string) => `${text} €`,
  (text: string) => `CHF ${text}`,
  (text: string) => `${text}\u00A0kr`,
];

test('a number written in any style is read back', () => {
  const cents = fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 1, maxLength: 20 });
  const styles = fc.constantFrom(...STYLES);
  fc.assert(
    fc.property(
      cents,
      styles,
      fc.constantFrom(...NEGATIVE),
      fc.constantFrom(...UNIT),
      (values, style, negative, unit) => {
        const write = (value: number) => {
          const [whole, decimals] = (Math.abs(value) / 100).toFixed(2).split('.');
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.thousands);
          const text = unit(`${grouped}${style.decimal}${decimals}`);
          return value < 0 ? negative(text) : text;
        };
        const found = recognizeNumbers(values.map(write))!;
        expect(numbersIn(found, found.styles[0])).toEqual(values.map((value) => value / 100 + 0));
      },
    ),
  );
});

test('any text is read in time linear in its length', () => {
  const hostile = ['1', ',', "1'", ' ', '(', '-', '.', '€', 'e', '1,', '1e'].map((part) =>
    part.repeat(200_000),
  );
  const started = performance.now();
  for (const text of hostile)
    for (const end of ['', 'x', '!']) recognizeNumbers([text + end, `${end}${text}`]);
  expect(performance.now() - started).toBeLessThan(3000);
});
