import { analyzedBy, logs } from './log';

const { analyze } = logs();

test('a till whose status is no usual header: what its words say counts, and it is said', async () => {
  const analysis = await analyze([
    'Invoice Number,Order Number,Order Date,Order ID,Currency,Order Total,Refunds Total,Order Payment State,Customer ID',
    ',1,01-Mar-2024 10:02 AM EST,AX1,USD,21.00,0,Paid,C1',
    ',2,02-Mar-2024 10:02 AM EST,AX2,USD,42.00,42.00,Refunded,C2',
    ',3,20-Mar-2024 10:02 AM EDT,AX3,USD,63.00,0,Open,C2',
    ',4,21-Mar-2024 10:02 AM EDT,AX4,USD,30.00,10.00,Partially Refunded,C2',
  ]);
  expect(analyzedBy(analysis)).toEqual({ C1: [21, 1, 21], C2: [1, 2, 20] });
  expect(analysis.detected).toEqual(
    expect.arrayContaining([
      "status is in column 'Order Payment State', by its words",
      "in 'Order Payment State', 'Open' (1 row) means no sale",
      "invoice is in column 'Order Number'; 'Order ID' numbers the same orders",
    ]),
  );
});

describe('several columns for one thing', () => {
  const lines = (...orders: string[]) => [
    'Order ID,Order Number,Customer,Date,Amount,Total',
    ...orders.map((each, i) => `${each},${i % 2 ? 'ann' : 'bob'},2024-03-0${i + 1},${i + 5},${i + 5}`),
  ];

  test('where they say the same, the first is as good as any', async () => {
    const { columns, detected } = await analyze(lines('a,1', 'b,2', 'b,2'));
    expect(columns).toMatchObject({ invoice: 'Order ID', amount: 'Amount' });
    expect(detected).toContain("amount is in column 'Amount'; 'Total' says the same");
  });

  test('so do two others, in one sentence', async () => {
    const { detected } = await analyze([
      'Order ID,Order Number,Order No,Customer,Date,Amount,Total,Revenue',
      ...['a,1,x,ann,2024-03-01,5,5,5', 'b,2,y,bob,2024-03-02,6,6,6'],
    ]);
    expect(detected).toEqual(
      expect.arrayContaining([
        "invoice is in column 'Order ID'; 'Order Number' and 'Order No' number the same orders",
        "amount is in column 'Amount'; 'Total' and 'Revenue' say the same",
      ]),
    );
  });

  test('an amount beside them still counts: it knows discounts', async () => {
    const analysis = await analyze([
      'Order ID,Customer,Date,Quantity,Qty,Price,Unit Price,Amount',
      ...['a,ann,2024-03-01,2,2,10,10,15', 'b,bob,2024-03-02,1,1,8,8,8'],
    ]);
    expect(analysis.columns.amount).toBe('Amount');
    expect(analyzedBy(analysis)).toEqual({ ann: [2, 1, 15], bob: [1, 1, 8] });
  });

  test('where they differ, there is a question', async () => {
    await expect(analyze(lines('a,1', 'b,2', 'b,3'))).rejects.toThrow(
      "2 columns that could be the invoice: 'Order ID' and 'Order Number'",
    );
  });

  test('an empty one does not count', async () => {
    const { columns, detected } = await analyze(lines(',1', ',2', ',2'));
    expect(columns.invoice).toBe('Order Number');
    expect(detected).toContain("invoice is in column 'Order Number': another that could be it is empty");
  });
});

test.each([
  ['test', 'TRUE', 'false'],
  ['is_test', 'yes', 'no'],
  ['livemode', 'false', 'true'],
])('%s says which orders are tests: they are none', async (header, test, real) => {
  const analysis = await analyze([
    `order_id,email,created_at,total,status,${header}`,
    `1,a@x.test,2024-03-01,10.00,paid,${real}`,
    `2,b@x.test,2024-03-02,20.00,paid,${test}`,
    `3,b@x.test,2024-03-08,30.00,paid,${real}`,
  ]);
  expect(analyzedBy(analysis)).toEqual({ 'a@x.test': [8, 1, 10], 'b@x.test': [1, 1, 30] });
  expect(analysis.detected).toContain(`'${header}' says which orders were tests: 1 row`);
});

test('the groups of an experiment are no tests', async () => {
  const { revenue } = await analyze([
    'order_id,email,created_at,total,test',
    ...['1,a@x.test,2024-03-01,10.00,0', '2,b@x.test,2024-03-02,20.00,1'],
  ]);
  expect(revenue).toBe(30);
});

test.each(['CANCELED_BY_USER', 'canceled by merchant', 'CanceledByCustomer', 'payment_failed'])(
  "'%s' means no sale",
  async (word) => {
    const { revenue } = await analyze([
      'order_id,user_id,created_at,total_amount,status',
      'o1,u1,1709287862123,10.00,DELIVERED',
      'o2,u2,1709374262123,20.00,DELIVERED',
      `o3,u1,1709978262123,30.00,${word}`,
    ]);
    expect(revenue).toBe(30);
  },
);

test("Sage's codes: credits take back, receipts of money are no sales", async () => {
  const lines = [
    'No.,Type,Date,Customer,Ref,Gross',
    '101,SI,01/03/2024,ACM,1001,120.00',
    '102,SI,14/03/2024,BET,1002,60.00',
    '103,SC,20/03/2024,ACM,2001,30.00',
    '104,SR,21/03/2024,ACM,1001,90.00',
  ];
  const analysis = await analyze(lines, { invoice: 'Ref', amount: 'Gross' });
  expect(analyzedBy(analysis)).toEqual({ ACM: [14, 1, 90], BET: [1, 1, 60] });
  const words = lines.map((line) => line.replace(',SR,', ',Sí,').replace(',SC,', ',No,'));
  expect((await analyze(words, { invoice: 'Ref', amount: 'Gross' })).revenue).toBe(300);
});

// cspell:disable
test('a log in Polish', async () => {
  const analysis = await analyze([
    'Numer zamówienia;Data zamówienia;email klienta;Wartość zamówienia;Waluta;Status',
    '1;1 stycznia 2024;a@x.test;10,50;PLN;Zrealizowane',
    '2;14 lutego 2024;b@x.test;1 200,00;PLN;Zrealizowane',
    '3;15 lutego 2024;a@x.test;20,00;PLN;Anulowane',
    '4;3 marca 2024;b@x.test;30,00;PLN;Zwrot',
  ]);
  expect(analyzedBy(analysis)).toEqual({ 'b@x.test': [1, 2, 1200], 'a@x.test': [63, 1, 10.5] });
});
// cspell:enable

test('what the item came to is what counts, not the sum before its discount', async () => {
  const { revenue } = await analyze([
    'Sale Date,Client ID,Sale ID,Item name,Item Price,Quantity,Subtotal,Discount amount,Item Total',
    '3/1/2024,12,551,Pack,100.00,1,100.00,10.00,90.00',
    '3/15/2024,13,552,Drop In,18.00,-1,-18.00,0.00,-18.00',
    '3/16/2024,13,553,Mat,40.00,2,80.00,20.00,60.00',
  ]);
  expect(revenue).toBe(132);
});

test('day numbers of a spreadsheet with a decimal comma', async () => {
  const { asOf } = await analyze([
    'order;customer;date;amount',
    '1;ann;45352,4167;10,00',
    '2;bob;45360,25;20,00',
    '3;bob;45353,5;20,00',
  ]);
  expect(asOf).toBe('2024-03-10');
});

test('days without a year need one', async () => {
  await expect(
    analyze(['order;customer;date;amount', '1;ann;0103;10,00', '2;bob;1503;20,00']),
  ).rejects.toThrow(/'0103' in row 1 .*; write whole dates with month and year in one column/);
});

test.each([
  ['returned', ['1', '0', '2']],
  ['Refunded', ['3', '', '1']],
])('%s holds numbers: no order is taken for paid back as a whole', async (header, counts) => {
  const { revenue, columns, detected } = await analyze([
    `order,customer,date,quantity,price,${header}`,
    ...counts.map((count, i) => `${i + 1},C${i % 2},2024-03-0${i + 1},4,10.00,${count}`),
  ]);
  expect([revenue, columns.canceled]).toEqual([120, null]);
  expect(detected).toContain(
    `'${header}' holds numbers, not whether an order came back, and is not used: name it as the refunded amount if they are money`,
  );
});

test('an amount in cents is offered', async () => {
  await expect(analyze(['order_id,customer,date,amount_cents', '1,ann,2024-03-01,1000'])).rejects.toThrow(
    "did you mean 'amount_cents'?",
  );
});

// cspell:ignore Remboursement partiel Reembolsado parcialmente
test.each(['Remboursement partiel', 'Reembolsado parcialmente', 'Partially refunded'])(
  'how much came back of %s is not known, and it is said',
  async (status) => {
    const { detected } = await analyze([
      'order_id,customer,date,amount,status',
      ...['1,ann,2024-03-01,10,paid', `2,bob,2024-03-02,20,${status}`],
    ]);
    expect(detected).toContain(
      `no column says how much was refunded: orders with '${status}' (1 row) count in full`,
    );
  },
);

describe('rows that are the same money again', () => {
  test('lines and payments of a sale, beside the sale', async () => {
    const analysis = await analyze([
      'Date,Receipt Number,Line Type,Customer Code,Quantity,Total,Status',
      '2024-03-01,77,Sale,C1,3,33.00,Completed',
      '2024-03-01,77,Sale Line,C1,2,22.00,Completed',
      '2024-03-01,77,Sale Line,C1,1,11.00,Completed',
      '2024-03-01,77,Payment,C1,,33.00,Completed',
      '2024-03-02,78,Sale,C2,1,11.00,Completed',
      '2024-03-02,78,Sale Line,C2,1,11.00,Completed',
      '2024-03-02,78,Payment,C2,,11.00,Completed',
    ]);
    expect(analyzedBy(analysis)).toEqual({ C1: [2, 1, 33], C2: [1, 1, 11] });
  });

  test('lines alone are sales', async () => {
    const { revenue } = await analyze([
      'Date,Receipt Number,Line Type,Customer Code,Total',
      '2024-03-01,77,Sale Line,C1,22.00',
      '2024-03-02,78,Gift Line,C2,11.00',
    ]);
    expect(revenue).toBe(33);
  });

  test('whole orders that stand in a file twice: exports may overlap', async () => {
    const lines = [
      'order_id,customer,date,amount',
      ...['1,C1,2024-03-01,10.00', '2,C2,2024-03-02,20.00', '3,C1,2024-03-08,30.00'],
    ];
    const { detected, revenue } = await analyze([...lines, ...lines.slice(2), '4,C2,2024-03-09,5.00']);
    expect(revenue).toBe(115);
    expect(detected.join()).toContain(
      "2 orders are in the file more than once, line for line (exports may overlap): they count each time (50.00 more); to count them once, set the duplicates option to 'drop'",
    );
    const once = await analyze([...lines, ...lines.slice(2)], { duplicates: 'drop' });
    expect(once.revenue).toBe(60);
    expect(once.detected.join()).not.toContain('more than once');
  });

  test('of a basket among them that holds the same twice, nothing is counted again', async () => {
    const orders = Array.from({ length: 9 }, (_, i) => `${i + 1},C1,2024-03-01,Mug,10.00`);
    const { detected } = await analyze([
      'order_id,customer,date,item,amount',
      ...[...orders, ...orders],
      ...['10,C2,2024-03-01,Cup,5.00', '10,C2,2024-03-01,Cup,5.00', '10,C2,2024-03-01,Pot,7.00'],
    ]);
    expect(detected.join()).toContain(
      '9 orders are in the file more than once, line for line (exports may overlap): they count each time (90.00 more)',
    );
  });

  test('a basket may hold the same twice', async () => {
    const { detected } = await analyze([
      'order_id,customer,date,item,amount',
      ...['1,C1,2024-03-01,Mug,10.00', '1,C1,2024-03-01,Mug,10.00', '1,C1,2024-03-01,Cup,5.00'],
      ...['2,C2,2024-03-01,Pot,9.00', '2,C2,2024-03-01,Cup,5.00', '2,C2,2024-03-01,Cup,5.00'],
    ]);
    expect(detected.join()).not.toContain('more than once');
  });
});

describe('amounts below zero', () => {
  test('where most are, sales are written so: nobody guesses', async () => {
    const lines = [
      'Date,Customer,Invoice,Amount',
      '2024-03-01,C1,INV1,-100.00',
      '2024-03-05,C1,CN1,30.00',
      '2024-03-02,C2,INV2,-20.00',
    ];
    await expect(analyze(lines)).rejects.toThrow(
      /: most amounts are negative \(2 of 3\); reverse their signs \(column 'Amount'\), or set `gross` if they are returns/,
    );
    expect((await analyze(lines, { gross: true })).revenue).toBe(30);
  });

  const ledger = (...rows: string[]) => [
    'Date,Transaction Type,Num,Name,Amount',
    ...rows.map((row, i) => `${['03/13/2024', '03/14/2024'][i % 2]},${row}`),
  ];
  const times = (count: number, row: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => row(i));

  test('those of payments and credits beside invoices are no sales', async () => {
    const { revenue, grossRevenue } = await analyze(
      ledger(
        ...times(10, (i) => `Invoice,${i},Ann,100.00`),
        ...times(10, (i) => `Payment,P${i},Ann,-100.00`),
        'Credit Memo,C1,Ann,-20.00',
      ),
    );
    expect([grossRevenue, revenue]).toEqual([1000, 980]);
  });

  test('those of invoices are, whatever stands beside them', async () => {
    await expect(
      analyze(
        ledger(
          'Invoice,1,Ann,-100.00',
          'Invoice,2,Bob,-50.00',
          'Payment,3,Ann,100.00',
          'Credit Memo,4,Ann,20.00',
        ),
      ),
    ).rejects.toThrow(/most amounts are negative \(2 of 2\)/);
  });

  test('those of failed payments are no sales', async () => {
    const { revenue } = await analyze([
      'order_id,customer,date,amount,status',
      ...['1,ann,2024-03-01,10,paid', '2,bob,2024-03-02,-20,failed', '3,bob,2024-03-02,-20,failed'],
    ]);
    expect(revenue).toBe(10);
  });

  test('what went back to nobody is said', async () => {
    const { revenue, detected } = await analyze([
      'Order ID,Customer,Order Date,Total',
      '101,ann,2024-03-01,50.00',
      '102,bob,2024-03-02,40.00',
      '103,,2024-03-05,-20.00',
    ]);
    expect(revenue).toBe(90);
    expect(detected).toContain(
      '1 row without a customer refunds 20.00; no customer is named, so nothing is subtracted',
    );
  });

  test('so is what several rows gave back', async () => {
    const { detected } = await analyze([
      'Order ID,Customer,Order Date,Total',
      ...[
        '101,ann,2024-03-01,50.00',
        '102,,2024-03-02,-5.00',
        '103,,2024-03-03,-4.00',
        '104,,2024-03-05,-3.00',
      ],
    ]);
    expect(detected).toContain(
      '3 rows without a customer refund 12.00 in all; no customer is named, so nothing is subtracted',
    );
  });
});

// cspell:disable
test.each([
  ['2024.03.01.', '2024.03.05.', '2024.03.20.', 'yyyy.M.d.'],
  ['2024. 3. 1.', '2024. 3. 5.', '2024. 3. 20.', 'yyyy. M. d.'],
  ['01.03.2024.', '05.03.2024.', '20.03.2024.', 'd.M.yyyy.'],
  ['2024.03.01. 9:05', '2024.03.05. 10:05', '2024.03.20. 23:59', 'yyyy.M.d.'],
])('%s: the format that reads it is named, and works', async (first, second, third, dateFormat) => {
  const lines = ['customer,date,amount', `A,${first},10`, `B,${second},8`, `A,${third},5`];
  await expect(analyze(lines)).rejects.toThrow(`give \`dateFormat\`: '${dateFormat}'`);
  expect(analyzedBy(await analyze(lines, { dateFormat }))).toEqual({ A: [1, 2, 15], B: [16, 1, 8] });
});

test('Toast: the amount of a check is without tax and tip; a voided one is no sale', async () => {
  const analysis = await analyze([
    'Location,Order Id,Order #,Opened,# of Guests,Server,Amount,Tax,Tip,Gratuity,Total,Voided,Customer',
    'Main,9001,1,3/1/2024 6:05 PM,2,Sam,40.00,3.00,8.00,0,51.00,false,Ann',
    'Main,9002,2,3/5/2024 7:05 PM,2,Sam,20.00,1.50,4.00,0,25.50,false,Ben',
    'Main,9003,3,3/20/2024 8:05 PM,2,Sam,30.00,2.25,6.00,0,38.25,true,Ann',
  ]);
  expect(analyzedBy(analysis)).toEqual({ Ann: [5, 1, 40], Ben: [1, 1, 20] });
  expect(analysis.detected).toContain("of the amounts 'Amount' counts, not 'Total'");
});

test('a status that is used by its words is not said to be unused', async () => {
  const { detected, revenue } = await analyze([
    'Confirmation Number,Guest Email,Check-in,Total Revenue,Booking Status',
    ...['1,a@x.test,2024-03-01,220,Checked-out', '2,b@x.test,2024-03-05,80,Canceled'],
    ...['3,b@x.test,2024-03-08,95,Checked-out', '4,a@x.test,2024-03-20,90,No-show'],
  ]);
  expect(revenue).toBe(315);
  expect(detected).toContain("status is in column 'Booking Status', by its words");
  expect(detected.join()).not.toContain('not used');
});

test('of net and gross beside each other gross counts, and it is said', async () => {
  const { revenue, detected } = await analyze([
    'Invoice,Customer,Date,Net,VAT,Gross',
    ...['1,A,2024-03-01,10.00,2.00,12.00', '2,B,2024-03-05,8.00,1.60,9.60'],
  ]);
  expect(revenue).toBe(21.6);
  expect(detected).toContain("of the amounts 'Gross' counts, not 'Net'");
});

test("Stripe's balance: charges, refunds and payouts", async () => {
  const analysis = await analyze([
    'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Customer Email (metadata)',
    't1,charge,ch1,20.00,0.88,19.12,usd,2024-03-01 10:00,a@x.test',
    't2,charge,ch2,8.00,0.53,7.47,usd,2024-03-05 10:00,b@x.test',
    't3,refund,re1,-20.00,0,-20.00,usd,2024-03-06 10:00,a@x.test',
    't4,payout,po1,-6.59,0,-6.59,usd,2024-03-07 10:00,',
    't5,charge,ch3,5.00,0.45,4.55,usd,2024-03-20 10:00,a@x.test',
  ]);
  expect(analyzedBy(analysis)).toEqual({ 'a@x.test': [1, 2, 5], 'b@x.test': [16, 1, 8] });
});

test('a shop in Sweden: with tax beside without', async () => {
  const analysis = await analyze([
    'Ordernr;Beställningsdatum;Kund-ID;E-post;Antal;À-pris;Totalt inkl. moms;Totalt exkl. moms;Orderstatus',
    '1;2024-03-01;1;a@x.test;2;50,00;100,00;80,00;Levererad',
    '2;2024-03-05;2;b@x.test;1;80,00;80,00;64,00;Levererad',
    '3;2024-03-20;1;a@x.test;1;55,50;55,50;44,40;Makulerad',
  ]);
  expect(analyzedBy(analysis)).toEqual({ 1: [5, 1, 100], 2: [1, 1, 80] });
});

test('what goods cost the seller is named where it is not used', async () => {
  const { detected } = await analyze([
    'order_id,customer_id,date,amount,cogs',
    ...['1,A,2024-03-01,10,6', '2,B,2024-03-05,8,6'],
  ]);
  expect(detected).toContain(
    "'cogs' was not used: customers are scored by what they paid; for scores by margin, add a column of what is left after costs, and name it as the amount",
  );
});
// cspell:enable
