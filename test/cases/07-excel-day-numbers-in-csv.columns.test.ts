import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import { suggestColumns } from '../../src/segmentation/columns/suggestColumns';
import { isoOfDay } from '../../src/table/dayNumber';

const read = (name: string) => readTable(join(__dirname, '07-excel-day-numbers-in-csv', `${name}.csv`));

test.each([
  ['orders_serial', ['2024-01-01', '2024-01-16', '2024-02-29', '2024-03-31', '2024-03-25']],
  ['orders_epoch', ['2024-01-01', '2024-01-16', '2024-02-29']],
])('%s: day numbers and epochs are dates, never amounts', async (name, days) => {
  const { columns } = await read(name);
  const dates = columns.find((column) => column.name === 'order_date')!;
  expect(dates.kind).toBe('date');
  const found = 'days' in dates ? Array.from(dates.days, isoOfDay) : [];
  expect(days.filter((day) => found.includes(day))).toEqual(days);
});

test('day numbers beside written dates are text, which is said', async () => {
  const { columns, detected } = await read('orders_mixed');
  expect(columns.find((column) => column.name === 'order_date')!.kind).not.toBe('number');
  expect(suggestColumns({ rows: columns[0].cells.length, columns }).columns).not.toContain('order_date');
  expect(detected).toEqual(expect.any(Array));
});
