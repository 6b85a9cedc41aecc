import { buildRfmReport } from '../../src/report/buildRfmReport';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { caseFiles } from './rfmOf';

const { file } = caseFiles('05-returns-not-netted');

test.each(['orders.csv', 'orders_amount.csv'])(
  '%s: a shop must not reward who paid nothing',
  async (name) => {
    const analysis = await file(name);
    const { customers, revenue, grossRevenue, subtracted, keptNothing, onlyReturns, asOf } = analysis;
    expect({ revenue, grossRevenue, asOf }).toEqual({
      revenue: 508.5,
      grossRevenue: 1098.5,
      asOf: '2024-05-29',
    });
    expect(subtracted).toMatchObject([{ kind: 'returns', rows: 4, amount: -590 }]);
    const paid = customers.customer.map((customer, i) => [customer, customers.monetary[i]]);
    expect(paid).toEqual([
      ...[
        ['K05', 200],
        ['K03', 105],
        ['K02', 80],
        ['K08', 54],
        ['K07', 50],
        ['K04', 49.5],
        ['K01', 0],
      ],
    ]);
    expect(keptNothing).toEqual({ customers: 1, first: [{ customer: 'K01', gross: 500, monetary: 0 }] });
    expect(onlyReturns).toEqual({ customers: 1, amount: -30 });
    const last = customers.customer.indexOf('K01');
    expect([customers.recency[last], customers.monetaryScore[last], customers.segment[last]]).toEqual([
      ...[27, 1, 'Kept Nothing'],
    ]);
    const text = reportMarkdown(buildRfmReport(analysis)).replaceAll('\\', '');
    expect(text).toContain('Gross 1,098.50, net 508.50: 590.00 came back or were not paid.');
    expect(text).toContain('1 customer kept nothing of what they bought: K01 (of 500.00).');
  },
);

test.each(['orders.csv', 'orders_amount.csv'])('%s: gross, as before returns', async (name) => {
  const { customers, revenue, subtracted } = await file(name, { gross: true });
  expect([revenue, subtracted]).toEqual([1098.5, []]);
  expect([customers.customer[0], customers.monetary[0], customers.monetaryScore[0]]).toEqual(['K01', 500, 5]);
});
