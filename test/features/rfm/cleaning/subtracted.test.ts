import { logs, paidBy } from '../log';

const { analyze } = logs();

/** What each customer paid, and what was subtracted by kind. */
async function money(lines: readonly string[], options = {}) {
  const analysis = await analyze(lines, options);
  const { customers, revenue, grossRevenue, subtracted, detected, keptNothing, onlyReturns } = analysis;
  return {
    paid: paidBy(analysis),
    times: Object.fromEntries(customers.customer.map((name, i) => [name, customers.frequency[i]])),
    off: Object.fromEntries(subtracted.map(({ kind, amount }) => [kind, amount])),
    ...{ revenue, grossRevenue, detected, keptNothing, onlyReturns },
  };
}

test('a voucher line of an order belongs to its sum', async () => {
  const { paid, times, off } = await money([
    'order,customer,date,item,quantity,price',
    '1,ann,2024-01-05,cup,3,15.00',
    '1,ann,2024-01-05,voucher,1,-20.00',
    '2,bob,2024-01-06,cup,2,15.00',
  ]);
  expect(paid).toEqual({ bob: 30, ann: 25 });
  expect(times).toEqual({ bob: 1, ann: 1 });
  expect(off).toEqual({ 'vouchers and returns within an order': -20 });
});

test('a return is no purchase: it moves neither recency nor frequency', async () => {
  const { paid, times, off } = await money([
    'order,customer,date,amount',
    '1,ann,2024-01-05,50',
    '2,ann,2024-02-05,-20',
    '3,bob,2024-01-06,10',
  ]);
  expect(paid).toEqual({ ann: 30, bob: 10 });
  expect(times).toEqual({ ann: 1, bob: 1 });
  expect(off).toEqual({ returns: -20 });
});

test('a return with a negative quantity and an amount above zero takes it off all the same', async () => {
  const { paid } = await money([
    'order,customer,date,quantity,price,amount',
    '1,ann,2024-01-05,2,25,50',
    'R2,ann,2024-02-05,-1,25,25',
  ]);
  expect(paid).toEqual({ ann: 25 });
});

test('returns whose price is negative as well', async () => {
  const { paid } = await money([
    'order,customer,date,quantity,price',
    '1,ann,2024-01-05,2,25',
    'R2,ann,2024-02-05,-1,-25',
  ]);
  expect(paid).toEqual({ ann: 25 });
});

test('statuses: what was not sold is no purchase, what came back is subtracted', async () => {
  const { paid, times, off, revenue, grossRevenue, detected } = await money([
    'order,customer,date,amount,status',
    '1,ann,2024-01-05,50,Completed',
    '2,ann,2024-02-05,20,refunded',
    '3,bob,2024-01-06,10,completed',
    '4,bob,2024-01-07,11,cancelled', // lint-words: allow
    '5,bob,2024-01-08,12,FAILED',
    '6,cat,2024-01-08,13,pending',
    '7,bob,2024-01-09,14,sparkling',
  ]);
  expect(paid).toEqual({ ann: 50, bob: 24 });
  expect(times).toEqual({ ann: 2, bob: 2 });
  expect(off).toEqual({ 'canceled orders': -36, 'refunded orders': -20 });
  expect([grossRevenue, revenue]).toEqual([130, 74]);
  expect(detected).toContain(
    "in 'status', 'FAILED' (1 row), 'cancelled' (1 row), 'pending' (1 row) mean no sale", // lint-words: allow
  );
  expect(detected).toContain("in 'status', 'sparkling' (1 row) is no known status and counts as a sale");
});

test('statuses that count as paid are the shop’s own decision', async () => {
  const lines = [
    'order,customer,date,amount,status',
    '1,ann,2024-01-05,50,paid',
    '2,ann,2024-02-05,20,on-hold',
  ];
  expect((await money(lines)).paid).toEqual({ ann: 50 });
  expect((await money(lines, { paidStatuses: ['on-hold'] })).paid).toEqual({ ann: 70 });
});

test('a column of status whose values are no statuses is not used, and said', async () => {
  const { paid, detected } = await money([
    'order,customer,date,amount,status',
    '1,ann,2024-01-05,50,Gold',
    '2,bob,2024-02-05,20,Silver',
  ]);
  expect(paid).toEqual({ ann: 50, bob: 20 });
  expect(detected).toContain(
    "'status' was not used: none of its values is a known status ('Gold' (1 row), 'Silver' (1 row))",
  );
});

test('a column of refunds is subtracted once for each order', async () => {
  const { paid, off } = await money([
    'order,customer,date,quantity,price,refunded_amount',
    '1,ann,2024-01-05,2,10,5',
    '1,ann,2024-01-05,1,30,5',
    '2,bob,2024-01-06,1,10,0',
    '3,bob,2024-01-07,1,10,',
  ]);
  expect(paid).toEqual({ ann: 45, bob: 20 });
  expect(off).toEqual({ refunds: -5 });
});

test('an order that was refunded by status and amount is subtracted once', async () => {
  const { paid, off } = await money([
    'order,customer,date,amount,status,refunded_amount',
    '1,ann,2024-01-05,40,refunded,40',
    '2,ann,2024-01-06,60,partially_refunded,15',
    '3,bob,2024-01-07,10,refunded,',
    '4,bob,2024-01-08,9,paid,',
  ]);
  expect(paid).toEqual({ ann: 45, bob: 9 });
  expect(off).toEqual({ refunds: -55, 'refunded orders': -10 });
});

test('an order that is refunded by its status and by a row below zero is subtracted once', async () => {
  const { paid } = await money([
    'order,customer,date,amount,status',
    '1,ann,2024-01-05,40,refunded',
    '1,ann,2024-01-09,-40,refunded',
    '2,ann,2024-01-10,7,completed',
  ]);
  expect(paid).toEqual({ ann: 7 });
});

test('a flag instead of an amount of refunds is not used, and said', async () => {
  const { paid, detected } = await money([
    'order,customer,date,amount,refund',
    '1,ann,2024-01-05,40,yes',
    '2,bob,2024-01-06,60,no',
  ]);
  expect(paid).toEqual({ bob: 60, ann: 40 });
  expect(detected).toContain("'refund' was not used: it holds no amounts");
});

test.each([
  ['a day', '2024-01-06', ''],
  ['yes', 'yes', 'no'],
  ['true', 'TRUE', 'false'],
  ['1', '1', '0'],
])('canceled by %s in a column of its own', async (_, yes, no) => {
  const { paid } = await money([
    'order,customer,date,amount,canceled',
    `1,ann,2024-01-05,40,${yes}`,
    `2,ann,2024-01-06,60,${no}`,
    `3,bob,2024-01-06,5,${no}`,
  ]);
  expect(paid).toEqual({ ann: 60, bob: 5 });
});

test('who kept nothing is named, has the lowest money score and is no champion', async () => {
  const analysis = await analyze([
    'order,customer,date,amount',
    '1,ann,2024-01-05,500',
    '2,ann,2024-01-20,400',
    '3,ann,2024-01-21,-900',
    '4,bob,2024-01-06,5',
    '5,cat,2024-01-07,6',
    '6,dan,2024-01-08,-3',
  ]);
  const { customers, keptNothing, onlyReturns, segments } = analysis;
  const row = customers.customer.indexOf('ann');
  expect([customers.monetary[row], customers.monetaryScore[row], customers.segment[row]]).toEqual([
    ...[0, 1, 'Kept Nothing'],
  ]);
  expect(keptNothing).toEqual({ customers: 1, first: [{ customer: 'ann', gross: 900, monetary: 0 }] });
  expect(onlyReturns).toEqual({ customers: 1, amount: -3 });
  expect(customers.customer).not.toContain('dan');
  expect(segments.at(-1)).toMatchObject({
    name: 'Kept Nothing',
    customers: 1,
    revenue: 0,
    grossRevenue: 900,
  });
});

test('gross: the numbers before anything is subtracted', async () => {
  const lines = [
    'order,customer,date,amount,status,refunded_amount',
    '1,ann,2024-01-05,40,paid,4',
    '2,ann,2024-01-06,-10,paid,',
    '3,bob,2024-01-07,10,failed,',
  ];
  const { paid, off, detected } = await money(lines, { gross: true });
  expect([paid, off]).toEqual([{ ann: 40, bob: 10 }, {}]);
  expect(detected).toContain("sums are gross: 'status', 'refunded_amount' were not used");
});

test('duplicates that are dropped are dropped from returns too', async () => {
  const lines = [
    'order,customer,date,amount',
    '1,ann,2024-01-05,40',
    '2,ann,2024-01-06,-10',
    '2,ann,2024-01-06,-10',
  ];
  expect((await money(lines)).paid).toEqual({ ann: 20 });
  expect((await money(lines, { duplicates: 'drop' })).paid).toEqual({ ann: 30 });
});

test('a margin can be the money: lines at a loss are subtracted', async () => {
  const lines = [
    'order,customer,date,quantity,price,profit',
    '1,ann,2024-01-05,2,10,8',
    '1,ann,2024-01-05,1,10,-3',
    '2,bob,2024-01-06,1,10,4',
  ];
  expect((await money(lines)).paid).toEqual({ ann: 30, bob: 10 });
  expect((await money(lines, { amount: 'profit' })).paid).toEqual({ ann: 5, bob: 4 });
});

test('several currencies are refused by name and rows, whether a column or signs tell them', async () => {
  const coded = [
    'order,customer,date,amount,currency',
    '1,ann,2024-01-05,5,EUR',
    '2,bob,2024-01-06,6,eur',
    '3,cat,2024-01-06,7,CHF',
  ];
  await expect(money(coded)).rejects.toThrow(
    /holds 2 currencies, which cannot be added up: EUR \(2 rows\) and CHF \(1 row\); give `onlyCurrency`, one currency at a time: 'EUR'/,
  );
  expect((await money(coded, { onlyCurrency: 'EUR' })).paid).toEqual({ ann: 5, bob: 6 });
  expect((await money(coded, { onlyCurrency: 'chf' })).paid).toEqual({ cat: 7 });
  await expect(money(coded, { onlyCurrency: 'USD' })).rejects.toThrow(
    'it holds EUR (2 rows) and CHF (1 row)',
  );
  const signed = [
    'order,customer,date,amount',
    '1,ann,2024-01-05,€5.00',
    '2,bob,2024-01-06,$6.00',
    '3,cat,2024-01-06,$7.00',
  ];
  await expect(money(signed)).rejects.toThrow(
    /holds amounts in 2 currencies, which cannot be added up: \$ \(2 rows\) and € \(1 row\); keep the rows of one currency/,
  );
});

test('a column of types tells sales from refunds, whatever their signs', async () => {
  const { paid, times, off } = await money([
    'order,customer,date,amount,type',
    '1,ann,2024-01-05,50,Sale',
    '2,ann,2024-01-06,20,Refund',
    '3,bob,2024-01-06,10,Sale',
  ]);
  expect([paid, times, off]).toEqual([{ ann: 30, bob: 10 }, { ann: 1, bob: 1 }, { refunds: -20 }]);
});

test('with a status of the payment and one of the order, both count', async () => {
  const { paid, off } = await money([
    'order,customer,date,amount,order status,payment status',
    '1,ann,2024-01-05,50,shipped,paid',
    '2,ann,2024-01-06,20,cancelled,paid', // lint-words: allow
    '3,bob,2024-01-06,10,in the box,paid',
    '4,bob,2024-01-07,4,shipped,refunded',
  ]);
  expect([paid, off]).toEqual([
    { ann: 50, bob: 10 },
    { 'canceled orders': -20, 'refunded orders': -4 },
  ]);
});

test('a column of types that are none of an order is not used, and said', async () => {
  const { paid, detected } = await money([
    'order,customer,date,amount,type',
    '1,ann,2024-01-05,50,Retail',
    '2,bob,2024-01-05,5,B2B',
  ]);
  expect(paid).toEqual({ ann: 50, bob: 5 });
  expect(detected.join()).toContain("'type' was not used");
});

test('a second status that says that an order came back counts as well', async () => {
  const { paid, off, detected } = await money([
    'order,customer,date,amount,payment status,order status',
    '1,ann,2024-01-05,50,paid,shipped',
    '2,ann,2024-01-06,20,paid,returned',
    '3,bob,2024-01-06,10,paid,shipped',
  ]);
  expect([paid, off]).toEqual([{ ann: 50, bob: 10 }, { 'refunded orders': -20 }]);
  expect(detected).toContain("in 'order status', 'returned' (1 row) means a sale that was paid back");
});

test('a payment that is open did not come', async () => {
  const { paid } = await money([
    'order,customer,date,amount,payment status',
    '1,ann,2024-01-05,50,paid',
    '2,ann,2024-01-06,20,open',
  ]);
  expect(paid).toEqual({ ann: 50 });
});

test('currencies of rows that are nobody’s do not count', async () => {
  const lines = [
    'order,customer,date,amount,currency',
    '1,ann,2024-01-05,5,EUR',
    '2,,2024-01-06,6,USD',
    '3,bob,2024-01-06,7,EUR',
  ];
  expect((await money(lines)).paid).toEqual({ ann: 5, bob: 7 });
});

test('a status of the money and a type of the document, in one file', async () => {
  const { paid, off, detected } = await money([
    'order,customer,date,amount,transaction status,transaction type',
    '1,ann,2024-01-05,50,settled,sale',
    '2,ann,2024-01-06,20,settled,credit',
    '3,bob,2024-01-06,10,processor_declined,sale',
    '4,bob,2024-01-07,30,settled,sale',
    '5,bob,2024-01-08,5,settled,adjusted',
  ]);
  expect([paid, off]).toEqual([
    { ann: 30, bob: 35 },
    { 'canceled orders': -10, refunds: -20 },
  ]);
  expect(detected).toContain("in 'transaction type', 'credit' (1 row) means money paid back");
  expect(detected).toContain(
    "in 'transaction type', 'adjusted' (1 row) is no known status and counts as a sale",
  );
});

test('rows without a currency are added up aloud, and can be left out', async () => {
  const lines = ['order,customer,date,amount,currency', '1,ann,2024-01-05,5,', '2,bob,2024-01-06,6,USD'];
  const { paid, detected } = await money(lines);
  expect(paid).toEqual({ ann: 5, bob: 6 });
  expect(detected.join()).toContain("1 row with an amount has nothing in 'currency': added up as USD");
  expect((await money(lines, { onlyCurrency: 'USD' })).paid).toEqual({ bob: 6 });
});

test.each([
  ['Returned', 'Yes', 'No', 'were paid back'],
  ['Refund Date', '2024-01-09', '', 'were paid back'],
  ['is_refunded', '1', '0', 'were paid back'],
  ['Paid', 'FALSE', 'TRUE', 'were not paid'],
])('a column %s with %s for some orders', async (header, yes, no, what) => {
  const { paid, revenue, detected } = await money([
    `order,customer,date,amount,${header}`,
    `1,ann,2024-01-05,30,${no}`,
    `2,bob,2024-01-06,40,${yes}`,
    `3,bob,2024-01-07,10,${no}`,
  ]);
  expect(paid).toEqual({ ann: 30, bob: 10 });
  expect(revenue).toBe(40);
  expect(detected).toContain(`'${header}' says which orders ${what}: 1 row`);
});

test('numbers in a column that should say yes or no are no reason to subtract', async () => {
  const { paid, detected } = await money([
    'order,customer,date,amount,Paid',
    '1,ann,2024-01-05,30,30.00',
    '2,bob,2024-01-06,40,12.50',
  ]);
  expect(paid).toEqual({ ann: 30, bob: 40 });
  expect(detected).toContain(
    "in 'Paid', '12.50' (1 row), '30.00' (1 row) are no yes, no or day, and not used",
  );
});

test('a flag says less than a second status, and than the amount that was paid back', async () => {
  const status = await money([
    'order,customer,date,amount,payment status,order status,paid',
    '1,ann,2024-01-05,30,paid,shipped,yes',
    '2,bob,2024-01-06,40,paid,shipped,yes',
    '3,bob,2024-01-07,10,paid,canceled,yes',
  ]);
  expect(status.paid).toEqual({ ann: 30, bob: 40 });
  const partial = await money([
    'order,customer,date,amount,Refunded?,Partial Refund ($)',
    '1,ann,2024-01-05,30,1,0',
    '2,bob,2024-01-06,40,1,15',
    '3,ann,2024-01-07,10,0,0',
  ]);
  expect(partial.paid).toEqual({ ann: 10, bob: 25 });
});

test('an amount whose header names its currency is in that, whatever the orders were in', async () => {
  const lines = [
    'order,customer,date,amount_eur,amount_local,currency',
    '1,ann,2024-01-05,10,10,EUR',
    '2,bob,2024-01-06,9,10,USD',
  ];
  const { paid, detected } = await money(lines);
  expect(paid).toEqual({ ann: 10, bob: 9 });
  expect(detected).toContain("'amount_eur' is in EUR by its name, whatever 'currency' says");
});

test('a column of value dates holds no currencies', async () => {
  const { paid, detected } = await money([
    'order,customer,date,amount,Valuta', // cspell:disable-line
    '1,ann,2024-01-05,10,05.01.2024',
    '2,bob,2024-01-06,9,06.01.2024',
  ]);
  expect(paid).toEqual({ ann: 10, bob: 9 });
  expect(detected).toContain("'Valuta' was not used: it holds no currencies"); // cspell:disable-line
});

test('a column that is called Refunded and holds amounts says how much', async () => {
  const { paid, off, read } = await refundedAs(['0.00', '15.00', '']);
  expect([paid, off]).toEqual([{ ann: 30, bob: 35 }, { refunds: -15 }]);
  expect(read).toContain("refunded is in column 'Refunded'");
  expect((await refundedAs(['no', 'yes', 'no'])).paid).toEqual({ ann: 30, bob: 10 });
  expect((await refundedAs(['0', '1', '0'])).paid).toEqual({ ann: 30, bob: 10 });
});

async function refundedAs([first, second, third]: readonly string[]) {
  const { detected, ...rest } = await money([
    'order,customer,date,amount,Refunded',
    `1,ann,2024-01-05,30,${first}`,
    `2,bob,2024-01-06,40,${second}`,
    `3,bob,2024-01-07,10,${third}`,
  ]);
  return { ...rest, read: detected };
}
