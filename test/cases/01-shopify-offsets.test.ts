import { caseFiles } from './rfmOf';

const { file, lines } = caseFiles('01-shopify-offsets');

const RIGHT = {
  'ben.oduya@example.org': '2 2 105.50 445',
  'ann.lind@example.org': '127 2 100.00 244',
  'cleo.vance@example.org': '127 1 15.00 212',
  'dan.reyes@example.org': '1 1 12.00 511',
};

test.each(['orders_export.csv', 'orders_iso.csv'])('%s: days as the export shows them', async (name) => {
  const named = { customer: 'Email', invoice: 'Name', date: 'Created at', amount: 'Total' };
  for (const options of [{}, named]) {
    const { by, asOf, revenue, rowsValid, detected, steps, currency } = await file(name, options);
    expect(by).toEqual(RIGHT);
    expect({ asOf, revenue, rowsValid, currency }).toEqual({
      ...{ asOf: '2024-11-04', revenue: 232.5, rowsValid: 6, currency: 'EUR' },
    });
    expect(detected.join('\n')).toMatch(
      /as the file shows them, without the time zones \+01:?00 and \+02:?00/,
    );
    expect(steps.find(({ name: step }) => step === 'Drop rows without an amount')).toMatchObject({
      ...{ concerned: 3, reason: expect.stringMatching(/^further lines of orders/) },
    });
  }
});

test.each([
  ['UTC', '2024-05-31 00:30:12 UTC', '2024-06-01 23:45:00 UTC'],
  ['an offset after a blank', '2024-05-31 00:30:12 +02:00', '2024-06-01 23:45:00 +02:00'],
  ['a time-zone word', '2024-05-31 00:30 CEST', '2024-06-01 23:45 CEST'],
  ['day first, with an offset', '31/05/2024 00:30:12 +0200', '01/06/2024 23:45:00 +0200'],
  ['as in e-mails', 'Fri, 31 May 2024 00:30:12 +0200', 'Sat, 01 Jun 2024 23:45:00 +0200'], // lint-words: allow
  [
    'a zone in brackets',
    '2024-05-31T00:30:12+02:00[Europe/Berlin]',
    '2024-06-01T23:45:00+02:00[Europe/Berlin]',
  ],
])('%s: an order of half past midnight belongs to the day that the file shows', async (_, first, last) => {
  const { by, asOf, detected } = await lines([
    'customer,order id,date,total',
    `ann,1,"${first}",40`,
    `ben,2,"${last}",25.50`,
  ]);
  expect({ by, asOf }).toEqual({ by: { ann: '2 1 40.00 115', ben: '1 1 25.50 511' }, asOf: '2024-06-02' });
  expect(detected.join('\n')).toContain('time zone');
});

test('two clocks in one column are said', async () => {
  const { by, detected } = await lines([
    'customer,order id,date,total',
    'ann,1,2024-05-31T00:05:00+02:00,40',
    'ben,2,2024-06-01T23:45:00Z,25.50',
  ]);
  expect(by).toEqual({ ann: '2 1 40.00 115', ben: '1 1 25.50 511' });
  expect(detected.join('\n')).toMatch(/time zones \+02:00 and Z, which differ from row to row/);
});
