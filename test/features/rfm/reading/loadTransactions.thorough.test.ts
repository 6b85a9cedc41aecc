import type { InputError } from '../../../../src/core/errors';
import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import { logs, manyMoments } from '../log';

const { database, write } = logs();

async function loaded(lines: readonly string[], options = {}) {
  const transactions = await loadTransactions(database(), write(lines), options);
  const rows = await database().query(`SELECT * FROM ${transactions.table} ORDER BY row`);
  return { ...transactions, data: rows };
}

const SHOP = [
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
  '536365,85123A,"HEART, ""WHITE""",6,12/1/2010 8:26,2.55,17850,United Kingdom',
  '536365,85123A,"HEART, ""WHITE""",6,12/1/2010 8:26,2.55,17850,United Kingdom',
  'C536366,1,,-1,12/13/2010 14:00,0.001,,France',
];

test('a log of invoice lines becomes typed columns, repeated rows marked', async () => {
  const { data, columns, rows, detected } = await loaded(SHOP);
  expect(rows).toBe(3);
  expect(columns).toEqual({
    ...{ customer: 'CustomerID', invoice: 'InvoiceNo', date: 'InvoiceDate', quantity: 'Quantity' },
    ...{ price: 'UnitPrice', amount: null, description: 'Description', country: 'Country' },
    ...{ currency: null, status: null, canceled: null, refunded: null, discount: null },
  });
  expect(data).toEqual({
    row: [1, 2, 3],
    customer: ['17850', '17850', null],
    invoice: ['536365', '536365', 'C536366'],
    date: ['2010-12-01T08:26:00', '2010-12-01T08:26:00', '2010-12-13T14:00:00'],
    quantity: [6, 6, -1],
    price: [2.55, 2.55, 0.001],
    amount: [15.3, 15.3, -0.001],
    description: ['HEART, "WHITE"', 'HEART, "WHITE"', null],
    country: ['United Kingdom', 'United Kingdom', 'France'],
    repeats: [false, true, false],
  });
  expect(detected).toContain(
    "dates in 'InvoiceDate' are written M/d/yyyy with times: no other order of day, month and year fits every row",
  );
  expect(detected).toContain("customer is in column 'CustomerID'");
  expect(detected).toContain('the amount of a row is quantity × price');
});

test('blanks around values are no part of them', async () => {
  const { data } = await loaded([
    'customer,date,amount',
    ' x , 2024-01-01 , 5 ',
    'x,2024-01-02,6',
    ' ,2024-01-02,7',
  ]);
  expect([data.customer, data.amount]).toEqual([
    ['x', 'x', null],
    [5, 6, 7],
  ]);
});

test('customer, date and amount are enough: a day is a purchase', async () => {
  const { data, detected } = await loaded(['user_id,date,total', 'a,2024-02-01,5', 'a,2024-02-01,7.25']);
  expect(data).toEqual({
    row: [1, 2],
    customer: ['a', 'a'],
    invoice: ['2024-02-01', '2024-02-01'],
    date: ['2024-02-01T00:00:00', '2024-02-01T00:00:00'],
    amount: [5, 7.25],
    repeats: [false, false],
  });
  expect(detected).toContain(
    'there is no invoice number: all that a customer buys on one day is one purchase',
  );
});

test('columns can be given, whatever they are called', async () => {
  const lines = ['wer,wann,"was ""genau"""', 'x,1.2.2024,5'];
  const given = { customer: 'wer', date: 'wann', amount: 'was "genau"', dateFormat: 'd.M.yyyy' };
  const { data, detected } = await loaded(lines, given);
  expect([data.customer, data.date, data.amount]).toEqual([['x'], ['2024-02-01T00:00:00'], [5]]);
  expect(detected).toEqual([
    'values are separated by commas',
    'there is no invoice number: all that a customer buys on one day is one purchase',
  ]);
});

test('an amount counts before quantity × price, unless these are named', async () => {
  const lines = ['customer,date,quantity,price,total', 'x,2024-01-01,2,3,5.5'];
  const amountOf = async (options = {}) => (await loaded(lines, options)).data.amount;
  expect(await amountOf()).toEqual([5.5]);
  expect(await amountOf({ quantity: 'quantity', price: 'price' })).toEqual([6]);
  expect((await loaded(lines)).detected).toContain(
    "the amount of a row is what 'total' says; 'quantity' × 'price' is another number in 1 row",
  );
});

test('amounts are exact to the last decimal', async () => {
  const lines = ['customer,date,amount', ...Array.from({ length: 1000 }, () => 'x,2024-01-01,0.1')];
  await loaded([...lines, 'x,2024-01-01,1e-3', 'x,2024-01-01,12345678.123456789']);
  const { sum } = await database().query('SELECT CAST(sum(amount) AS VARCHAR) AS sum FROM rfm.transactions');
  expect(sum).toEqual(['12345778.124456789']);
});

test('large amounts leave room for fewer decimals', async () => {
  const { data } = await loaded([
    'customer,date,amount',
    'x,2024-01-01,123456789012.5',
    'x,2024-01-01,0.123456789',
  ]);
  expect(data.amount).toEqual([123456789012.5, 0.123457]);
  const nearly = ['customer,date,amount', 'x,2024-01-01,999999999.9999999999', 'x,2024-01-01,1e14'];
  expect((await loaded(nearly)).data.amount).toEqual([1e9, 1e14]);
});

test.each([
  '1e15',
  '2e17',
  '1E300',
  '1e400',
  '1234567890123456',
  '-1234567890123456789.5',
  '99999999999999999.99',
  '"1,234,567,890,123,456"',
])('%s is too large for any amount, and the row is said', async (written) => {
  const columns = 'customer,date,quantity,price';
  const value = written.replaceAll('"', '');
  for (const [column, row] of [
    ['quantity', `${written},1`],
    ['price', `1,${written}`],
  ]) {
    await expect(
      loaded([columns, 'x,2024-01-01,1,1', `x,2024-01-01,${row}`, `x,2024-01-01,${row}`]),
    ).rejects.toThrow(
      `column '${column}' holds '${value}' in row 2 (the header not counted), which has over 15 digits before its decimals`,
    );
  }
});

test.each([
  ['2024-01-31', '2024-01-31T00:00:00', 'yyyy-MM-dd'],
  [
    '2024-01-31T08:30:15Z',
    '2024-01-31T08:30:15',
    'yyyy-MM-dd with times (as the file shows them, without the time zone Z)',
  ],
  ['2024-01-31 08:30', '2024-01-31T08:30:00', 'yyyy-MM-dd with times'],
  ['31/1/2024', '2024-01-31T00:00:00', 'd/M/yyyy'],
  ['31.01.2024 08:30', '2024-01-31T08:30:00', 'dd.MM.yyyy with times'],
  ['1/31/2024 8:30:15 PM', '2024-01-31T20:30:15', 'M/d/yyyy with times'],
  ['2024/1/31', '2024-01-31T00:00:00', 'yyyy/M/d'],
  ['2024-1-9', '2024-01-09T00:00:00', 'yyyy-M-d'],
  ['31-Jan-2024', '2024-01-31T00:00:00', 'dd-MMM-yyyy'],
  ['20240131', '2024-01-31T00:00:00', 'yyyyMMdd'],
])('%s is read as %s', async (written, read, format) => {
  const { data, detected } = await loaded(['customer,date,amount', `x,${written},1`]);
  expect(data.date).toEqual([read]);
  expect(detected.join()).toContain(`are written ${format}`);
});

test.each([
  [['1,50', '1.234,50'], [1.5, 1234.5], {}],
  [['"1,234.5"', '2'], [1234.5, 2], {}],
  [['1.234'], [1234], { decimal: ',' }],
  [['1.234'], [1.234], { decimal: '.' }],
  [['€ 1.234,50', '€ -2'], [1234.5, -2], {}],
  [['1 234,5', 'NA', '7'], [1234.5, null, 7], {}],
])('%p are the numbers %p', async (written, read, options) => {
  const { data } = await loaded(['customer;date;amount', ...written.map((text) => `x;2024-01-01;${text}`)], {
    delimiter: ';',
    ...options,
  });
  expect(data.amount).toEqual(read);
});

const NEEDED = 'customer,date,amount';

test.each([
  [
    'an ambiguous date',
    [NEEDED, 'x,1/2/2024,1'],
    {},
    "such as '1/2/2024'; give `dateFormat`: 'd/M/yyyy' or 'M/d/yyyy'",
  ],
  [
    'a broken date',
    [NEEDED, 'x,2024-01-31,1', 'x,2024-02-31,1'],
    {},
    "'2024-02-31' in row 2 (the header not counted), which isn't a date",
  ],
  [
    'a year too short for its format',
    [NEEDED, 'x,1/31/24,1'],
    { dateFormat: 'M/d/yyyy' },
    "'1/31/24' in row 1",
  ],
  [
    'no date',
    [NEEDED, 'x,soon,1'],
    {},
    "'soon' in row 1 (the header not counted), which isn't a date; correct it, or remove the row; write days as 2024-05-31",
  ],
  ['an empty date column', [NEEDED, 'x,,1'], {}, "'date' holds no date at all"],
  [
    'an unknown token',
    [NEEDED, 'x,1/2/2024,1'],
    { dateFormat: 'DD/MM/YYYY' },
    "days are written dd and years yyyy here: 'dd/MM/yyyy'",
  ],
  [
    'no number',
    [NEEDED, 'x,2024-01-01,1', 'x,2024-01-01,£2'],
    {},
    "such as '1' and '£2'; write them in the same format",
  ],
  [
    'an ambiguous number',
    ['customer;date;amount', 'x;2024-01-01;1.234'],
    {},
    "such as '1.234'; give `decimal`",
  ],
  [
    'numbers of two kinds',
    ['customer;date;amount', 'x;2024-01-01;1,5', 'x;2024-01-01;1.5'],
    {},
    "aren't all in the same format",
  ],
  ['no number at all', [NEEDED, 'x,2024-01-01,'], {}, "'amount' holds no number at all"],
  ['no customer', ['who,date,amount', 'x,2024-01-01,1'], {}, 'give `customer`; there are: who, date, amount'],
  [
    'nearly a customer',
    ['Custmer ID,date,amount', 'x,2024-01-01,1'],
    {},
    "give `customer`; did you mean 'Custmer ID'? There are: ",
  ],
  [
    'two customers',
    ['user,client,date,amount', 'x,y,2024-01-01,1'],
    {},
    "could be the customer: 'user' and 'client'; give `customer`",
  ],
  [
    'a price alone',
    ['customer,date,price', 'x,2024-01-01,1'],
    {},
    "a price ('price') but no quantity is known",
  ],
  ['a wrong name', [NEEDED, 'x,2024-01-01,1'], { amount: 'amuont' }, "did you mean 'amount'?"],
  [
    'one column twice',
    [NEEDED, 'x,2024-01-01,1'],
    { amount: 'date', date: 'date' },
    'is given for two things',
  ],
  ['an unknown option', [NEEDED, 'x,2024-01-01,1'], { currency: '£' }, 'currency'],
])('%s is refused', async (_, lines, options, message) => {
  await expect(loaded(lines, options)).rejects.toThrow(message);
});

test('a table of the database will do, and any name in it', async () => {
  await database().run(
    `CREATE OR REPLACE TABLE "my log" AS SELECT 7 AS "customer", DATE '2024-01-31' AS "date", 1.234 AS amount`,
  );
  const transactions = await loadTransactions(
    database(),
    { table: '"my log"' },
    { schema: 'other "schema"' },
  );
  expect(transactions.table).toBe('"other ""schema""".transactions');
  const { customer, date, amount } = await database().query(`SELECT * FROM ${transactions.table}`);
  expect([customer, date, amount]).toEqual([['7'], ['2024-01-31T00:00:00'], [1.234]]);
});

test('very many different times are read, and one that is none is found among them', async () => {
  await database().run(manyMoments('moments'));
  const { table, detected } = await loadTransactions(database(), { table: 'moments' });
  const found = await database().query(
    `SELECT min(date) AS first, max(date) AS last, count(date) AS n FROM ${table}`,
  );
  expect(found).toEqual({ first: ['2024-01-01T00:00:00'], last: ['2024-03-16T08:14:50'], n: [21_000] });
  expect(detected.join()).toContain('M/d/yyyy with times: no other order');
  await database().run("UPDATE moments SET date = '1/2/2024 03:61:07' WHERE date = '1/2/2024 03:02:20'");
  await expect(loadTransactions(database(), { table: 'moments' })).rejects.toThrow(
    "'1/2/2024 03:61:07' in row 315 (the header not counted), which isn't a date; correct it, or remove the row",
  );
});

test.each([
  [['x,1/2/2024,1', 'y,3/2/2024,1']],
  [['x,1/2/2024 8:30,1', 'y,3/2/2024,1']],
  [['x,1/2/24,1']],
  [['x,31.1.24 08:30:15,1']],
  [['x,1-2-24,1', 'y,3-2-24 10:00 PM,1']],
  [['x,31 Jan 24,1']],
])('every date format that is offered for %p can be given', async (rows) => {
  const failure = (await loaded([NEEDED, ...rows]).catch((error: unknown) => error)) as InputError;
  expect(failure.option).toBe('dateFormat');
  expect(failure.allowed?.length).toBeGreaterThan(0);
  for (const dateFormat of failure.allowed ?? []) {
    const { data } = await loaded([NEEDED, ...rows], { dateFormat });
    expect(data.date).toEqual(rows.map(() => expect.stringMatching(/^20/)));
  }
});

test('both decimal separators that are offered can be given', async () => {
  const lines = ['customer;date;amount', 'x;2024-01-01;1.234'];
  for (const decimal of ['.', ',']) expect((await loaded(lines, { decimal })).data.amount).toHaveLength(1);
  await expect(loaded(['customer;date;amount', 'x;2024-01-01;1,5'], { decimal: '.' })).rejects.toThrow(
    "holds '1,5' in row 1 (the header not counted), which isn't a number with the decimal separator '.'; leave `decimal` out",
  );
});
