import { caseFiles } from './rfmOf';

const { file, lines } = caseFiles('06-midnight-without-time');

test.each(['till.csv', 'till_iso.csv', 'till_seconds.csv'])(
  '%s: the day is written all the same',
  async (name) => {
    const { by, asOf, revenue } = await file(name);
    expect({ asOf, revenue }).toEqual({ asOf: '2024-03-14', revenue: 184 });
    expect(by).toEqual({
      ...{ U3: '14 1 60.00 215', U2: '5 2 45.00 444', U4: '1 1 44.00 512', U1: '38 2 35.00 141' },
    });
  },
);

test.each([
  ['month first, AM and PM', '1/17/2024', '1/3/2024 9:15 AM'],
  ['decimals of a second after slashes', '2024/01/17 00:00:00.000', '2024/01/03 09:15:30.125'],
  ['decimals of a second on some rows', '2024-01-17 00:00:00', '2024-01-03 09:15:30.5'],
  ['a comma before the time', '17.01.2024', '03.01.2024, 09:15'],
  ['words for months', '17 Jan 2024', '3 Jan 2024 09:15'],
])('%s', async (_, plain, timed) => {
  const { by, asOf } = await lines(['receipt,customer,date,total', `1,a,"${plain}",20`, `2,b,"${timed}",35`]);
  expect({ by, asOf }).toEqual({ by: { b: '15 1 35.00 115', a: '1 1 20.00 511' }, asOf: '2024-01-18' });
});

test.each([
  ['brackets', '(45.00)'],
  ['a minus behind', '45.00-'],
  ['a credit', '45.00 CR'],
  ['a real minus', '−45.00'],
  ['brackets and a sign', '($45.00)'],
])('amounts below zero with %s are subtracted', async (_, written) => {
  const unit = written.includes('$') ? '$' : '';
  const { by } = await lines([
    ...['receipt,customer,date,total', `1,a,2024-01-05,${unit}100.00`, `2,a,2024-01-06,${written}`],
    `3,b,2024-01-07,${unit}5.00`,
  ]);
  expect(by).toMatchObject({ a: expect.stringContaining(' 55.00 '), b: expect.stringContaining(' 5.00 ') });
});

test.each([
  ['a word for the currency', '"12,00 kr"', 12],
  ['apostrophes between thousands', '1’234.50', 1234.5],
  ['straight ones', "1'234.50", 1234.5],
])('amounts with %s', async (_, written, amount) => {
  const { revenue } = await lines(['receipt,customer,date,total', `1,a,2024-01-05,${written}`]);
  expect(revenue).toBe(amount);
});

test('a refusal names row, value, reason and a remedy that works', async () => {
  const log = ['receipt,customer,date,total', '1,a,2024-01-05,12', '2,b,2024-01-06,about 5'];
  await expect(lines(log)).rejects.toThrow(
    /column 'total' holds 'about 5' in row 2 \(the header not counted\), which isn't a number; correct it, or remove the row/,
  );
  expect((await lines([...log.slice(0, 2), '2,b,2024-01-06,5'])).revenue).toBe(17);
  expect((await lines(log.slice(0, 2))).revenue).toBe(12);
});
