import { cleanTransactions } from '../../../../src/features/rfm/cleaning/cleanTransactions';
import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import {
  cohortPeriod,
  cohortRetention,
  revenueByMonthAndCountry,
} from '../../../../src/features/rfm/tables/purchaseTables';
import { logs } from '../log';

const { database, write } = logs();

async function purchases(lines: readonly string[]) {
  return cleanTransactions(await loadTransactions(database(), write(lines)));
}

test('a cohort is followed month by month, across the turn of the year, months without anybody included', async () => {
  const found = await cohortRetention(
    await purchases([
      'customer,date,amount',
      ...[
        'ann,2023-11-02,1',
        'ann,2023-11-20,1',
        'ann,2024-02-01,1',
        'bob,2023-11-30,1',
        'bob,2023-12-01,1',
        'eve,2024-02-09,1',
      ],
    ]),
  );
  expect(found).toEqual({
    cohort: ['2023-11', '2023-11', '2023-11', '2023-11', '2024-02'],
    period: [0, 1, 2, 3, 0],
    customers: [2, 1, 0, 1, 1],
    share: [1, 0.5, 0, 0.5, 1],
    complete: [true, true, true, false, false],
  });
});

test('the same by quarters and years', async () => {
  const log = await purchases([
    'customer,date,amount',
    ...['ann,2023-11-02,1', 'ann,2024-02-01,1', 'bob,2023-12-30,1', 'eve,2024-07-09,1', 'bob,2024-09-09,1'],
  ]);
  const { cohort, period, customers } = await cohortRetention(log, { by: 'quarter' });
  expect([cohort, period, customers]).toEqual([
    ['2023-Q4', '2023-Q4', '2023-Q4', '2023-Q4', '2024-Q3'],
    [0, 1, 2, 3, 0],
    [2, 1, 0, 1, 1],
  ]);
  const years = await cohortRetention(log, { by: 'year' });
  expect([years.cohort, years.customers]).toEqual([
    ['2023', '2023', '2024'],
    [2, 2, 1],
  ]);
  await expect(cohortRetention(log, { by: 'week' as 'year' })).rejects.toThrow('`by`');
});

test.each([
  ['2024-12-31', 'month'],
  ['2025-01-01', 'quarter'],
  ['2028-12-31', 'quarter'],
  ['2029-01-01', 'year'],
])('up to %s cohorts are counted by the %s, so that each can be seen', async (last, by) => {
  const log = await purchases(['customer,date,amount', 'ann,2023-01-31,1', `ann,${last},1`]);
  expect(await cohortPeriod(log)).toBe(by);
});

test('revenue by month and country is exact, missing countries together', async () => {
  const lines = [
    'a,2024-01-01,0.1,Malta',
    'b,2024-01-31,0.2,Malta',
    'a,2024-01-31,5,',
    'a,2024-02-01,1,Italy',
  ];
  const found = await revenueByMonthAndCountry(await purchases(['customer,date,amount,country', ...lines]));
  expect(found).toEqual({
    month: ['2024-01', '2024-01', '2024-02'],
    country: ['Unknown', 'Malta', 'Italy'],
    revenue: [5, 0.3, 1],
    customers: [1, 2, 1],
    invoices: [1, 2, 1],
  });
});

test('without countries there is nothing to part by', async () => {
  const none = await purchases(['customer,date,amount', 'a,2024-01-01,1']);
  await expect(revenueByMonthAndCountry(none)).rejects.toThrow('has no column of countries; give `country`');
});
