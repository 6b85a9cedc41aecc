import type { TableData } from '../../../table/tableData';
import { segmentGrid } from './rfmSegments';

/**
 * The plane of recency and frequency scores: 25 rows of `recencyScore`, `frequencyScore`, the `segment` of the cell, how
 * many `customers` stand in it, their `meanMonetary` (null where there are none) and their `revenue`.
 *
 * @param customers as `rfm` gives them.
 *
 * @example
 * const database = await openDatabase();
 * const purchases = await cleanTransactions(await loadTransactions(database, 'purchases.csv'));
 * const { customers } = scoreGrid((await rfm(purchases)).customers);
 * customers.length; // 25
 */
export function scoreGrid(customers: TableData): TableData {
  const grid = segmentGrid();
  const counts = grid.segment.map(() => 0);
  const revenue = grid.segment.map(() => 0);
  customers.recencyScore.forEach((score, row) => {
    const cell = 5 * (5 - Number(score)) + Number(customers.frequencyScore[row]) - 1;
    counts[cell] += 1;
    revenue[cell] += customers.monetary[row] as number;
  });
  const meanMonetary = counts.map((count, cell) => (count > 0 ? revenue[cell] / count : null));
  return { ...grid, customers: counts, meanMonetary, revenue };
}
