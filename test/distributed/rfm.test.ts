import type { Purchases } from '../../src/features/rfm/cleaning/cleanTransactions';
import { type RfmAnalysis, rfmAnalysis } from '../../src/features/rfm/rfmAnalysis';
import { extremeCustomers, segmentSizes } from '../../src/features/rfm/scoring/customersInDatabase';
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
      const purchases = { transactions: { engine: database() } } as Purchases;
      const sizes = await segmentSizes(purchases, analysis.table);
      for (const { name, customers, medianRecency } of analysis.segments)
        expect([name, sizes.get(name)?.customers ?? 0, sizes.get(name)?.recency ?? null]).toEqual([
          ...[name, customers, medianRecency],
        ]);
      expect((await extremeCustomers(purchases, analysis.table)).customer.length).toBe(2);
      if (!IS_PUBLISHED) return;
      expect(analysis.grossRevenue).toBe(8_911_407.904);
      expect(analysis.revenue).toBe(8_300_065.814);
    }, 400_000);
  });
}
