import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, writeFile } from 'xlsx';
import { caseFiles, rfmOf } from './rfmOf';

const { file, lines } = caseFiles('07-excel-day-numbers-in-csv');

test('day numbers of a spreadsheet are read, and said', async () => {
  const { by, asOf, revenue, detected } = await file('orders_serial.csv');
  expect({ asOf, revenue }).toEqual({ asOf: '2024-04-01', revenue: 206.5 });
  expect(by).toEqual({ V3: '1 1 99.00 515', V1: '32 2 75.00 133', V2: '7 2 32.50 331' });
  expect(detected.join('\n')).toContain('day numbers of a spreadsheet');
});

test.each([
  ['seconds', (seconds: number) => seconds],
  ['milliseconds', (seconds: number) => 1000 * seconds],
])('%s since 1970 are read, and said', async (unit, inUnit) => {
  const { customers, asOf, detected } = await lines([
    'order_id,customer_id,order_date,amount',
    ...[1704100500, 1705363200, 1709229600].map((at, i) => `E${i},V${i},${inUnit(at)},10`),
  ]);
  expect([asOf, [...customers.lastPurchase].sort()]).toEqual([
    '2024-03-01',
    ['2024-01-01', '2024-01-16', '2024-02-29'],
  ]);
  expect(detected.join('\n')).toContain(`${unit} since 1970`);
});

test('the file with epochs', async () => {
  const { by, revenue } = await file('orders_epoch.csv');
  expect([by, revenue]).toEqual([{ V1: '1 2 75.00 555', V2: '45 1 12.50 111' }, 87.5]);
});

test('day numbers beside written days are refused: no reading is safe', async () => {
  await expect(file('orders_mixed.csv')).rejects.toThrow(
    /'13\/01\/2024' in row 1 and '45352' in row 2 .*a spreadsheet has made day numbers.*no reading is safe; write all dates in the same format, e\.g\. 2024-05-31/,
  );
});

test('days as digits alone', async () => {
  const { by, asOf } = await lines([
    ...['order_id,customer_id,order_date,amount', '1,a,20240131,5', '2,b,20240229,7'],
  ]);
  expect({ by, asOf }).toEqual({ by: { b: '1 1 7.00 515', a: '30 1 5.00 111' }, asOf: '2024-03-01' });
});

test.each([false, true])(
  'a workbook that counts days from 1904 (%s) holds the same days',
  async (date1904) => {
    const folder = mkdtempSync(join(tmpdir(), 'rfm-'));
    const shift = date1904 ? 1462 : 0;
    const sheet = utils.aoa_to_sheet([
      ['customer', 'order_date', 'amount'],
      ...['a', 'b'].map((name) => [name, null, 5]),
    ]);
    [45292.5, 45351].forEach((days, i) => {
      sheet[`B${i + 2}`] = { t: 'n', v: days - shift, z: 'yyyy-mm-dd hh:mm' };
    });
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Orders');
    book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
    const path = join(folder, 'orders.xlsx');
    writeFile(book, path);
    const { by, asOf } = await rfmOf(path);
    rmSync(folder, { recursive: true });
    expect({ by, asOf }).toEqual({ by: { a: '60 1 5.00 111', b: '1 1 5.00 511' }, asOf: '2024-03-01' });
  },
);
