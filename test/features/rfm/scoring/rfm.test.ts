import fc from 'fast-check';
import { cleanTransactions } from '../../../../src/features/rfm/cleaning/cleanTransactions';
import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import { rfm } from '../../../../src/features/rfm/scoring/rfm';
import { rfmSegment } from '../../../../src/features/rfm/scoring/rfmSegments';
import { scoreGrid } from '../../../../src/features/rfm/scoring/scoreGrid';
import type { TableData } from '../../../../src/table/tableData';
import { logs } from '../log';

const { database, write } = logs();

async function analyzed(lines: readonly string[], options = {}) {
  return rfm(await cleanTransactions(await loadTransactions(database(), write(lines))), options);
}

const LOG = [
  'invoice,quantity,date,price,customer,country',
  '1,2,2024-01-01 09:00,1.5,ann,Malta',
  '1,1,2024-01-01 09:00,0.1,ann,Malta',
  '2,1,2024-02-01 23:59,4,ann,Italy',
  '3,3,2024-01-31 00:01,0.2,bob,Malta',
];

test('recency, frequency and monetary value by hand', async () => {
  const { asOf, customers, revenue } = await analyzed(LOG);
  expect(asOf).toBe('2024-02-02');
  expect(revenue).toBe(7.7);
  const {
    averageOrderValue,
    recencyScore,
    frequencyScore,
    monetaryScore,
    rfm: cell,
    segment,
    ...measured
  } = customers;
  expect(measured).toEqual({
    customer: ['ann', 'bob'],
    country: ['Italy', 'Malta'],
    firstPurchase: ['2024-01-01', '2024-01-31'],
    lastPurchase: ['2024-02-01', '2024-01-31'],
    tenure: [32, 2],
    recency: [1, 2],
    frequency: [2, 1],
    monetary: [7.1, 0.6],
    gross: [7.1, 0.6],
  });
  expect(averageOrderValue[0]).toBeCloseTo(3.55, 12);
  expect([recencyScore, frequencyScore, monetaryScore]).toEqual([
    [5, 1],
    [5, 1],
    [5, 1],
  ]);
  expect([cell, segment]).toEqual([
    ['555', '111'],
    ['Champions', 'Lost'],
  ]);
});

test.each([
  [LOG, []],
  [LOG.slice(0, 4), ['there is only one customer, and scores compare customers with each other']],
  [
    [LOG[0], LOG[1], '5,1,2024-01-01,3,cat,Malta'],
    [
      'all customers have the same recency and the same frequency and the same monetary value: these scores distinguish nobody, and all are in one segment',
    ],
  ],
  [
    [
      LOG[0],
      ...Array.from(
        { length: 60 },
        (_, i) => `${i},1,2024-01-0${1 + (i % 9)},3,${i < 11 ? `c${i}` : 'bar'},Malta`,
      ),
    ],
    [
      'one customer made 49 of 60 purchases (82%), the next 1: if the name stands for everybody without one, such as walk-ins, leave these cells empty, and nobody is scored for them',
    ],
  ],
])('medians and notes of customers that stay in the database, %#', async (lines, detected) => {
  const [read, left] = [await analyzed(lines), await analyzed(lines, { readCustomers: false })];
  expect(left.customers.customer).toEqual([]);
  expect({ ...left, customers: read.customers }).toEqual(read);
  expect(left.detected).toEqual(detected);
});

test('the day of reference can be later, not earlier than the last purchase', async () => {
  const { customers } = await analyzed(LOG, { asOf: '2024-03-01' });
  expect(customers.recency).toEqual([29, 30]);
  await expect(analyzed(LOG, { asOf: '2024-01-31' })).rejects.toThrow(
    'before the last purchase on 2024-02-01',
  );
  await expect(analyzed(LOG, { asOf: '2024-02-30' })).rejects.toThrow("it must be a day 'yyyy-MM-dd'");
  await expect(analyzed(LOG, { asof: '2024-03-01' })).rejects.toThrow('asof');
});

/** Value at each fifth by linear interpolation, then how many a value exceeds: what pandas's qcut does. */
function quintileScores(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = [1, 2, 3, 4].map((k) => {
    const at = (k * (sorted.length - 1)) / 5;
    const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return low + (high - low) * (at % 1);
  });
  return values.map((value) => 1 + edges.filter((edge) => value > edge).length);
}

test('scores are quintiles; equal values have equal scores', async () => {
  const visits = fc.array(
    fc.record({ days: fc.integer({ min: 0, max: 9 }), orders: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  await fc.assert(
    fc.asyncProperty(visits, async (given) => {
      const lines = given.flatMap(({ days, orders }, i) =>
        Array.from({ length: orders }, (_, j) => `${i}-${j},c${i},2024-01-${10 - days},${i + 1}`),
      );
      const { customers } = await analyzed(['invoice,customer,date,total', ...lines]);
      const { recency, frequency, monetary, ...scores } = customers as Record<string, number[]>;
      expect(scores.frequencyScore).toEqual(quintileScores(frequency));
      expect(scores.monetaryScore).toEqual(quintileScores(monetary));
      expect(scores.recencyScore).toEqual(quintileScores(recency).map((score) => 6 - score));
    }),
    { numRuns: 25 },
  );
});

test('every customer is in exactly one segment, and shares add up', async () => {
  const lines = Array.from(
    { length: 60 },
    (_, i) => `${i},c${i % 17},2024-01-${10 + (i % 13)},${1 + (i % 7)}`,
  );
  const { customers, segments, revenue } = await analyzed(['invoice,customer,date,total', ...lines]);
  expect(segments).toHaveLength(12);
  const sum = (key: 'customers' | 'share' | 'revenue' | 'shareOfRevenue') =>
    segments.reduce((total, segment) => total + segment[key], 0);
  expect([sum('customers'), sum('revenue')]).toEqual([customers.customer.length, revenue]);
  expect(sum('share')).toBeCloseTo(1, 12);
  expect(sum('shareOfRevenue')).toBeCloseTo(1, 12);
  const empty = segments.find(({ customers: none }) => none === 0);
  expect(empty).toMatchObject({ revenue: 0, medianRecency: null });
});

test('the grid: each of 25 cells has one segment, all eleven occur, and better scores are no worse', () => {
  const names = [5, 4, 3, 2, 1].map((r) => [1, 2, 3, 4, 5].map((f) => rfmSegment(r, f)));
  expect(names).toEqual([
    ['New', 'Potential Loyalists', 'Potential Loyalists', 'Champions', 'Champions'],
    ['Promising', 'Potential Loyalists', 'Potential Loyalists', 'Loyal', 'Loyal'],
    ['About To Sleep', 'About To Sleep', 'Need Attention', 'Loyal', 'Loyal'],
    ['Hibernating', 'Hibernating', 'At Risk', 'At Risk', 'Cannot Lose Them'],
    ['Lost', 'Hibernating', 'At Risk', 'At Risk', 'Cannot Lose Them'],
  ]);
  expect(new Set(names.flat()).size).toBe(11);
  expect(() => rfmSegment(0, 3)).toThrow('`recencyScore` is 0');
  expect(() => rfmSegment(3, 5.5)).toThrow('`frequencyScore` is 5.5');
});

test('scoreGrid counts every customer in the cell of the scores', () => {
  const customers: TableData = { recencyScore: [5, 5, 1], frequencyScore: [5, 5, 2], monetary: [10, 20, 4] };
  const grid = scoreGrid(customers);
  expect(grid.customers.reduce((sum: number, n) => sum + Number(n), 0)).toBe(3);
  const at = (r: number, f: number) =>
    grid.recencyScore.findIndex((score, i) => score === r && grid.frequencyScore[i] === f);
  expect(['customers', 'meanMonetary', 'revenue', 'segment'].map((name) => grid[name][at(5, 5)])).toEqual([
    2,
    15,
    30,
    'Champions',
  ]);
  expect(['customers', 'meanMonetary', 'segment'].map((name) => grid[name][at(1, 2)])).toEqual([
    1,
    4,
    'Hibernating',
  ]);
  expect(grid.meanMonetary[at(3, 3)]).toBeNull();
});
