import { format, parseISO } from 'date-fns';
import fc from 'fast-check';
import { DateReader } from '../../../src/table/recognize/dateFormat';
import { describeDates, isIsoDate, mismatches, recognizeDates } from '../../../src/table/recognize/dates';

/** The dates of texts that can be read in one way only, and what is said of them. */
function read(texts: string[], expected = false) {
  const found = recognizeDates(texts, { expected });
  if (found === undefined) return 'no dates';
  return found.differsAt < 0 ? [found.dates, describeDates(found)] : found.formats;
}

test.each([
  [['2024-05-31', '2024-12-01'], ['2024-05-31', '2024-12-01'], 'written yyyy-MM-dd'],
  [['2024/5/1'], ['2024-05-01'], 'written yyyy/M/d'],
  [['31.05.2024', '01.02.2024'], ['2024-05-31', '2024-02-01'], 'written dd.MM.yyyy'],
  [['1.2.2024'], ['2024-02-01'], 'written d.M.yyyy'],
  [['3/4/2021', '13/4/2021'], ['2021-04-03', '2021-04-13'], 'written d/M/yyyy'],
  [
    ['12/1/2010 8:26', '12/13/2010 17:05'],
    ['2010-12-01T08:26:00', '2010-12-13T17:05:00'],
    'written M/d/yyyy with times',
  ],
  [['2024年05月31日', '2024年12月01日'], ['2024-05-31', '2024-12-01'], 'written yyyy年MM月dd日'],
  [['2024년 5월 31일', '2024년 12월 1일'], ['2024-05-31', '2024-12-01'], 'written yyyy년 M월 d일'],
  [['31-May-2024', '01-SEPTEMBER-2024'], ['2024-05-31', '2024-09-01'], 'written dd-MMMM-yyyy'],
  [['31 May 2024', '1 Sept 2024'], ['2024-05-31', '2024-09-01'], 'written d MMMM yyyy'],
  [['May 31, 2024'], ['2024-05-31'], 'written MMM dd, yyyy'],
  [['May-31-2024', 'Dec-01-2024'], ['2024-05-31', '2024-12-01'], 'written MMM-dd-yyyy'],
  [
    ['May 31, 2024 at 8:30 PM', 'May 1, 2024 8:05 AM'],
    ['2024-05-31T20:30:00', '2024-05-01T08:05:00'],
    'written MMM d, yyyy with times',
  ],
  [['Friday, May 31, 2024'], ['2024-05-31'], 'written MMM dd, yyyy'],
  // cspell:disable
  [['31MAY2024', '01DEC2024'], ['2024-05-31', '2024-12-01'], 'written ddMMMyyyy'],
  [
    ['12 janvier 2023', '1er août 2023', '3 févr. 2023'],
    ['2023-01-12', '2023-08-01', '2023-02-03'],
    'written d MMMM yyyy',
  ],
  [['15. März 2023', '1. Dez. 2023'], ['2023-03-15', '2023-12-01'], 'written d. MMMM yyyy'],
  [
    ['5 de enero de 2024', '31 de marzo de 2024'],
    ['2024-01-05', '2024-03-31'],
    "written d 'de' MMMM 'de' yyyy",
  ],
  [['8 maggio 2024', '9 ago 2024'], ['2024-05-08', '2024-08-09'], 'written d MMMM yyyy'],
  [['12 mei 2024', '1 mrt 2024'], ['2024-05-12', '2024-03-01'], 'written d MMM yyyy'],
  [
    ['1 stycznia 2024', '14 lutego 2024', '3 paź 2024'],
    ['2024-01-01', '2024-02-14', '2024-10-03'],
    'written d MMMM yyyy',
  ],
  [
    ['1 maj 2024', '24 augusti 2024', '6 des. 2024'],
    ['2024-05-01', '2024-08-24', '2024-12-06'],
    'written d MMMM yyyy',
  ],
  [['7 de dezembro de 2023'], ['2023-12-07'], "written d 'de' MMMM 'de' yyyy"],
  // cspell:enable
  // cspell:enable
  [['31/May/2024'], ['2024-05-31'], 'written dd/MMM/yyyy'],
  [['2024-05-31 00:00:00'], ['2024-05-31'], 'written yyyy-MM-dd with times that are all midnight, left off'],
  [['29.02.2024'], ['2024-02-29'], 'written dd.MM.yyyy'],
])('%j are the dates %j', (texts, dates, said) => {
  expect(read(texts)).toEqual([dates, said]);
});

test.each([
  [
    ['03.01.2024 09:15', '17.01.2024'],
    ['2024-01-03T09:15:00', '2024-01-17T00:00:00'],
  ],
  [
    ['1/17/2024', '1/3/2024 9:15 AM', '1/3/2024 12:05 a.m.', '1/3/2024 12:30PM'],
    ['2024-01-17T00:00:00', '2024-01-03T09:15:00', '2024-01-03T00:05:00', '2024-01-03T12:30:00'],
  ],
  [
    ['2024/01/03 09:15:30', '2024/01/17 00:00'],
    ['2024-01-03T09:15:30', '2024-01-17T00:00:00'],
  ],
  [
    ['5/31/2024 9:15:30.250', '5/31/2024 9:15:30,5'],
    ['2024-05-31T09:15:30.25', '2024-05-31T09:15:30.5'],
  ],
  [
    ['2024-05-31T09:15', '2024-06-01, 10:00'],
    ['2024-05-31T09:15:00', '2024-06-01T10:00:00'],
  ],
])('times may be missing or shorter in some rows: %j', (texts, dates) => {
  expect(read(texts)).toEqual([dates, expect.stringMatching(/ with times$/)]);
});

test.each([
  ['2024-05-31 00:30:12 +0200', '+0200'],
  ['2024-05-31T00:30:12+02:00', '+02:00'],
  ['2024-05-31T00:30:12Z', 'Z'],
  ['2024-05-31 00:30:12 UTC', 'UTC'],
  ['2024-05-31 00:30:12 CEST', 'CEST'],
  ['2024-05-31 00:30:12 GMT+2', 'GMT+2'],
  ['31.05.2024 00:30:12 +02:00', '+02:00'],
  ['Fri, 31 May 2024 00:30:12 +0200', '+0200'],
  ['Fri May 31 2024 00:30:12 GMT+0200 (Central European Summer Time)', 'GMT+0200'],
  ['2024-05-31T00:30:12+02:00[Europe/Berlin]', '+02:00'],
])('%s is the day that the file shows, and the zone is named', (text, zone) => {
  const said = expect.stringContaining(` with times (as the file shows them, without the time zone ${zone})`);
  expect(read([text])).toEqual([['2024-05-31T00:30:12'], said]);
});

test('a mix of time zones is said', () => {
  expect(read(['2024-05-31T00:05:00+02:00', '2024-05-31T23:00:00Z', '2024-06-01'])).toEqual([
    ['2024-05-31T00:05:00', '2024-05-31T23:00:00', '2024-06-01T00:00:00'],
    'written yyyy-MM-dd with times (as the file shows them, without the time zones +02:00 and Z, which differ from row to row)',
  ]);
});

test('where day and month cannot be distinguished both formats are given', () => {
  expect(read(['05/05/2021', '03/04/2021'])).toEqual(['dd/MM/yyyy', 'MM/dd/yyyy']);
  expect(recognizeDates(['05/05/2021', '03/04/2021'])?.differsAt).toBe(1);
  expect(recognizeDates(['05/05/2021', '05/05/2021', '03/04/2021', '05/05/2021'])?.differsAt).toBe(2);
  expect(read(['05/05/2021'])).toEqual([['2021-05-05'], 'written dd/MM/yyyy']);
  expect(read(['05/06/07'])).toEqual(['dd/MM/yy', 'MM/dd/yy', 'yy/MM/dd']);
});

test('years of two digits are 1969 to 2068, recognized or given', () => {
  expect(recognizeDates(['31.12.68', '31.12.69'])?.dates).toEqual(['2068-12-31', '1969-12-31']);
  const reader = new DateReader('dd.MM.yy');
  expect(recognizeDates(['31.12.68', '31.12.69'], { reader })?.dates).toEqual(['2068-12-31', '1969-12-31']);
});

test.each([
  ...[
    ['31.02.2024'],
    ['29.02.2023'],
    ['2024-13-01'],
    ['0999-01-01'],
    ['2024-05'],
    ['5/2024'],
    ['1.2.3'],
    ['1/2/345'],
  ],
  ...[
    ['31 Mays 2024'],
    ['Foo 31, 2024'],
    ['31-05/2024'],
    ['2024-05-31T25:00'],
    ['2024-05-31 09:60'],
    ['1/2/2024 13:00 PM'],
  ],
  ...[['2024-05-31 09:15 soon'], ['2024-05-31+02:00'], ['soon'], ['10:30'], ['20240531'], ['45443'], ['1.5']],
  ...[
    ['2024-05-31', '31.05.2024'],
    ['31/05/2024', '31-05-2024'],
    ['31/05/2024', '31/05/24'],
    ['31/05/2024', '05/31/2024'],
  ],
])('%j, %j are no dates', (...texts) => {
  expect(read(texts.filter(Boolean))).toBe('no dates');
});

test('numbers are days and moments only where dates are expected', () => {
  expect(read(['20240531T083015Z', '20240601T2359Z'], true)).toEqual([
    ['2024-05-31T08:30:15', '2024-06-01T23:59:00'],
    'as yyyyMMddHHmmss with times',
  ]);
  expect(read(['20240531083015', '20240230083015'], true)).toBe('no dates');
  expect(read(['45292,385416667', '45307,5'], true)).toEqual([
    ['2024-01-01T09:15:00', '2024-01-16T12:00:00'],
    'as day numbers of a spreadsheet with times',
  ]);
  const serial = ['45292.385416667', '45307', '45351.75'];
  expect(read(serial)).toBe('no dates');
  expect(read(serial, true)).toEqual([
    ['2024-01-01T09:15:00', '2024-01-16T00:00:00', '2024-02-29T18:00:00'],
    'as day numbers of a spreadsheet with times',
  ]);
  expect(read(['45292', '45307'], true)).toEqual([
    ['2024-01-01', '2024-01-16'],
    'as day numbers of a spreadsheet',
  ]);
  const epoch = [['2024-01-01T09:15:00', '2024-01-16T00:00:00'], expect.stringContaining('since 1970')];
  expect(read(['1704100500', '1705363200'], true)).toEqual(epoch);
  expect(read(['1704100500000', '1705363200000'], true)).toEqual(epoch);
  expect(read(['20240531', '20240601'], true)).toEqual([['2024-05-31', '2024-06-01'], 'written yyyyMMdd']);
});

test.each([
  [['13/01/2024', '45352']],
  [['45352', '13/01/2024']],
  [['12', '45352']],
  [['20241331', '20240101']],
  [['-45352']],
])('%j have no safe reading', (texts) => {
  expect(read(texts, true)).toBe('no dates');
});

test('layouts name every way in which whole texts are written', () => {
  expect(recognizeDates(['12/1/2010 8:26', '12/13/2010', '1/1/2010 9:00:05 PM'])?.layouts).toEqual([
    'M/d/yyyy H:mm',
    'M/d/yyyy',
    'M/d/yyyy h:mm:ss a',
  ]);
  expect(recognizeDates(['Fri, 31 May 2024T09:15:30.250 GMT'])).toMatchObject({
    layouts: ["dd MMM yyyy'T'HH:mm:ss.SSS"],
    zones: ['GMT'],
    weekdays: true,
  });
});

test('a format that is given is the only one, and times beside it are read all the same', () => {
  const reader = new DateReader('MM/dd/yyyy');
  expect(recognizeDates(['3/4/2021 9:15', '03/05/2021'], { reader })).toMatchObject({
    dates: ['2021-03-04T09:15:00', '2021-03-05T00:00:00'],
    formats: ['MM/dd/yyyy'],
  });
  expect(mismatches(['3/4/2021', '13/4/2021', 'x'], reader)).toEqual({ count: 2, first: 1 });
  const whole = new DateReader('yyyyMMdd HH:mm');
  expect(recognizeDates(['20210304 09:15'], { reader: whole })?.dates).toEqual(['2021-03-04T09:15:00']);
  expect(recognizeDates(['2021:03:04'], { reader: new DateReader('yyyy:MM:dd') })?.dates).toEqual([
    '2021-03-04',
  ]);
});

const FORMATS = [
  ...['yyyy-MM-dd', 'yyyy/M/d', 'dd.MM.yyyy', 'd MMM yyyy', 'd-MMMM-yyyy', 'MMM d, yyyy', 'EEE, d MMM yyyy'],
];
const TIMES = ['', ' HH:mm', "'T'HH:mm:ss", ' h:mm a', ', H:mm:ss'];

test('a day written in any format that shows its order is read back', () => {
  const days = fc.array(
    fc.date({ min: new Date(1950, 0, 1), max: new Date(2099, 11, 31), noInvalidDate: true }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(days, fc.constantFrom(...FORMATS), fc.constantFrom(...TIMES), (dates, day, time) => {
      const texts = dates.map((date) => format(date, day + time));
      const found = recognizeDates(texts)!;
      const written = found.dates.map((text) => format(parseISO(text), day + time));
      expect(written).toEqual(texts);
    }),
  );
});

test('any text is read in time linear in its length', () => {
  const hostile = ['1', '1:', ' ', '1/', ', ', 'T1:00', '1:00 ', 'May ', '(', 'a'].map((part) =>
    part.repeat(200_000),
  );
  const started = performance.now();
  for (const text of hostile) recognizeDates([text], { expected: true });
  expect(performance.now() - started).toBeLessThan(1000);
});

test('days that come again keep their rows', () => {
  const texts = ['31/12/2021 9:30', '1/2/2022', '31/12/2021 9:30', '1/2/2022', '13/2/2022 23:59'];
  const [last, first, later] = ['2021-12-31T09:30:00', '2022-02-01T00:00:00', '2022-02-13T23:59:00'];
  expect(recognizeDates(texts)?.dates).toEqual([last, first, last, first, later]);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-02-29T23:59:59', true],
  ['2024-02-29T24:00:00', false],
  ['2024-13-01', false],
  ['0999-01-01', false],
  ['2024-1-31 8:30', true],
  [' 2024-01-31', false],
  ['2024-01-31 ', true],
  ['2024-01-31T12:00:00.5Z', true],
])('%p is ISO text: %p', (text, isIso) => {
  expect(isIsoDate(text)).toBe(isIso);
});
