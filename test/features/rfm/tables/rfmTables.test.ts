import { resolve } from 'node:path';
import { rfmAnalysis } from '../../../../src/features/rfm/rfmAnalysis';
import { cleaningTable, rfmSegmentTable } from '../../../../src/features/rfm/tables/rfmTables';

const SAMPLE = resolve(__dirname, '../../../../data/online-retail-dataset.sample.csv');

test('the cleaning, step by step, with duplicates kept or dropped', async () => {
  const kept = cleaningTable(await rfmAnalysis(SAMPLE));
  expect(kept.caption).toBe('2,689 of 4,511 rows are valid purchases');
  expect(kept.rows.at(-1)).toEqual([
    ...['Exact duplicates: kept', 30, 2689, 2689],
    '30 lines that repeat another stay: two of the same in one basket',
  ]);
  const dropped = cleaningTable(await rfmAnalysis(SAMPLE, { duplicates: 'drop' }));
  expect(dropped.caption).toBe('2,659 of 4,511 rows are valid purchases');
  expect(dropped.rows.at(-1)?.slice(0, 4)).toEqual(['Drop exact duplicates', expect.any(Number), 2689, 2659]);
});

test('segments, best first, empty ones left out', async () => {
  const { segments } = await rfmAnalysis(SAMPLE);
  const table = rfmSegmentTable(segments, { unit: '£' });
  expect(table.caption).toMatch(/^'Champions' are \d+% of customers and bring \d+% of revenue$/);
  expect(table.rows.map(([name]) => name)).toEqual(
    segments.filter(({ customers }) => customers > 0).map(({ name }) => name),
  );
  expect(table.columns.find(({ name }) => name === 'Median monetary value')?.unit).toBe('£');
});

test('what is no analysis is refused', () => {
  expect(() => cleaningTable({} as never)).toThrow('`steps`');
  expect(() => rfmSegmentTable([])).toThrow('`segments`');
});
