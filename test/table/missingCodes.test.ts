import { dayOf, missingCodeSentence, missingCodesAmong } from '../../src/table/missingCodes';
import { typedColumn } from '../../src/table/typedColumn';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const times = <T>(count: number, value: T) => new Array<T>(count).fill(value);

const codesIn = (name: string, cells: readonly unknown[]) =>
  missingCodesAmong(typedColumn(name, cells)).map(
    ({ value, rows, sure }) => `${rows} × ${value}${sure ? '' : '?'}`,
  );

const AGES = range(18, 80);
const INCOMES = range(20, 90).map((thousands) => thousands * 1000 + ((thousands * 37) % 900));
const SPENDS = range(1, 60).map((i) => (i * i * 7) % 900);

test('codes are known by their shape, their distance and their number', () => {
  expect(codesIn('Age', [...AGES, ...times(20, 999)])).toEqual(['20 × 999']);
  expect(codesIn('Age', [...AGES, ...times(3, 998), ...times(20, 999), ...times(2, -1)])).toEqual([
    ...['20 × 999', '3 × 998', '2 × -1'],
  ]);
  expect(codesIn('Income', [...INCOMES, ...times(5, 666_666)])).toEqual(['5 × 666666']);
  expect(codesIn('Income', [...INCOMES, 9_999_999, 9_999_999])).toEqual(['2 × 9999999']);
  expect(codesIn('Visits', [...range(0, 30), ...times(4, 99)])).toEqual(['4 × 99']);
  expect(codesIn('Visits', [...range(0, 30), ...times(4, -9)])).toEqual(['4 × -9']);
});

test.each([
  [
    'Note satisfaction (1-5)',
    [...times(30, 1), ...times(40, 4), ...times(30, 5), ...times(12, 9)],
    ['12 × 9'],
  ],
  ['Rating 1 to 5', [...times(30, 2), ...times(30, 5), ...times(9, 0)], ['9 × 0']],
  ['NPS (0-10)', [...times(30, 0), ...times(30, 10), 99, -1], ['1 × 99', '1 × -1']],
  ['Spending Score (1-100)', range(1, 99), []],
  ['Orders 1-30', [...range(1, 30), 44, 57], []],
  ['Calls (1-3)', [...times(3, 1), ...times(30, 9), ...times(30, 8)], []],
])('%s: what lies beyond the scale of the name', (name, cells, codes) => {
  expect(codesIn(name, cells)).toEqual(codes);
});

test('what nobody can be is a code however often it is written', () => {
  expect(codesIn('Age', [...AGES, 240])).toEqual(['1 × 240']);
  expect(codesIn('Alter', [...AGES, ...times(5, 0)])).toEqual(['5 × 0']);
  expect(codesIn('Age', [...range(0, 60), 0, 0])).toEqual([]);
});

test('what may be a code is asked', () => {
  expect(codesIn('Income', [...INCOMES, 666_666])).toEqual(['1 × 666666?']);
  expect(codesIn('Income', [...INCOMES, ...times(9, 0)])).toEqual(['9 × 0?']);
  expect(codesIn('Orders', [...range(1, 40), -1])).toEqual(['1 × -1?']);
  expect(codesIn('Kids', [0, 1, 2, 0, 1, 9, 9, 9])).toEqual(['3 × 9?']);
  expect(codesIn('Points', [...range(1, 60), ...times(20, 5000)])).toEqual(['20 × 5000?']);
});

test('what is real is not questioned', () => {
  expect(codesIn('Spend', [...SPENDS, ...times(30, 0)])).toEqual([]);
  expect(codesIn('Spend', [...SPENDS, 12_000])).toEqual([]);
  expect(codesIn('Age', AGES)).toEqual([]);
  expect(codesIn('Balance', [...range(-40, 60), -99, -99, 99, 99])).toEqual([]);
  expect(codesIn('Change', [-1, 0, 1, -1, 0, 1])).toEqual([]);
});

test('default days among others', () => {
  const days = range(10, 28).map((day) => `2023-05-${day}`);
  expect(codesIn('Last order', [...days, '1900-01-01', '1900-01-01'])).toEqual(['2 × 1900-01-01']);
  expect(codesIn('Valid until', [...days, '9999-12-31'])).toEqual(['1 × 9999-12-31']);
  expect(codesIn('Born', ['1899-12-31', '1900-01-01', '1901-05-02', '1902-07-09'])).toEqual([]);
  expect(codesIn('Since', days)).toEqual([]);
});

test('days that programs write where none is known, among cells that are missing', () => {
  const days = ['2024-03-05', null, '1900-01-01', '2023-11-30', '1900-01-01', '2024-01-01', ''];
  const [code, ...more] = missingCodesAmong(typedColumn('Last order', days));
  expect(more).toEqual([]);
  expect(code).toMatchObject({ value: '1900-01-01', rows: 2, sure: true });
  expect(missingCodeSentence(code)).toBe(
    'Last order: 2 × 1900-01-01 looks like a code for a missing value (all other days are from 2023-11-30 to 2024-03-05)',
  );
});

test('a default day beside days of these years is one of them, and alone it is no code', () => {
  expect(codesIn('Birthday', ['1970-01-01', '1968-05-02', '1980-12-24', '1970-01-01'])).toEqual([]);
  expect(codesIn('Last order', ['1900-01-01', '1900-01-01', '1970-01-01'])).toEqual([]);
});

test('a column without numbers, or of one number, has no codes', () => {
  expect(codesIn('Plan', ['a', 'b', 'a'])).toEqual([]);
  expect(codesIn('Age', [999, 999, 999])).toEqual([]);
});

test('a number is written as people read it, a day as in ISO', () => {
  const code = { column: 'Income', value: 9_999_999, rows: 1200, sure: true, reason: 'all others are less' };
  expect(missingCodeSentence(code)).toBe(
    'Income: 1,200 × 9,999,999 looks like a code for a missing value (all others are less)',
  );
  expect(dayOf(new Date(Date.UTC(2024, 1, 29, 23)))).toBe('2024-02-29');
  expect(dayOf('2024-02-29T10:15:00')).toBe('2024-02-29');
});
