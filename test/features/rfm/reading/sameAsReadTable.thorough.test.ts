import { readTable } from '../../../../src/datasets/read/readTable';
import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import { logs } from '../log';

const { database, write } = logs();

/** A log whose dates or amounts are as given, between semicolons. */
async function read(dates: readonly string[], amounts: readonly string[]) {
  const lines = dates.map((date, i) => `c${i};"${date}";"${amounts[i]}"`);
  const path = write(['customer;date;amount', ...lines]);
  const { table } = await loadTransactions(database(), path);
  return {
    log: await database().query(`SELECT date, amount FROM ${table} ORDER BY row`),
    file: await readTable(path),
  };
}

const DAYS = ['2024-05-31', '2024-06-01', '2024-06-13'];
const AMOUNTS = ['1', '2.5', '3'];

test.each([
  ['plain', ['1', '-2.50', '+3', '.5', '1e3']],
  ['a decimal comma and points', ['1.234,50', '2,00', '-3,5']],
  ['commas between thousands', ['1,234.50', '2.00', '12,345,678']],
  ['as in India', ['1,23,456.50', '2.00', '99']],
  ['spaces of several kinds', ['1\u00a0234,50', '2\u202f000,00', '3,5']],
  ['apostrophes', ["1'234.50", '2’000.00', '3']],
  ['a sign before', ['$1,234.50', '$2.00', '-$3.00']],
  ['a sign after', ['1.234,50 €', '2,00 €', '3,00 €']],
  ['a currency code', ['EUR 1.234,50', 'EUR 2,00', 'EUR 3,00']],
  ['brackets for what is below zero', ['1.50', '(2.00)', '3']],
  ['a minus sign after', ['1.50', '2.00-', '3']],
  ['credits', ['1.50', '2.00 CR', '3 DR']],
  ['a real minus sign', ['1.50', '−2.00', '3']],
  ['words for missing', ['1.50', 'NULL', 'n/a', '-', '#N/A', '3']],
])('amounts with %s are the same as in readTable', async (_, amounts) => {
  const dates = amounts.map((_amount, i) => `2024-01-${10 + i}`);
  const { log, file } = await read(dates, amounts);
  expect(log.amount).toEqual(file.table.amount);
});

test.each([
  ['ISO', ['2024-05-31', '2024-06-01', '2024-06-13']],
  ['times of several kinds', ['2024-05-31 08:30', '2024-06-01', '2024-06-13T23:59:59.250']],
  ['month first', ['5/31/2024', '6/1/2024', '06/13/2024']],
  ['halves of the day', ['5/31/2024 8:30 PM', '6/1/2024 12:05 am', '6/13/2024 12:05 p.m.']],
  ['names of months', ['31 May 2024', '1 Jun 2024', '13 June 2024']],
  ['month first by name', ['May 31, 2024', 'June 1, 2024', 'Sept 13, 2024']],
  [
    'weekdays',
    ['Fri, 31 May 2024 00:30:12 GMT', 'Sat, 1 Jun 2024 10:00:00 GMT', 'Thu, 13 Jun 2024 10:00:00 GMT'],
  ],
  ['offsets that differ', ['2024-05-31T00:05:00+02:00', '2024-06-01T10:00:00Z', '2024-06-13T10:00:00-05:30']],
  ['zones by name', ['31.05.2024 00:30 CEST', '01.12.2024 10:00 CET', '13.06.2024 10:00 MESZ']],
  ['words for missing', ['2024-05-31', 'NULL', 'NaT', '2024-06-13']],
])('dates: %s are the same as in readTable', async (_, dates) => {
  const { log, file } = await read(
    dates,
    dates.map(() => '2.5'),
  );
  const inFull = file.table.date.map(
    (date) => date && (String(date).length > 10 ? date : `${date}T00:00:00`),
  );
  expect(log.date).toEqual(inFull);
});

test('the decimal separator that one column shows holds for the others', async () => {
  const path = write(['customer;date;quantity;price', 'a;2024-05-31;1;1.234', 'b;2024-06-01;2,5;2.345']);
  const { table } = await loadTransactions(database(), path);
  expect((await database().query(`SELECT price FROM ${table} ORDER BY row`)).price).toEqual([1234, 2345]);
  expect((await readTable(path)).table.price).toEqual([1234, 2345]);
});

test('what is no date or amount for readTable is refused', async () => {
  await expect(read(['2024-05-31', '31/05/2024', '2024-06-13'], AMOUNTS)).rejects.toThrow('in several ways');
  await expect(read(DAYS, ['1', 'two', '3'])).rejects.toThrow("holds 'two' in row 2");
});
