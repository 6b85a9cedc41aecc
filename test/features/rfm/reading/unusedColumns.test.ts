import { logs } from '../log';

const { analyze } = logs();

/** What is said of a log with two orders, each with the values given for further columns. */
async function said(header: string, first: string, second: string, options = {}) {
  const lines = [`order,customer,date,${header}`, `1,ann,2024-01-05,${first}`, `2,bob,2024-01-06,${second}`];
  return (await analyze(lines, options)).detected;
}

test('a column of words that are statuses is named, whatever its header', async () => {
  expect(await said('amount,zustand', '5,Versendet', '6,Storniert')).toContain(
    "'zustand' was not used, though it says 'Storniert' of some orders: name it as the status, and it counts",
  );
  expect(
    (await said('amount,zustand', '5,Versendet', '6,Storniert', { status: 'zustand' })).join(),
  ).toContain("in 'zustand', 'Storniert' (1 row) means no sale");
});

test('a column of other words is not', async () => {
  const detected = await said('amount,color,delivery', '5,red,pending', '6,blue,shipped');
  expect(detected.join()).not.toMatch(/color|delivery/);
});

test('play money is told', async () => {
  expect((await said('amount,payment method', '5,(for testing) Bogus Gateway', '6,PayPal')).join()).toContain(
    "'payment method' says '(for testing) Bogus Gateway' of some orders, which count all the same",
  );
});

test.each([
  ['Test payment', true],
  ['TEST-ORDER 5', true],
  ['_test order', true],
  ['Latest order promo', false],
  ['Contest order', false],
  ['Größtest order', false],
])("a campaign of '%s' is about tests: %p", async (text, isTest) => {
  const detected = await said('amount,Campaign', `5,${text}`, '6,Spring');
  expect(detected.join().includes('if they are tests, remove these rows')).toBe(isTest);
});

test.each([
  ['Membership Status', 'Active', 'Expired'],
  ['Account status', 'Active', 'Blocked'],
  ['Customer status', 'Active', 'Blocked'],
  ['order customer status', 'Active', 'Blocked'],
  ['Warranty status', 'Active', 'Expired'],
  ['reviewStatus', 'Approved', 'Rejected'],
  ['Wholesale status', 'Approved', 'Declined'],
  ['Discharge status', 'Completed', 'Pending'],
])('%s is no status of an order: its words are said, and drop no purchase', async (header, first, second) => {
  const detected = await said(`amount,${header}`, `5,${first}`, `6,${second}`);
  expect(detected).toContain(
    `'${header}' was not used, though it says '${second}' of some orders: name it as the status, and it counts`,
  );
  expect(detected.join()).not.toMatch(/by its words|about orders/);
});

test.each([
  ['Final order status', 'Completed', 'Voided'],
  ['UberEats order status', 'Completed', 'Voided'],
  ['saleStatus', 'Completed', 'Voided'],
  ['invoice payment status', 'Paid', 'Overdue'],
  ['bestelling status', 'Betaald', 'Vervallen'],
  ['Transaktionsstatus', 'Bezahlt', 'Storniert'],
  ['transactions.stateMachineState.technicalName', 'paid', 'cancelled'], // lint-words: allow
  ['stateMachineState.name', 'Done', 'Voided'],
  ['orderpaymentstate', 'Done', 'Voided'],
])('%s is the status of an order, by its words', async (header, first, second) => {
  const detected = await said(`amount,${header}`, `5,${first}`, `6,${second}`);
  expect(detected).toContain(`in '${header}', '${second}' (1 row) means no sale`);
});

test.each(['disputed amount', 'Qty returned', 'Adjusted total', 'Soll/Haben', 'Dispute date'])(
  '%s is named where it is not used',
  async (header) => {
    expect(await said(`amount,${header}`, '5,1', '6,0')).toContain(
      `not used, though about orders and their money: '${header}'`,
    );
  },
);

test('what happened is told by one word alone, among many others', async () => {
  expect((await said('amount,event', '5,Upgrade to Pro', '6,Refund')).join()).toContain(
    "'event' was not used, though it says 'Refund' of some orders: name it as the status, and it counts",
  );
});

test('quantity × price is before discounts: said, and subtracted where the caller says so', async () => {
  expect(await said('quantity,price,discount', '2,5,1', '1,7,0')).toContain(
    "'discount' was not used, and quantity × price is before discounts; to subtract the amounts in 'discount', name it as the discount",
  );
  const detected = await said('quantity,price,discount', '2,5,1', '1,7,0', { discount: 'discount' });
  expect(detected.join()).not.toContain('before discounts');
  const shares = await said('quantity,price,Rabatt %', '2,5,10', '1,7,0');
  const percent = await said('quantity,price,discount', '2,5,10%', '1,7,0%');
  expect(percent.join()).toContain('a share cannot be subtracted');
  expect(shares.join()).toContain(
    "'Rabatt %' was not used, and quantity × price is before discounts; a share cannot be subtracted",
  );
});

test('an amount that is quantity × price is before discounts too; another one may be after them', async () => {
  const header = 'quantity,price,amount,discount';
  expect((await said(header, '2,5,10,1', '1,7,7,0')).join()).toContain('before discounts');
  expect((await said(header, '2,5,9,1', '1,7,7,0')).join()).not.toContain('before discounts');
  expect((await said('amount,discount code', '9,A', '7,B')).join()).not.toContain('discount');
});

test('percentages are no discounts', async () => {
  await expect(said('amount,off', '5,10%', '6,5%', { discount: 'off' })).rejects.toThrow(
    "column 'off' holds percentages, and `discount` needs amounts of money; give another column",
  );
});

test('amounts in cents are said', async () => {
  expect(await said('amount_cents', '500', '600', { amount: 'amount_cents' })).toContain(
    "'amount_cents' is in cents: divide it by 100, or read all sums in cents",
  );
});

test('which of several amounts counts is said', async () => {
  expect(await said('total,subtotal', '12,10', '24,20')).toContain(
    "of the amounts 'total' counts, not 'subtotal'",
  );
  expect(await said('netto,brutto', '10,12', '20,24')).toContain(
    "of the amounts 'netto' counts, not 'brutto'",
  );
});
