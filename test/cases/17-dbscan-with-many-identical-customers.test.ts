import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { TableData } from '../../src/table/tableData';

const file = join(__dirname, '17-dbscan-with-many-identical-customers', 'customers.csv');

/** The file's fifteen buyers, and so many customers without an order. */
function withIdentical(count: number): TableData {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const buyers = lines.map((line) => line.split(',').map(Number)).filter(([, orders]) => orders > 0);
  const zeros = new Array<number>(count).fill(0);
  return {
    Orders: [...zeros, ...buyers.map(([, orders]) => orders)],
    Spend: [...zeros, ...buyers.map(([, , spend]) => spend)],
  };
}

test('45 and 15 without noise, and a sentence that the choice is shaky', async () => {
  const model = new Segmentation({ algorithm: 'dbscan' }).fit(await readTable(file));
  expect([model.sizes, model.noise]).toEqual([[45, 15], 0]);
  // Three quarters of zeros in every column make groups as compact without any structure, and that is said.
  expect(model.structure).toBe('none');
  expect(model.structureSummary).toContain(
    'customers of the same kind without groups have gaps about as wide',
  );
  expect(model.found.eps).toBeGreaterThanOrEqual(0.3793);
  expect(model.found.eps).toBeLessThan(2.6717);
  expect(model.warnings.join(' ')).toMatch(
    /^.*45 customers \(75%\) have as many others exactly like them.*shaky/,
  );
  expect(model.warnings).toContain('Nobody is noise: every customer belongs to a segment.');
});

test.each([
  [15, 5],
  [135, 5],
  [45, 3],
  [45, 10],
  [5, 3],
])('%d identical customers at %d neighbors', (count, minSamples) => {
  const model = new Segmentation({ algorithm: 'dbscan', minSamples }).fit(withIdentical(count));
  expect([model.sizes, model.noise]).toEqual([[Math.max(count, 15), Math.min(count, 15)], 0]);
});

test('a robust scale of a column that is mostly one value takes another yardstick, and says so', () => {
  const model = new Segmentation({ scale: 'robust', k: 2 }).fit(withIdentical(60));
  expect(model.warnings).toContain(
    'Orders is the same for at least half of the customers: its interquartile range is 0, and the range from its 5th to its 95th percentile was used to scale it.',
  );
  expect(model.sizes).toEqual([60, 15]);
});
