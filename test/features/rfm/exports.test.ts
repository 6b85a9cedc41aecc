import type { RfmAnalysis } from '../../../src/features/rfm/rfmAnalysis';
import { logs } from './log';

const { analyze } = logs();

/** Customer, recency, frequency, monetary value and scores, in order of monetary value. */
const linesOf = ({ customers: c }: RfmAnalysis) =>
  c.customer.map((customer, i) => [customer, c.recency[i], c.frequency[i], c.monetary[i], c.rfm[i]]);

describe('a shop export: times with an offset, the total on the first line of an order', () => {
  const export_ = (moment: (day: string, time: string, offset: string) => string) => [
    'Name,Email,Total,Created at',
    `#1001,ann,40.00,${moment('2024-05-31', '00:30:12', '+02')}`,
    `#1001,ann,,${moment('2024-05-31', '00:30:12', '+02')}`,
    `#1002,ben,25.50,${moment('2024-06-01', '23:45:00', '+02')}`,
    `#1003,ann,60.00,${moment('2024-06-30', '00:10:00', '+02')}`,
    `#1004,cleo,15.00,${moment('2024-06-30', '10:00:00', '+02')}`,
    `#1004,cleo,,${moment('2024-06-30', '10:00:00', '+02')}`,
    `#1004,cleo,,${moment('2024-06-30', '10:00:00', '+02')}`,
    `#1005,ben,80.00,${moment('2024-11-02', '23:59:59', '+01')}`,
    `#1006,dan,12.00,${moment('2024-11-03', '00:05:00', '+01')}`,
  ];
  const given = { customer: 'Email', invoice: 'Name', date: 'Created at', amount: 'Total' };

  test.each([
    ['after a blank', (day: string, time: string, offset: string) => `${day} ${time} ${offset}00`],
    ['ISO', (day: string, time: string, offset: string) => `${day}T${time}${offset}:00`],
    ['UTC', (day: string, time: string) => `${day} ${time} UTC`],
    [
      'named',
      (day: string, time: string, offset: string) => `${day} ${time} ${offset === '+02' ? 'CEST' : 'CET'}`,
    ],
    [
      'day first',
      (day: string, time: string, offset: string) =>
        `${day.split('-').reverse().join('/')} ${time} ${offset}:00`,
    ],
    ['with a weekday', (day: string, time: string) => `"${new Date(`${day}T${time}Z`).toUTCString()}"`],
  ])('%s: days are those that the file shows, and it is said', async (_, moment) => {
    const analysis = await analyze(export_(moment), given);
    expect([analysis.asOf, analysis.revenue]).toEqual(['2024-11-04', 232.5]);
    expect(linesOf(analysis)).toEqual([
      ['ben', 2, 2, 105.5, '445'],
      ['ann', 127, 2, 100, '244'],
      ['cleo', 127, 1, 15, '212'],
      ['dan', 1, 1, 12, '511'],
    ]);
    expect(analysis.detected.join()).toMatch(/as the file shows them, without the time zone/);
  });

  test('further lines of an order have no amount of their own: not that nothing was paid', async () => {
    const { steps } = await analyze(
      export_((day) => day),
      given,
    );
    const step = steps.find(({ name }) => name === 'Drop rows without an amount');
    expect(step).toMatchObject({ concerned: 3, rowsBefore: 9, rowsAfter: 6 });
    expect(step?.reason).toBe(
      'further lines of orders that have their amount on another line, and have none of their own',
    );
  });
});

describe('words for missing', () => {
  const SALES = [
    'CustomerID,InvoiceNo,InvoiceDate,Quantity,UnitPrice,Country',
    ...['14001,5001,2024-02-03,2,12.50,NA', '14002,5002,2024-02-05,4,5.25,DE'],
    ...['14003,5003,2024-02-20,1,99.00,GB', '14004,5004,2024-02-25,10,1.10,FR'],
    ...['NULL,5005,2024-03-01,6,20.00,GB', '14001,5006,2024-03-10,1,30.00,NA'],
    ...['NULL,5007,2024-03-12,1,45.00,GB', 'NA,5008,2024-03-14,2,33.00,DE'],
    ...['14003,5009,2024-03-21,2,10.00,GB', 'nan,5010,2024-03-22,1,75.00,FR'],
    ...['#N/A,5011,2024-03-23,1,18.00,FR', 'N/A,5012,2024-03-24,3,14.00,DE'],
    ...['None,5013,2024-03-25,1,60.00,GB', '\\N,5014,2024-03-26,1,22.00,GB'],
    ...[',5015,2024-03-27,1,19.00,GB', 'NULL,5018,2024-03-28,2,50.00,GB'],
  ];
  const RIGHT = [
    ['14003', 1, 2, 119, '545'],
    ['14001', 12, 2, 55, '444'],
    ['14002', 46, 1, 21, '112'],
    ['14004', 26, 1, 11, '211'],
  ];

  test('nobody is called NULL, a country is called NA', async () => {
    const analysis = await analyze(SALES);
    expect([analysis.asOf, analysis.revenue]).toEqual(['2024-03-22', 206]);
    expect(linesOf(analysis)).toEqual(RIGHT);
    expect(analysis.steps[0]).toMatchObject({ name: 'Drop rows without a customer', concerned: 10 });
    expect(analysis.customers.country).toContain('NA');
    expect(analysis.detected).toContain(
      "9 rows have no 'CustomerID': NULL × 3, #N/A × 1, N/A × 1, NA × 1, None × 1, \\N × 1 and 1 more word",
    );
  });

  test('a date and a price that are missing cost their rows, which are counted', async () => {
    const gaps = ['14002,5016,NULL,1,8.00,DE', '14004,5017,2024-03-02,2,NULL,FR'];
    const analysis = await analyze([...SALES, ...gaps]);
    expect(linesOf(analysis)).toEqual(RIGHT);
    expect(analysis.steps.map(({ name, concerned }) => [name, concerned])).toEqual(
      expect.arrayContaining([
        ['Drop rows without a date', 1],
        ['Drop rows without a price', 1],
      ]),
    );
    expect(analysis.detected).toContain("'NULL' in 'UnitPrice' means a missing value: 1 row");
  });

  test.each([
    'null',
    '<NA>',
    'n/a',
    'N.A.',
    '#NV',
    '#VALUE!',
    'nil',
    '(blank)',
    'NaT',
    '-',
    '0',
    '-1',
    'unknown',
  ])('%s is no customer', async (word) => {
    const { customers } = await analyze(['customer,date,amount', 'a,2024-01-01,1', `${word},2024-01-02,9`]);
    expect(customers.customer).toEqual(['a']);
  });

  test('0 is nobody, but for a shop that counts its customers from 0', async () => {
    const { customers } = await analyze(['customer,date,amount', '0,2024-01-01,1', '1,2024-01-02,9']);
    expect(customers.customer).toEqual(['1', '0']);
  });

  test('what programs add to an identifier does not make another customer of it', async () => {
    const { customers, detected } = await analyze([
      'customer,date,amount',
      ...[
        '7,2024-01-01,1',
        '7.0,2024-01-02,2',
        '\u00a07\u200b,2024-01-03,4',
        'Ann,2024-01-03,1',
        'ANN,2024-01-03,1',
      ],
    ]);
    expect(customers.customer).toEqual(['7', 'ANN', 'Ann']);
    expect(customers.monetary).toEqual([7, 1, 1]);
    expect(detected.join()).toMatch(
      /'\.0' at the end.*1 value differs from another in 'customer' in capitals only/,
    );
  });
});

const PURCHASES = [
  ['P20', ...Array.from({ length: 9 }, (_, i) => `2024-01-${11 + i}`)],
  ...['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07'].map((name, i) => [name, `2024-02-${10 + i}`]),
];

test('equal customers get equal scores, whatever row they stand in', async () => {
  const lines = PURCHASES.flatMap(([customer, ...days]) => days.map((day) => `${customer},${day},19.90`));
  const [forth, back] = [
    await analyze(['customer,date,amount', ...lines]),
    await analyze(['customer,date,amount', ...lines.reverse()]),
  ];
  expect(back.customers).toEqual(forth.customers);
  expect(new Set(forth.customers.frequencyScore.slice(1))).toEqual(new Set([1]));
});

test('where all bought once, recency alone distinguishes them, and it is said', async () => {
  const lines = Array.from(
    { length: 8 },
    (_, i) => `Q${i + 1},O-${i},2024-01-${String(8 + 3 * i).padStart(2, '0')},20.00`,
  );
  const { customers, detected } = await analyze(['customer,order_id,date,amount', ...lines]);
  const byName = customers.customer.map((name, i) => [name, customers.recencyScore[i]]).sort();
  expect(byName.map(([, score]) => score)).toEqual([1, 1, 2, 3, 3, 4, 5, 5]);
  expect([...customers.frequencyScore, ...customers.monetaryScore]).toEqual(Array(16).fill(1));
  expect(detected.join()).toMatch(/all customers have the same frequency and the same monetary value/);
});

describe('some rows without a time of day', () => {
  const RIGHT = [
    ['U3', 14, 1, 60, '215'],
    ['U2', 5, 2, 45, '444'],
    ['U4', 1, 1, 44, '512'],
    ['U1', 38, 2, 35, '141'],
  ];
  const till = (...moments: string[]) => [
    'receipt,customer,date,total',
    ...['T1,U1,20.00', 'T2,U2,35.00', 'T3,U1,15.00', 'T4,U3,60.00', 'T5,U2,10.00', 'T6,U4,44.00'].map(
      (line, i) => {
        const [receipt, customer, total] = line.split(',');
        return [receipt, customer, moments[i], total].join(',');
      },
    ),
  ];

  test.each([
    [
      'points',
      '03.01.2024 09:15',
      '17.01.2024',
      '05.02.2024 18:40',
      '29.02.2024',
      '09.03.2024 11:05',
      '13.03.2024 08:00',
    ],
    [
      'ISO',
      '2024-01-03 09:15',
      '2024-01-17',
      '2024-02-05 18:40',
      '2024-02-29',
      '2024-03-09 11:05',
      '2024-03-13 08:00',
    ],
    [
      'seconds in some',
      ...['2024/01/03 09:15:30', '2024/01/17 00:00', '2024/02/05 18:40:30', '2024/02/29 00:00'],
      ...['2024/03/09 11:05:30', '2024/03/13 08:00'],
    ],
    [
      'month first, halves of the day',
      ...[
        '1/3/2024 9:15 AM',
        '1/17/2024',
        '2/5/2024 6:40 PM',
        '2/29/2024',
        '3/9/2024 11:05 AM',
        '3/13/2024 8:00 AM',
      ],
    ],
    [
      'decimals of a second after slashes',
      ...[
        '2024/01/03 09:15:30.25',
        '2024/01/17',
        '2024/02/05 18:40:30',
        '2024/02/29',
        '2024/03/09 11:05:30.5',
        '2024/03/13',
      ],
    ],
  ])('%s', async (_, ...moments) => {
    const analysis = await analyze(till(...moments));
    expect([analysis.asOf, analysis.revenue]).toEqual(['2024-03-14', 184]);
    expect(linesOf(analysis)).toEqual(RIGHT);
  });
});

describe('dates as numbers', () => {
  const orders = (...dates: string[]) => [
    'order_id,customer_id,order_date,amount',
    ...['E1,V1,30.00', 'E2,V2,12.50', 'E3,V1,45.00', 'E4,V3,99.00', 'E5,V2,20.00']
      .slice(0, dates.length)
      .map((line, i) => {
        const [order, customer, amount] = line.split(',');
        return [order, customer, dates[i], amount].join(',');
      }),
  ];

  test('day numbers of a spreadsheet are read, and it is said', async () => {
    const analysis = await analyze(orders('45292.385416667', '45307', '45351.75', '45382', '45376.5'));
    expect([analysis.asOf, analysis.revenue]).toEqual(['2024-04-01', 206.5]);
    expect(linesOf(analysis)).toEqual([
      ['V3', 1, 1, 99, '515'],
      ['V1', 32, 2, 75, '133'],
      ['V2', 7, 2, 32.5, '331'],
    ]);
    expect(analysis.detected.join()).toContain('day numbers of a spreadsheet');
  });

  test('seconds since 1970 too', async () => {
    const { customers, detected } = await analyze(orders('1704100500', '1705363200', '1709229600'));
    expect(customers.lastPurchase).toEqual(['2024-02-29', '2024-01-16']);
    expect(detected.join()).toContain('seconds since 1970');
  });

  test('day numbers beside written dates have no safe reading', async () => {
    await expect(analyze(orders('13/01/2024', '45352', '28/02/2024', '45384', '19/03/2024'))).rejects.toThrow(
      /'13\/01\/2024' in row 1 and '45352' in row 2 .*no reading is safe; write all dates in the same format/,
    );
  });
});
