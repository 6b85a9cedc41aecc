import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../../../src/core/random';
import { loadDataset } from '../../../../src/datasets/catalog/loadDataset';
import { columnsOf } from '../../../../src/datasets/frame/columns';
import { readTable } from '../../../../src/datasets/read/readTable';
import { writeCsv } from '../../../../src/datasets/write/writeCsv';
import { detectTransactions } from '../../../../src/features/rfm/detect/detectTransactions';
import { rfmAnalysis } from '../../../../src/features/rfm/rfmAnalysis';
import { customers } from '../../../segmentation/customers';
import { LOG_STYLES, type LogStyle, orderLog } from './orderLogs';

// cspell:ignore Monat IBAN

const folder = mkdtempSync(join(tmpdir(), 'detect-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('order logs are recognized', () => {
  test.each(Object.entries(LOG_STYLES))('with the headers of %s; the columns found run', async (_, style) => {
    const log = orderLog(style);
    const path = join(folder, 'log.csv');
    writeCsv(path, log);
    const found = detectTransactions(await readTable(path))!;
    const people = new Set(
      Object.values(log)[style.findIndex(([, holds]) => holds === 'id' || holds === 'email')],
    );
    expect(found).toMatchObject({ rows: Object.values(log)[0].length, customers: people.size });
    expect(['orders', 'order lines']).toContain(found.rowsAre);
    const { customers: scored, rowsRead } = await rfmAnalysis(path, { ...found.columns! });
    expect([scored.customer.length, rowsRead]).toEqual([people.size, found.rows]);
  });

  test('most customers may have bought once, where orders are numbered and dated', () => {
    const once = {
      Customer: Array.from({ length: 50 }, (_, i) => `C${Math.min(i, 48)}`),
      'Order no': Array.from({ length: 50 }, (_, i) => 9000 + i),
      'Order date': Array.from({ length: 50 }, (_, i) => `2024-01-${10 + (i % 20)}`),
      Total: Array.from({ length: 50 }, (_, i) => 10 + i),
    };
    expect(detectTransactions(once)).toMatchObject({ rowsAre: 'orders', customers: 49 });
    once.Customer[49] = 'C49';
    expect(detectTransactions(once)).toBeUndefined(); // each customer has one row
  });

  test('a number or an address says who bought rather than a name, which several may have', () => {
    const stays = {
      'Booking ID': Array.from({ length: 60 }, (_, i) => `BK${100 + i}`),
      Guest: Array.from({ length: 60 }, (_, i) => ['Ann Berg', 'Ben Lang', 'Eve Costa'][i % 3]),
      Email: Array.from({ length: 60 }, (_, i) => `g${i % 20}@post.test`),
      'Check-in': Array.from({ length: 60 }, (_, i) => `2024-0${1 + (i % 9)}-11`),
      Total: Array.from({ length: 60 }, (_, i) => 80 + i),
    };
    expect(detectTransactions(stays)).toMatchObject({
      customer: 'Email',
      customers: 20,
      columns: { customer: 'Email', invoice: 'Booking ID', date: 'Check-in', amount: 'Total' },
    });
  });

  test('a bank statement is one of transactions, whatever the column of accounts is called', () => {
    const statement = {
      IBAN: Array.from({ length: 90 }, (_, i) => `DE8937040044053200${10 + (i % 12)}`),
      Date: Array.from({ length: 90 }, (_, i) => `2024-0${1 + (i % 9)}-${10 + (i % 17)}`),
      Amount: Array.from({ length: 90 }, (_, i) => (i % 4 === 0 ? -20 : 35) - i),
    };
    expect(detectTransactions(statement)).toMatchObject({
      rowsAre: 'orders',
      customer: 'IBAN',
      customers: 12,
    });
  });

  test('without a column that says who bought', () => {
    const { Email: _, ...anonymous } = orderLog(LOG_STYLES['emails for customers']);
    expect(detectTransactions(anonymous)).toMatchObject({
      rowsAre: 'order lines',
      customer: null,
      columns: null,
    });
    const random = new Random(2);
    const till = {
      Date: Array.from({ length: 60 }, (_, i) => `2024-03-${10 + (i % 20)}`),
      Item: Array.from({ length: 60 }, (_, i) => `Tea ${i % 9}`),
      Price: Array.from({ length: 60 }, () => random.integer(9) + 0.5),
      Qty: Array.from({ length: 60 }, () => random.integer(4)),
    };
    expect(detectTransactions(till)).toMatchObject({ rowsAre: 'orders', customer: null, columns: null });
  });

  test('months of customers are asked about, not added up unseen', () => {
    const panel = (period: (month: number) => string | number, header: string) => ({
      customer_id: Array.from({ length: 240 }, (_, i) => 100 + Math.floor(i / 12)),
      [header]: Array.from({ length: 240 }, (_, i) => period(i % 12)),
      spend: Array.from({ length: 240 }, (_, i) => (i * 37) % 90),
    });
    const month = (at: number) => String(at + 1).padStart(2, '0');
    expect(detectTransactions(panel((at) => at + 1, 'month'))).toMatchObject({
      rowsAre: 'periods',
      customers: 20,
    });
    expect(detectTransactions(panel((at) => `2024-${month(at)}`, 'Monat'))?.rowsAre).toBe('periods');
    expect(detectTransactions(panel((at) => `2024-${month(at)}-01`, 'date'))?.rowsAre).toBe('periods');
    expect(detectTransactions(panel((at) => `2024-${month(at)}-17`, 'order_date'))?.rowsAre).toBe('orders');
  });

  test('customers with several rows that nothing explains', () => {
    const table = {
      user_id: Array.from({ length: 90 }, (_, i) => i % 30),
      score: Array.from({ length: 90 }, (_, i) => (i * 7) % 11),
    };
    expect(detectTransactions(table)).toMatchObject({ rowsAre: 'repeats', customers: 29, columns: null }); // 0 is nobody
    expect(detectTransactions(table, { id: 'score' })?.customer).toBe('score');
  });
});

describe('customers are customers', () => {
  const table = customers(200);
  const doubled = (columns: Record<string, unknown[]>, rows: number) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, cells]) => [name, [...cells, ...cells.slice(0, rows)]]),
    );

  test.each([
    ['as they are', table],
    ['with a few rows twice', doubled(table, 8)],
    ['with a day of sign-up and spending, a few twice', doubled({ ...table, 'Customer ID': table.id }, 15)],
    [
      'of a few accounts',
      { ...table, 'Account manager ID': table.Age, 'Store no': table.Age.map((age) => age % 7) },
    ],
    [
      'contacts of companies',
      { 'Contact ID': table.id, 'Client no': table.Age, Amount: table.Spending, Date: table.Joined },
    ],
    [
      'by kinds of customer',
      { Customer: table.Age.map((age) => (age > 40 ? 'New' : 'Returning')), Spend: table.Spending },
    ],
    ['members or not', { Age: table.Age, Member: table.Age.map((age) => age % 2), Spend: table.Spending }],
    ['without any id', { Age: table.Age, Income: table.Income, 'Last purchase date': table.Joined }],
    [
      'with their latest order',
      {
        Email: table.id.map((id) => `${id}@x.org`),
        'Order ID': table.Income,
        'Order date': table.Joined,
        Total: table.Spending,
      },
    ],
    [
      'with how many orders',
      { id: table.id, Orders: table.Age, 'Total spent': table.Spending, Created: table.Joined },
    ],
    [
      'of households',
      { 'Customer ID': table.id, household_id: table.Age, Date: table.Joined, Amount: table.Spending },
    ],
  ])('%s', (_, columns) => {
    expect(detectTransactions(columns)).toBeUndefined();
  });

  test.each(['loyalty-members', 'mall-customers', 'marketing-campaign'] as const)('%s', (name) => {
    expect(detectTransactions(Object.fromEntries(columnsOf(loadDataset(name).frame)))).toBeUndefined();
  });

  test('those that RFM made of orders', async () => {
    const path = join(folder, 'orders.csv');
    writeCsv(path, orderLog(LOG_STYLES['plain words'] as LogStyle));
    expect(detectTransactions((await rfmAnalysis(path)).customers)).toBeUndefined();
  });
});

describe('exports of shops', () => {
  test('an address that is empty leaves it to the number of the customer', () => {
    const payments = {
      id: ['ch_1', 'ch_2', 'ch_3'],
      'Created date (UTC)': ['2024-04-01 23:30:00', '2024-04-02 10:00:00', '2024-04-03 10:00:00'],
      Amount: [100, 40, 60],
      'Amount Refunded': [0, 0, 0],
      Currency: ['usd', 'usd', 'usd'],
      'Customer ID': ['cus_1', 'cus_1', 'cus_2'],
      'Customer Email': ['ann@x.org', null, null],
    };
    expect(detectTransactions(payments)).toMatchObject({
      ...{ rowsAre: 'orders', customer: 'Customer ID', customers: 2 },
      columns: { customer: 'Customer ID', invoice: 'id', date: 'Created date (UTC)', amount: 'Amount' },
    });
  });

  test('a number of customers that is new in every order leaves it to the one that repeats', () => {
    const orders = {
      ...{
        order_id: ['o1', 'o2', 'o3'],
        customer_id: ['x1', 'x2', 'x3'],
        customer_unique_id: ['u1', 'u2', 'u1'],
      },
      order_purchase_timestamp: ['2017-10-02 10:56:33', '2017-11-02 10:56:33', '2018-01-02 10:56:33'],
      payment_value: [38.71, 141.46, 20],
    };
    expect(detectTransactions(orders)).toMatchObject({
      ...{ rowsAre: 'orders', customer: 'customer_unique_id', customers: 2 },
      columns: { customer: 'customer_unique_id', invoice: 'order_id', amount: 'payment_value' },
    });
  });

  test('are orders, although each customer bought once', () => {
    const orders = {
      ...{ Name: ['#1', '#2', '#3'], Email: ['a@x.org', 'b@x.org', 'c@x.org'] },
      'Financial Status': ['paid', 'paid', 'refunded'],
      ...{ Total: [10, 20, 30], 'Created at': ['2024-01-05', '2024-01-06', '2024-01-07'] },
    };
    expect(detectTransactions(orders)).toMatchObject({ rowsAre: 'orders', rows: 3, customers: 3 });
  });
});
