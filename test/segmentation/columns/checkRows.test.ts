import type { DetectedTransactions } from '../../../src/features/rfm/detect/detectTransactions';
import { notCustomers } from '../../../src/segmentation/columns/checkRows';

const found = (more: Partial<DetectedTransactions> = {}): DetectedTransactions => ({
  ...{ rowsAre: 'orders', rows: 2400, customer: 'Email', customers: 20, columns: null, evidence: [] },
  ...more,
});

test.each<[DetectedTransactions, string]>([
  [
    found(),
    'a row of this table is an order, not a customer: 2,400 rows name 20 customers in Email; make one row per customer first, or set `rowsAreCustomers` if each row is a customer',
  ],
  [
    found({ rowsAre: 'order lines', columns: { customer: 'Email' } as never }),
    'a row of this table is a line of an order, not a customer: 2,400 rows name 20 customers in Email; sum them up for each customer with `rfmAnalysis`, or set `rowsAreCustomers` if each row is a customer',
  ],
  [
    found({ customer: null, customers: null }),
    'a row of this table is an order, not a customer, and no column says who the customer is; make one row per customer first, or set `rowsAreCustomers` if each row is a customer',
  ],
])('what the rows are, and what to do', (transactions, message) => {
  expect(notCustomers(transactions).message.replaceAll("'Email'", 'Email')).toBe(message);
});

test('a front end says how it sums them up; the columns are data', () => {
  const columns = { customer: 'Email', date: 'Day', amount: 'Sum' } as never;
  const error = notCustomers(found({ columns }), ['run `rfm`']);
  expect(error.message).toMatch(/; run `rfm`, or set `rowsAreCustomers` if each row is a customer$/);
  expect(error).toMatchObject({ code: 'not-customers', option: 'rowsAreCustomers', roles: columns });
  expect(notCustomers(found()).roles).toBeUndefined();
});
