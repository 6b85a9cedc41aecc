import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import { MISSING_IDENTIFIER_WORDS } from '../../../../src/table/missing';
import { TOTAL_WORDS } from '../../../../src/table/rows/totalLabels';
import { logs } from '../log';

const { database, write } = logs();

async function leftOut(lines: readonly string[]) {
  const { table, detected } = await loadTransactions(database(), write(lines));
  const { customer } = await database().query(`SELECT customer FROM ${table} ORDER BY row`);
  return { customer, said: detected.filter((sentence) => sentence.endsWith('left out')) };
}

const HEADER = 'customer,date,amount,region';

test('labels of totals where a date belongs, however they are decorated', async () => {
  const { customer, said } = await leftOut([
    HEADER,
    'ann,2024-01-05,10,N',
    'x,TOTAL:,10,',
    'bob,2024-01-06,20,S',
    'y,* Summe *,30,',
  ]);
  expect(customer).toEqual(['ann', null, 'bob', null]);
  expect(said).toEqual([
    "row 2 ('x') and row 4 ('y') aren't purchases: they're totals, headers or remarks, and are left out",
  ]);
});

test('labels anywhere in a row without a date, whose customers are none', async () => {
  const { customer, said } = await leftOut([
    HEADER,
    'ann,2024-01-05,10,N',
    'bob,,7,S',
    'x,,10,Subtotal',
    'all,2024-01-06,20,S',
  ]);
  expect(customer).toEqual(['ann', 'bob', null, 'all']);
  expect(said).toEqual(["row 3 ('x') isn't a purchase: it's a total, a header or a remark, and is left out"]);
});

test('the header again, whatever its letters, and remarks', async () => {
  const { customer, said } = await leftOut([
    HEADER,
    'ann,2024-01-05,10,N',
    'customer,DATE,amount,region',
    ',see page 2,,',
    'bob,2024-01-05,3,S',
  ]);
  expect(customer).toEqual(['ann', null, null, 'bob']);
  expect(said).toEqual([
    "row 2 ('customer') and row 3 ('see page 2') aren't purchases: they're totals, headers or remarks, and are left out",
  ]);
});

test('of many such rows the first are named', async () => {
  const { said } = await leftOut([HEADER, 'ann,2024-01-05,10,N', ...Array(5).fill('x,Total,10,')]);
  expect(said).toEqual([
    "row 2 ('x'), row 3 ('x'), row 4 ('x') and 2 more rows aren't purchases: they're totals, headers or remarks, and are left out",
  ]);
});

test('a day that also stands in a remark is read in its other rows', async () => {
  const { customer } = await leftOut([HEADER, 'ann,2024-01-05,10,N', ',2024-01-05,,', 'bob,2024-01-05,3,S']);
  expect(customer).toEqual(['ann', null, 'bob']);
});

test('a log without any says nothing, though its rows may lack dates', async () => {
  const { customer, said } = await leftOut([HEADER, 'ann,2024-01-05,10,N', 'bob,,3,total loss']);
  expect([customer, said]).toEqual([['ann', 'bob'], []]);
});

test('no word that statements look for is skipped: none begins with a digit, or is numbered as invoices are', () => {
  expect(TOTAL_WORDS.filter((word) => /^\d/.test(word))).toEqual([]);
  expect(MISSING_IDENTIFIER_WORDS.filter((word) => /^[a-z]?\d{4,}$/i.test(word))).toEqual([]);
});

test('labels of totals beside a day, before or after it', async () => {
  const { customer } = await leftOut([
    HEADER,
    'ann,01/05/2024,10,N',
    'x,Total 01/05/2024,10,',
    'bob,01/13/2024,20,S',
    'y,01/13/2024 Summe,20,',
    'z,Subtotal: January,30,',
  ]);
  expect(customer).toEqual(['ann', null, 'bob', null, null]);
});

test('sums below the lines of an order or of a customer are no lines', async () => {
  const orders = await leftOut([
    'invoice,customer,date,description,amount',
    '1,ann,2024-01-05,Mug,20',
    '1,ann,2024-01-05,Total Energies cup,10',
    '1,ann,2024-01-05,Subtotal:,30',
    '1,ann,2024-01-05,Shipping,5',
    '1,ann,2024-01-05,TOTAL,35',
  ]);
  expect(orders.customer).toEqual(['ann', 'ann', null, 'ann', null]);
  expect(orders.said).toEqual([
    "row 3 ('Subtotal:') and row 5 ('TOTAL') aren't purchases: they're totals, headers or remarks, and are left out",
  ]);
  const customers = await leftOut([
    'customer,invoice,date,amount',
    'ann,1,2024-01-05,20',
    'ann,Summe,2024-01-05,20',
    'bob,2,2024-01-06,40',
    'bob,3,2024-01-06,40',
  ]);
  expect(customers.customer).toEqual(['ann', null, 'bob', 'bob']);
});

test('where most rows have such a label, the word means something else', async () => {
  const { customer } = await leftOut([
    'invoice,customer,date,description,amount',
    '1,ann,2024-01-05,Total,20',
    '2,bob,2024-01-06,Total,10',
    '3,bob,2024-01-07,Mug,10',
  ]);
  expect(customer).toEqual(['ann', 'bob', 'bob']);
});
