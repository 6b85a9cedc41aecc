import { join } from 'node:path';
import { CATALOG } from '../../src/datasets/catalog/catalog';
import { describePublished } from '../datasets/catalog/published';
import type { Purchases, Rfm, TableKMeans } from '../support/library';
import { tellWaiting } from './cells';

/** What the notebook of the warehouse says, which must hold of our sample and of the published file. */

interface Story {
  orders: { rows: number; columns: string[] };
  purchases: Purchases;
  analysis: Rfm;
  found: TableKMeans;
  sample: { mean: number };
  asked: { sql: string; values: number }[];
  left: () => number;
  same: number;
  predicted: Int32Array;
}

const VARIABLES = [
  'orders',
  'purchases',
  'analysis',
  'found',
  'sample',
  'asked',
  'left',
  'same',
  'predicted',
] as const;

/** What the prose says, whichever file was read. */
function theProseIsTrue(story: () => Story): void {
  test('the statements that are shown ran on the views before them', () => {
    const { purchases, asked } = story();
    const ran = asked.map(({ sql }) => sql);
    for (const { sql } of purchases.steps) expect(ran).toContain(sql);
    expect(purchases.steps.at(-1)?.rowsAfter).toBe(purchases.rows);
  });

  test('the database puts every customer where `predict` puts it', () => {
    const { same, predicted } = story();
    expect([same, same > 0]).toEqual([predicted.length, true]);
  });

  test('customers came here three times; everything else is a small part of the orders', () => {
    const { asked, left, orders, analysis, found } = story();
    const whole = asked.filter(
      ({ sql, values }) => /\.(customers|payers)\b/.test(sql) && values >= 5 * found.rows,
    );
    expect(whole.length).toBe(3);
    expect(whole[0].values).toBeGreaterThanOrEqual(10 * analysis.customers.customer.length);
    const others = left() - whole.reduce((sum, { values }) => sum + values, 0);
    expect(others).toBeLessThan(0.1 * orders.rows * orders.columns.length);
  });

  test('four segments, which are no natural groups', () => {
    const { found, sample } = story();
    expect(found.sizes.length).toBe(4);
    expect(found.sizes.reduce((sum, size) => sum + size, 0)).toBe(found.rows);
    expect(sample.mean).toBeLessThan(0.5);
  });
}

describe('warehouse.ipynb on our sample', () => {
  let variables: Story;
  beforeAll(async () => {
    const path = join(__dirname, '../../data', CATALOG['online-retail'].sampleFileName);
    const locateDataset = () => ({ path, message: '' }) as never;
    ({ variables } = await tellWaiting<Story>('warehouse', VARIABLES, { locateDataset }));
  }, 120_000);
  theProseIsTrue(() => variables);
});

describePublished('online-retail', () => {
  let variables: Story;
  beforeAll(async () => {
    ({ variables } = await tellWaiting<Story>('warehouse', VARIABLES));
  }, 240_000);
  theProseIsTrue(() => variables);

  test('the published orders, net of returns to the penny', () => {
    const { orders, purchases, analysis } = variables;
    expect([orders.rows, purchases.rows]).toEqual([541_909, 397_884]);
    expect([analysis.customers.customer.length, analysis.grossRevenue, analysis.revenue]).toEqual([
      ...[4338, 8_911_407.904, 8_300_065.814],
    ]);
    expect(analysis.keptNothing.customers).toBe(21);
  });
});
