import { type RfmAnalysis, rfmAnalysis } from '../../src/features/rfm/rfmAnalysis';
import { describeOn, ENGINES } from './support/engines';
import { report } from './support/report';
import { IS_PUBLISHED, loadOrders, ORDERS } from './support/retail';

/** Statements are written in another dialect, and sums of amounts that are no money differ in the last bit. */
function answers({ sql, steps, ...rest }: RfmAnalysis) {
  return { ...rest, steps: steps.map(({ sql: _, ...step }) => step) };
}

const found = new Map<string, RfmAnalysis>();

for (const engine of ENGINES) {
  describeOn(engine, (database) => {
    beforeAll(() => loadOrders(database()), 400_000);

    test('the analysis of the orders is that of DuckDB, to the penny', async () => {
      const from = Date.now();
      const analysis = await rfmAnalysis({ table: ORDERS }, { database: database() });
      found.set(engine.name, analysis);
      report('RFM of the orders', engine.name, {
        'rows read': analysis.rowsRead,
        'rows valid': analysis.rowsValid,
        customers: analysis.customers.customer.length,
        gross: analysis.grossRevenue,
        net: analysis.revenue,
        seconds: (Date.now() - from) / 1000,
      });
      expect(answers(analysis)).toEqual(answers(found.get('DuckDB')!));
      if (!IS_PUBLISHED) return;
      expect(analysis.grossRevenue).toBe(8_911_407.904);
      expect(analysis.revenue).toBe(8_300_065.814);
    }, 400_000);
  });
}
