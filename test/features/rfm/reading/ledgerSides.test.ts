import { transactionsIn } from '../../../../src/features/rfm/detect/detectTransactions';
import { typedTable } from '../../../../src/table/typedTable';
import { analyzedBy, logs } from '../log';

const { analyze } = logs();

/** Two sales to A, one of them paid, and one to B, of which 30 came back. */
const LEDGER = (headers: string, [invoice, payment, credit]: readonly string[], none = '') => [
  headers,
  `2024-03-01,I1,A,${invoice},120.00,${none}`,
  `2024-03-05,P1,A,${payment},${none},120.00`,
  `2024-03-09,I2,B,${invoice},80.00,${none}`,
  `2024-03-11,C1,B,${credit},${none},30.00`,
  `2024-03-20,I3,A,${invoice},50.00,${none}`,
];
const RIGHT = { A: [1, 2, 170], B: [12, 1, 50] };

test.each([
  ['English', 'Date,Voucher No,Customer,Description,Debit,Credit', ['Invoice', 'Receipt', 'Credit note'], ''],
  ['zeros', 'Date,Voucher No,Customer,Type,Debit,Credit', ['Invoice', 'Payment', 'Credit memo'], '0.00'],
  [
    'German',
    'Belegdatum,Belegnummer,Debitor,Buchungstext,Soll,Haben',
    ['Rechnung', 'Zahlung', 'Gutschrift'],
    '',
  ],
  ['French', 'Date,Facture,Client,Type,Débit,Crédit', ['Facture', 'Règlement', 'Avoir'], ''],
])('a ledger that names its documents: %s', async (_, headers, words, none) => {
  const lines = LEDGER(headers, words, none);
  expect(analyzedBy(await analyze(lines))).toEqual(RIGHT);
  const names = headers.split(',');
  const rows = lines.slice(1).map((line) => line.split(','));
  const table = Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j] || null)]));
  expect(transactionsIn(typedTable(table))).toMatchObject({
    rowsAre: 'orders',
    columns: { customer: names[2], date: names[0] },
  });
});

const BANK = [
  'Date,Counterparty IBAN,Counterparty name,Reference,Debit,Credit,Balance',
  '2024-03-01,DE11,Ann,Order 1,,120.00,1120.00',
  '2024-03-05,DE22,Ben,Order 2,,80.00,1200.00',
  '2024-03-09,DE11,Ann,Refund,20.00,,1180.00',
  '2024-03-20,DE11,Ann,Order 3,,50.00,1230.00',
];

test('without documents either side may be the sales: the remedies work', async () => {
  await expect(analyze(BANK)).rejects.toThrow(
    "the two sides of a ledger, 'Debit' and 'Credit': either can be what customers paid; give `amount`: 'Debit'",
  );
  const net = await analyze(BANK, { amount: 'Credit', refunded: 'Debit' });
  expect(analyzedBy(net)).toEqual({ DE11: [1, 2, 150], DE22: [16, 1, 80] });
  const alone = await analyze(BANK, { amount: 'Credit' });
  expect(alone.revenue).toBe(250);
  expect(alone.detected).toContain(
    "'Debit' was not used: name it as the refunded amount if customers got it back",
  );
});

test('what came in was paid, and what went out to a customer was paid back', async () => {
  const lines = ['Booking Date,Payer,Purpose,Paid out,Paid in', ...BANK.slice(1)].map((line, i) => {
    if (i === 0) return line;
    const [date, , name, text, out, paid] = line.split(',');
    return [date, name, text, out, paid].join(',');
  });
  expect(analyzedBy(await analyze(lines))).toEqual({ Ann: [1, 2, 150], Ben: [16, 1, 80] });
});

test('an amount beside the sides counts', async () => {
  const { columns } = await analyze([
    'Order,Customer,Date,Amount,Debit,Credit',
    ...['1,A,2024-03-01,10,10,', '2,B,2024-03-05,8,8,'],
  ]);
  expect(columns).toMatchObject({ amount: 'Amount', refunded: null });
});

describe('one column that says debit or credit', () => {
  const lines = (header: string, debit: string, credit: string) => [
    `Date,Customer,Invoice,${header},Amount`,
    `2024-03-01,A,1,${debit},100`,
    `2024-03-05,B,2,${debit},50`,
    `2024-03-09,A,3,${credit},30`,
    `2024-03-20,A,4,${debit},20`,
  ];

  test.each([
    ['Type', 'Debit', 'Credit'],
    ['Soll/Haben-Kennzeichen', 'S', 'H'],
    ['Dr/Cr', 'DR', 'CR'],
    ['Af Bij', 'Af', 'Bij'],
  ])('%s: which are sales is asked', async (header, debit, credit) => {
    const log = lines(header, debit, credit);
    await expect(analyze(log)).rejects.toThrow(
      `column '${header}' holds debits and credits: '${debit}' (3 rows), '${credit}' (1 row). Either can be the sales; give \`paidStatuses\``,
    );
    const sold = await analyze(log, { paidStatuses: [debit] });
    expect(analyzedBy(sold)).toEqual({ A: [1, 2, 90], B: [16, 1, 50] });
    const cards = await analyze(log, { paidStatuses: [debit, credit] });
    expect(cards.revenue).toBe(200);
  });

  test('debit alone is no question', async () => {
    expect((await analyze(lines('Type', 'Debit', 'Debit'))).revenue).toBe(200);
  });
});

test('an opening balance is no sale', async () => {
  const lines = [
    ...LEDGER('Date,Voucher No,Customer,Type,Debit,Credit', ['Invoice', 'Payment', 'Credit note']),
  ];
  lines.splice(1, 0, '2024-03-01,B0,B,Opening balance,500.00,');
  expect(analyzedBy(await analyze(lines))).toEqual(RIGHT);
});

test.each(['in,out', 'net,gross', 'debit,credit'])(
  '%s beside quantity and price is no money',
  async (pair) => {
    const { revenue } = await analyze([
      `order_id,customer_id,date,qty,price,${pair}`,
      ...['1,A,2024-03-01,2,10,1.5,1.7', '2,B,2024-03-05,1,8,2.5,2.7'],
    ]);
    expect(revenue).toBe(28);
  },
);

test('D and C of a status are no debits and credits', async () => {
  const { revenue, detected } = await analyze([
    'Date,Customer,Invoice,Status,Amount',
    ...['2024-03-01,A,1,D,100', '2024-03-05,B,2,C,50'],
  ]);
  expect(revenue).toBe(150);
  expect(detected).toContain(
    "'Status' was not used: none of its values is a known status ('C' (1 row), 'D' (1 row))",
  );
});

test("SAP's kinds of billing documents: credits, returns and cancellations take back", async () => {
  const analysis = await analyze([
    'Billing Doc.,BillT,Sold-to pt,Bill. Date,Net Value,Curr.',
    '90001,F2,1001,01.03.2024,100.00,EUR',
    '90002,F2,1002,05.03.2024,80.00,EUR',
    '90003,S1,1001,09.03.2024,100.00,EUR',
    '90004,RE,1002,12.03.2024,30.00,EUR',
    '90005,F8,1002,13.03.2024,70.00,EUR',
    '90006,F2,1001,20.03.2024,50.00,EUR',
  ]);
  expect(analyzedBy(analysis)).toEqual({ 1001: [1, 2, 50], 1002: [16, 1, 50] });
});

test('eBay: what a buyer paid, not what is left after fees', async () => {
  const analysis = await analyze([
    'Transaction creation date,Type,Order number,Buyer username,Net amount,Gross transaction amount,Transaction currency',
    ...['1 Mar 2024,Order,o1,ann1,17,20,USD', '5 Mar 2024,Order,o2,ben1,8,10,USD'],
    ...['9 Mar 2024,Refund,o1,ann1,-17,-20,USD', '12 Mar 2024,Payout,--,--,-8,--,USD'],
    '20 Mar 2024,Order,o3,ann1,4,5,USD',
  ]);
  expect(analyzedBy(analysis)).toEqual({ ann1: [1, 2, 5], ben1: [16, 1, 10] });
});
