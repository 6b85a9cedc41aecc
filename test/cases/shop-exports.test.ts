import { caseFiles } from './rfmOf';

const { lines } = caseFiles('.');

/** Days, purchases, money and scores of each customer are worked out by hand from the lines. */

test('Shopify: totals on the first line, unpaid and canceled orders, partial refunds, an order without an email', async () => {
  const header =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem fulfillment status,Billing Country,Cancelled at,Refunded Amount,Id'; // lint-words: allow
  const { by, asOf, revenue, grossRevenue, subtracted, currency, onlyReturns } = await lines([
    header,
    '#1001,ann@shop.test,paid,2024-05-01 10:00:00 +0200,fulfilled,EUR,40.00,5.00,0.00,45.00,,0.00,2024-05-01 09:59:00 +0200,2,Tea,15.00,fulfilled,FR,,0.00,901',
    '#1001,ann@shop.test,,,,,,,,,,,2024-05-01 09:59:00 +0200,1,Mug,10.00,fulfilled,,,,',
    '#1002,bob@shop.test,partially_refunded,2024-05-03 10:00:00 +0200,fulfilled,EUR,60.00,0.00,0.00,60.00,,0.00,2024-05-03 09:00:00 +0200,1,Pot,60.00,fulfilled,DE,,20.00,902',
    '#1003,bob@shop.test,refunded,2024-05-04 10:00:00 +0200,,EUR,30.00,0.00,0.00,30.00,,0.00,2024-05-04 09:00:00 +0200,1,Cup,30.00,,DE,,30.00,903',
    '#1004,cat@shop.test,voided,,,EUR,99.00,0.00,0.00,99.00,,0.00,2024-05-05 09:00:00 +0200,1,Pot,99.00,,DE,2024-05-05 12:00:00 +0200,0.00,904',
    '#1005,ann@shop.test,pending,,,EUR,15.00,0.00,0.00,15.00,,0.00,2024-05-06 09:00:00 +0200,1,Tea,15.00,,FR,,0.00,905',
    '#1006,,paid,2024-05-07 10:00:00 +0200,fulfilled,EUR,12.00,0.00,0.00,12.00,,0.00,2024-05-07 09:00:00 +0200,1,Tea,12.00,fulfilled,FR,,0.00,906',
    '#1007,dan@shop.test,paid,2024-05-08 10:00:00 +0200,fulfilled,EUR,0.00,0.00,0.00,25.00,WELCOME,5.00,2024-05-08 00:05:00 +0200,1,Sticker,0.00,fulfilled,FR,,0.00,907',
    '#1007,dan@shop.test,,,,,,,,,,,2024-05-08 00:05:00 +0200,2,Mug,15.00,fulfilled,,,,',
  ]);
  expect({ asOf, currency }).toEqual({ asOf: '2024-05-09', currency: 'EUR' });
  expect(by).toEqual({
    ...{
      'ann@shop.test': '8 1 45.00 115',
      'bob@shop.test': '5 2 40.00 353',
      'dan@shop.test': '1 1 25.00 511',
    },
  });
  // 45 + 60 + 30 + 25 were paid for; 99 and 15 never were, 20 and 30 went back
  expect([grossRevenue, revenue]).toEqual([274, 110]);
  expect(subtracted).toMatchObject([
    { kind: 'canceled orders', rows: 2, amount: -114 },
    { kind: 'refunds', rows: 2, amount: -50 },
  ]);
  expect(onlyReturns.customers).toBe(0);
});

test('WooCommerce, a line for each item with the total on every one', async () => {
  const { by, revenue, grossRevenue, detected } = await lines([
    'Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Country Code (Billing),Order Refund Amount,Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost',
    '501,Completed,2024-03-01 10:00,Ann,ann@shop.test,IT,0,35.00,A,1,Cup,2,10.00',
    '501,Completed,2024-03-01 10:00,Ann,ann@shop.test,IT,0,35.00,B,2,Mug,1,15.00',
    '502,Refunded,2024-03-02 10:00,Bob,bob@shop.test,ES,18.00,18.00,A,1,Cup,1,18.00',
    '503,Processing,2024-03-03 10:00,Bob,bob@shop.test,ES,0,7.00,C,1,Pen,1,7.00',
    '504,Cancelled,2024-03-04 10:00,Ann,ann@shop.test,IT,0,50.00,A,1,Cup,5,10.00', // lint-words: allow
    '505,Pending payment,2024-03-05 10:00,Ann,ann@shop.test,IT,0,10.00,A,1,Cup,1,10.00',
  ]);
  expect(by).toEqual({ 'ann@shop.test': '3 1 35.00 115', 'bob@shop.test': '1 2 7.00 551' });
  expect([grossRevenue, revenue]).toEqual([120, 42]);
  expect(detected).toContain(
    "'Order Total Amount' is the same on all lines of an order: it is that of the whole order, and counts once",
  );
});

test('WooCommerce, a line for each order; a guest with customer number 0 is known by the email', async () => {
  const { by, currency } = await lines([
    'order_id,order_number,order_date,status,shipping_total,order_total,order_currency,customer_id,billing_email,billing_country,refunded_total,line_items',
    '11,11,2024-03-01 08:00:00,wc-completed,4.00,44.00,GBP,0,ann@shop.test,GB,0,Cup × 4',
    '12,12,2024-03-02 08:00:00,wc-on-hold,4.00,24.00,GBP,7,bob@shop.test,GB,0,Cup × 2',
    '13,13,2024-03-03 08:00:00,wc-completed,4.00,14.00,GBP,7,bob@shop.test,GB,4.00,Cup × 1',
  ]);
  expect({ by, currency }).toEqual({
    by: { 'ann@shop.test': '3 1 44.00 115', 'bob@shop.test': '1 1 10.00 511' },
    currency: 'GBP',
  });
});

test('Klaviyo: placed orders count, refunded and canceled ones go back, other events are no orders', async () => {
  const { by, revenue, grossRevenue } = await lines([
    'Email,Metric,Time,$value,$event_id,Order ID',
    'ann@shop.test,Placed Order,2024-02-01T10:00:00Z,80.00,e1,o1',
    'ann@shop.test,Ordered Product,2024-02-01T10:00:00Z,50.00,e2,o1',
    'ann@shop.test,Ordered Product,2024-02-01T10:00:00Z,30.00,e3,o1',
    'ann@shop.test,Refunded Order,2024-02-05T10:00:00Z,30.00,e4,o1',
    'bob@shop.test,Placed Order,2024-02-03T10:00:00Z,20.00,e5,o2',
    'bob@shop.test,Placed Order,2024-02-04T10:00:00Z,25.00,e6,o3',
    'bob@shop.test,Cancelled Order,2024-02-04T11:00:00Z,25.00,e7,o3', // lint-words: allow
    'bob@shop.test,Fulfilled Order,2024-02-06T10:00:00Z,20.00,e8,o2',
  ]);
  expect(by).toEqual({ 'ann@shop.test': '4 1 50.00 115', 'bob@shop.test': '1 2 20.00 551' });
  expect([grossRevenue, revenue]).toEqual([125, 70]);
});

test('Stripe: failed payments are none, refunds are subtracted, test payments too', async () => {
  const { by, revenue, grossRevenue, currency } = await lines([
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Description,Fee,Mode,Status,Seller Message,Card ID,Customer ID,Customer Email,Invoice ID',
    'ch_1,2024-04-01 23:30:00,100.00,0.00,usd,TRUE,Plan,3.20,Live,Paid,Payment complete.,card_1,cus_1,ann@shop.test,in_1',
    'ch_2,2024-04-02 10:00:00,100.00,25.00,usd,TRUE,Plan,3.20,Live,Paid,Payment complete.,card_1,cus_1,ann@shop.test,in_2',
    'ch_3,2024-04-03 10:00:00,60.00,60.00,usd,TRUE,Plan,2.04,Live,Refunded,Payment complete.,card_2,cus_2,bob@shop.test,in_3',
    'ch_4,2024-04-04 10:00:00,60.00,0.00,usd,TRUE,Plan,0.00,Live,Failed,The bank declined,card_2,cus_2,bob@shop.test,in_4',
    'ch_5,2024-04-05 10:00:00,30.00,0.00,usd,TRUE,Plan,1.17,Live,Paid,Payment complete.,card_2,cus_2,bob@shop.test,in_5',
    'ch_6,2024-04-06 10:00:00,999.00,0.00,usd,TRUE,Plan,0.00,Test,Paid,Payment complete.,card_3,cus_2,bob@shop.test,in_6',
  ]);
  expect(by).toEqual({ 'ann@shop.test': '4 2 175.00 115', 'bob@shop.test': '1 2 30.00 511' });
  expect({ grossRevenue, revenue, currency }).toEqual({ grossRevenue: 1349, revenue: 205, currency: 'USD' });
});

test('Square: net sales in dollars, refunds as rows below zero, sales to nobody', async () => {
  const { by, revenue, grossRevenue, currency, rowsRead } = await lines([
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name',
    '2024-09-13,10:02:11,Eastern Time (US & Canada),Home,Mug,2.0,Regular,M,,"$30.00","-$3.00","$27.00",$2.16,T1,P1,iPad,,,Payment,Fair,,C1,Dee Example',
    '2024-09-13,10:02:11,Eastern Time (US & Canada),Home,Print,1.0,Regular,P,,"$1,200.00","$0.00","$1,200.00",$2.16,T1,P1,iPad,,,Payment,Fair,,C1,Dee Example',
    '2024-09-14,11:40:00,Eastern Time (US & Canada),Home,Print,1.0,Regular,P,,$12.00,$0.00,$12.00,$0.96,T2,P2,iPad,,,Payment,Fair,,C2,Ed Example',
    '2024-09-15,11:40:00,Eastern Time (US & Canada),Home,Mug,1.0,Regular,M,,$12.00,$0.00,$12.00,$0.96,T3,P3,iPad,,,Payment,Fair,,,',
    '2024-09-20,09:00:00,Eastern Time (US & Canada),Home,Print,-1.0,Regular,P,,"-$1,200.00",$0.00,"-$1,200.00",-$0.96,T1,P4,iPad,,,Refund,Fair,,C1,Dee Example',
  ]);
  expect(by).toEqual({ C1: '2 1 27.00 115', C2: '1 1 12.00 511' });
  expect({ grossRevenue, revenue, currency, rowsRead }).toEqual({
    ...{ grossRevenue: 1239, revenue: 39, currency: '$', rowsRead: 5 },
  });
});

test('Amazon: the price of an item is that of all its pieces; promotions are subtracted, canceled items do not count', async () => {
  const tabs = (line: string) => line.replaceAll('|', '\t');
  const { by, revenue, grossRevenue } = await lines(
    [
      'amazon-order-id|purchase-date|order-status|buyer-email|product-name|sku|item-status|quantity|currency|item-price|item-tax|item-promotion-discount|ship-country',
      '111-1|2024-04-10T09:15:00+00:00|Shipped|ann@marketplace.test|Sheet|S1|Shipped|2|EUR|80.00|12.00|10.00|DE',
      '111-1|2024-04-10T09:15:00+00:00|Shipped|ann@marketplace.test|Mug|S2|Cancelled|0|EUR|9.00|1.00||DE', // lint-words: allow
      '111-2|2024-04-11T09:15:00+00:00|Cancelled|bob@marketplace.test|Mug|S2|Cancelled|1|EUR|9.00|1.00||DE', // lint-words: allow
      '111-3|2024-04-12T23:50:00+00:00|Shipped|bob@marketplace.test|Mug|S2|Shipped|3|EUR|27.00|4.00||AT',
      '111-4|2024-04-12T23:55:00+00:00|Shipped - Returned to Seller|ann@marketplace.test|Pot|S3|Shipped|1|EUR|50.00|4.00||AT',
    ].map(tabs),
  );
  expect(by).toEqual({ 'ann@marketplace.test': '1 2 70.00 555', 'bob@marketplace.test': '1 1 27.00 511' });
  expect([grossRevenue, revenue]).toEqual([175, 97]);
});

test('a German ledger with semicolons, decimal commas and credit notes', async () => {
  const { by, revenue, detected } = await lines([
    'Kunden-Nr.;Belegnummer;Belegdatum;Artikelbezeichnung;Menge;Einzelpreis;Währung',
    '10001;R-1;03.01.2024;Tasse;2;1.250,00;EUR',
    '10001;G-2;15.01.2024;Tasse;-1;1.250,00;EUR',
    '10002;R-3;20.01.2024;Teller;10;4,50;EUR',
  ]);
  expect(by).toEqual({ 10001: '18 1 1250.00 115', 10002: '1 1 45.00 511' });
  expect(revenue).toBe(1295);
  expect(detected).toContain("invoice is in column 'Belegnummer'");
});

test('PayPal: who was paid back is the customer of a refund; withdrawals, bills and conversions are nobody’s', async () => {
  const { by, revenue, grossRevenue, currency, onlyReturns } = await lines([
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Reference Txn ID',
    '05/13/2024,10:00:00,PDT,Ann,Express Checkout Payment,Partially Refunded,EUR,50.00,-1.75,48.25,ann@x.test,shop@x.test,T1,',
    '05/13/2024,10:00:00,PDT,,General Currency Conversion,Completed,EUR,-48.25,0.00,-48.25,,,T2,T1',
    '05/13/2024,10:00:00,PDT,,General Currency Conversion,Completed,USD,52.10,0.00,52.10,,,T3,T1',
    '05/14/2024,10:00:00,PDT,Bob,Website Payment,Completed,EUR,"1,030.00",-1.35,"1,028.65",bob@x.test,shop@x.test,T4,',
    '05/15/2024,10:00:00,PDT,Ann,Payment Refund,Completed,EUR,-20.00,0.70,-19.30,shop@x.test,ann@x.test,T5,T1',
    '05/16/2024,10:00:00,PDT,,General Withdrawal - Bank Account,Completed,EUR,-57.60,0.00,-57.60,shop@x.test,,T6,',
    '05/17/2024,10:00:00,PDT,Cat,Express Checkout Payment,Pending,EUR,70.00,0.00,70.00,cat@x.test,shop@x.test,T7,',
    '05/18/2024,10:00:00,PDT,Post,PreApproved Payment Bill User Payment,Completed,EUR,-9.00,0.00,-9.00,shop@x.test,bill@post.test,T8,',
    '05/19/2024,10:00:00,PDT,Dan,Mobile Payment,Refunded,EUR,25.00,-0.98,24.02,dan@x.test,shop@x.test,T9,',
    '05/20/2024,10:00:00,PDT,Dan,Payment Refund,Completed,EUR,-25.00,0.98,-24.02,shop@x.test,dan@x.test,T10,T9',
  ]);
  expect(by).toEqual({
    ...{ 'ann@x.test': '7 1 30.00 113', 'bob@x.test': '6 1 1030.00 315', 'dan@x.test': '1 1 0.00 511' },
  });
  // 50 + 1030 + 25 were paid and 70 not yet; 20 and 25 went back
  expect({ revenue, grossRevenue, currency }).toEqual({ revenue: 1060, grossRevenue: 1175, currency: 'EUR' });
  expect(onlyReturns).toEqual({ customers: 0, amount: 0 });
});

test('BigCommerce: guests have customer number 0 and are known by their address', async () => {
  const { by, revenue } = await lines([
    'Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Order Total (inc tax),Order Total (ex tax),Order Currency Code',
    '101,11,Ann,ann@x.test,13/03/2024,Completed,115.00,105,GBP',
    '102,0,Bob,bob@x.test,14/03/2024,Awaiting Fulfillment,60.00,55,GBP',
    '103,0,Cat,cat@x.test,15/03/2024,Declined,60.00,55,GBP',
    '104,11,Ann,ann@x.test,16/03/2024,Awaiting Payment,22.00,20,GBP',
    '105,0,Bob,bob@x.test,17/03/2024,Refunded,33.00,30,GBP',
  ]);
  expect(by).toEqual({ 'ann@x.test': '5 1 115.00 115', 'bob@x.test': '1 2 60.00 551' });
  expect(revenue).toBe(175);
});

test('PrestaShop in French: states of orders, a decimal comma and blanks between thousands', async () => {
  const { by, revenue, currency } = await lines([
    'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date',
    '1;XKB;1;France;J. DOE;61,80 €;Chèque;Paiement accepté;2024-01-05 10:12:33',
    '2;OHS;0;France;J. DOE;69,90 €;Chèque;Annulé;2024-01-06 10:12:33',
    '3;UOY;1;Belgique;A. LIND;1 014,90 €;Carte;Livré;2024-01-07 10:12:33',
    '4;KHW;0;France;J. DOE;20,00 €;Chèque;En attente du paiement par chèque;2024-01-09 10:12:33',
    '5;ABC;0;France;J. DOE;30,00 €;Carte;Remboursé;2024-01-10 10:12:33',
    '6;DEF;0;France;J. DOE;31,00 €;Carte;Erreur de paiement;2024-01-11 10:12:33',
  ]);
  expect(by).toEqual({ 'J. DOE': '1 2 61.80 551', 'A. LIND': '4 1 1014.90 115' });
  expect({ revenue, currency }).toEqual({ revenue: 1076.7, currency: '€' });
});

test('Stripe without addresses: customers are known by their number', async () => {
  const { by, columns, detected } = await lines([
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Card ID,Customer ID,Customer Email',
    'ch_1,2024-04-01 23:30:00,100.00,0.00,usd,Paid,card_1,cus_1,ann@x.test',
    'ch_2,2024-04-02 10:00:00,40.00,0.00,usd,Paid,card_1,cus_1,',
    'ch_3,2024-04-03 10:00:00,60.00,0.00,usd,Paid,card_2,cus_2,',
  ]);
  expect(columns.customer).toBe('Customer ID');
  expect(by).toEqual({ cus_1: '2 2 140.00 155', cus_2: '1 1 60.00 511' });
  expect(detected).toContain(
    "customer is in column 'Customer ID', which is known in 2 rows more than 'Customer Email'",
  );
});

test('QuickBooks: invoices and receipts count; their payments and estimates are no sales of their own', async () => {
  const { by, revenue, detected } = await lines([
    'Date,Transaction Type,Num,Name,Memo/Description,Amount',
    '01/05/2024,Invoice,1001,Acme Ltd,,"1,200.00"',
    '01/20/2024,Payment,,Acme Ltd,,"1,200.00"',
    '02/01/2024,Credit Memo,1002,Acme Ltd,,-200.00',
    '02/03/2024,Invoice,1003,Blue Sky,,300.00',
    '02/05/2024,Sales Receipt,1004,Blue Sky,,50.00',
    '02/15/2024,Payment,,Blue Sky,,300.00',
    '02/16/2024,Estimate,1005,Blue Sky,,900.00',
  ]);
  expect(by).toEqual({ 'Acme Ltd': '32 1 1000.00 115', 'Blue Sky': '1 2 350.00 551' });
  expect(revenue).toBe(1350);
  expect(detected).toContain("in 'Transaction Type', 'Payment' (2 rows), 'Estimate' (1 row) mean no order");
});

test('a German ledger of documents: credit notes and stornos above zero take money back', async () => {
  const { by, revenue } = await lines([
    'Belegart;Belegnummer;Belegdatum;Kundennummer;Betrag',
    'Rechnung;1001;05.01.2024;10001;100,00',
    'Rechnung;1002;15.01.2024;10002;90,00',
    'Gutschrift;2001;20.01.2024;10001;30,00',
    'Storno;3001;21.01.2024;10002;90,00',
    'Rechnung;1003;25.01.2024;10002;50,00',
    'Lieferschein;5001;25.01.2024;10002;50,00',
    'Zahlung;6001;26.01.2024;10002;50,00',
  ]);
  expect(by).toEqual({ 10001: '21 1 70.00 115', 10002: '1 2 50.00 551' });
  expect(revenue).toBe(120);
});
