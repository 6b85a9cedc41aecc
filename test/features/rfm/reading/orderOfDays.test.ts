import { rfmAnalysis } from '../../../../src/features/rfm/rfmAnalysis';
import { logs } from '../log';

const { database, write } = logs();

/** Orders on days that leave day and month open, with a second column of days. */
function log(days: readonly string[], second = 'Ship Date') {
  const orders = ['05/03/2024', '06/03/2024', '07/03/2024'];
  return write([
    `Order ID,Customer ID,Order Date,${second},Sales`,
    ...orders.map((day, i) => `${i},c${i % 2},${day},${days[i] ?? ''},10`),
  ]);
}

const analyzed = (path: string) => rfmAnalysis(path, { database: database() });

test.each([
  ['day first', ['17/03/2024', '18/03/2024'], '2024-03-08', 'dd/MM/yyyy'],
  ['month first', ['05/17/2024 10:00', '06/18/2024 11:30'], '2024-07-04', 'MM/dd/yyyy'],
])('another column of dates shows the order: %s', async (_, days, asOf, format) => {
  const analysis = await analyzed(log(days));
  expect(analysis.asOf).toBe(asOf);
  expect(analysis.detected).toContain(
    `dates in 'Order Date' are read ${format}: those in 'Ship Date' can be written in this order alone`,
  );
});

test.each([
  ['is open as well', ['05/04/2024', '06/04/2024']],
  ['is written otherwise', ['2024-03-17', '2024-03-18']],
  ['holds no dates', ['late', '17/03']],
  ['is empty', []],
])('asked where the other column %s', async (_, days) => {
  await expect(analyzed(log(days))).rejects.toThrow(/can be read in 2 ways, such as/);
});

test('asked where two others show different orders', async () => {
  const path = write([
    'Customer ID,Order Date,Ship Date,Due Date,Sales',
    'a,05/03/2024,17/03/2024,03/17/2024,1',
    'b,06/03/2024,18/03/2024,03/18/2024,1',
  ]);
  await expect(analyzed(path)).rejects.toThrow(/can be read in 2 ways/);
});
