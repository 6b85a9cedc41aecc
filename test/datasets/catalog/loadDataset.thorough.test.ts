import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { columnOf } from '../../../src/datasets/frame/columns';
import { describePublished } from './published';

const folder = mkdtempSync(join(tmpdir(), 'load-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'CustomerID,Genre,Age,Annual Income (k$),Spending Score (1-100)';

test('a file of that name in the folder given is taken, with a word on its checksum', () => {
  writeFileSync(join(folder, 'Mall_Customers.csv'), `${HEADER}\n0001,Male,19,15,39\n`);
  const loaded = loadDataset('mall-customers', { folder });
  expect(loaded).toMatchObject({
    source: 'published',
    path: 'Mall_Customers.csv',
    rows: 1,
    checksumMatches: false,
  });
  expect(loaded.message).toBe(
    '1 row from Mall_Customers.csv: not byte for byte the published file, so figures quoted for that one may not hold.',
  );
  expect(loaded.frame.values).toEqual([[1, 'Male', 19, 15, 39]]);
  expect(loaded.frame.columns[1]).toBe('Gender');
});

test('a file that lacks a column is refused by its name', () => {
  writeFileSync(join(folder, 'customer_segmentation_data.csv'), 'id,age\n1,2\n');
  expect(() => loadDataset('loyalty-members', { folder })).toThrow(
    /customer_segmentation_data\.csv lacks 7 columns 'gender' \(text\)/,
  );
});

test('without the published file our sample is used, and the message says so', () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  const loaded = loadDataset('marketing-campaign', { folder: empty });
  expect(loaded).toMatchObject({
    source: 'sample',
    path: 'marketing_campaign.sample.csv',
    checksumMatches: false,
  });
  expect(loaded.message).toMatch(
    /^\d+ rows from marketing_campaign\.sample\.csv: made up by us, .* which was not found in the folder given/,
  );
  expect(loaded.rows).toBe(loaded.frame.shape[0]);
});

test('an unknown data set and a folder that is not there are refused', () => {
  expect(() => loadDataset('mall' as never)).toThrow("'marketing-campaign', 'mall-customers'");
  expect(() => loadDataset('mall-customers', { folder: join(folder, 'nowhere') })).toThrow('no such folder');
});

test('CUSTOMER_DATA_DIR names the folder; a wrong one is not passed over', () => {
  const before = process.env.CUSTOMER_DATA_DIR;
  process.env.CUSTOMER_DATA_DIR = join(folder, 'nowhere');
  try {
    expect(() => loadDataset('mall-customers')).toThrow('CUSTOMER_DATA_DIR names');
    process.env.CUSTOMER_DATA_DIR = folder;
    expect(loadDataset('mall-customers').source).toBe('published');
  } finally {
    if (before === undefined) delete process.env.CUSTOMER_DATA_DIR;
    else process.env.CUSTOMER_DATA_DIR = before;
  }
});

describePublished('marketing-campaign', () => {
  const { frame, entry, message, checksumMatches } = loadDataset('marketing-campaign');

  test('has the schema and the checksum', () => {
    expect(checksumMatches).toBe(true);
    expect(message).toBe('2,240 rows from marketing_campaign.csv: the published file; the checksum agrees.');
    expect(frame.shape).toEqual([2240, 29]);
    expect(frame.columns).toEqual(entry.columns.map((column) => column.name));
  });

  test('has 24 missing incomes and one absurd one', () => {
    const incomes = columnOf(frame, 'Income');
    expect(incomes.filter((income) => income === null)).toHaveLength(24);
    expect(Math.max(...incomes.map(Number))).toBe(666666);
  });

  test('has its odd marital statuses, its constants and its earliest birth', () => {
    const statuses = columnOf(frame, 'Marital_Status');
    const odd = ['YOLO', 'Absurd', 'Alone'].map((one) => statuses.filter((status) => status === one).length);
    expect(odd).toEqual([2, 2, 3]);
    expect(new Set(columnOf(frame, 'Z_CostContact'))).toEqual(new Set([3]));
    expect(new Set(columnOf(frame, 'Z_Revenue'))).toEqual(new Set([11]));
    expect(Math.min(...columnOf(frame, 'Year_Birth').map(Number))).toBe(1893);
    expect(columnOf(frame, 'Response').filter((value) => value === 1).length / 2240).toBeCloseTo(0.1491, 4);
  });
});

describePublished('mall-customers', () => {
  test('has 112 women and 88 men', () => {
    const { frame, checksumMatches } = loadDataset('mall-customers');
    expect(checksumMatches).toBe(true);
    const genders = columnOf(frame, 'Gender');
    expect(genders.filter((gender) => gender === 'Female')).toHaveLength(112);
    expect(genders.filter((gender) => gender === 'Male')).toHaveLength(88);
  });
});

describePublished('loyalty-members', () => {
  test('has 357 men, 327 others and 316 women', () => {
    const { frame, checksumMatches } = loadDataset('loyalty-members');
    expect(checksumMatches).toBe(true);
    const genders = columnOf(frame, 'gender');
    const counts = ['Male', 'Other', 'Female'].map(
      (one) => genders.filter((gender) => gender === one).length,
    );
    expect(counts).toEqual([357, 327, 316]);
  });
});

describePublished('online-retail', () => {
  test('has 541,909 invoice lines, gzipped or not, with their gaps and hard names', () => {
    const { frame, checksumMatches, rows } = loadDataset('online-retail');
    expect({ checksumMatches, rows }).toEqual({ checksumMatches: true, rows: 541909 });
    expect(columnOf(frame, 'CustomerID').filter((id) => id === null)).toHaveLength(135080);
    const descriptions = columnOf(frame, 'Description');
    expect(descriptions.filter((text) => text === null)).toHaveLength(1454);
    expect(descriptions.some((text) => String(text).includes('£'))).toBe(true);
    expect(new Set(columnOf(frame, 'InvoiceNo')).size).toBe(25900);
  });
});
