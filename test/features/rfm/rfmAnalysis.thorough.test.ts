import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import { type RfmAnalysis, rfmAnalysis } from '../../../src/features/rfm/rfmAnalysis';
import { describeWith } from '../../support/requirement';

const SAMPLE = resolve(__dirname, '../../../data/online-retail-dataset.sample.csv');
const PUBLISHED = join(process.env.CUSTOMER_DATA_DIR ?? '', 'online-retail-dataset.csv.gz');

/** How many customers have each score, worst first. */
const counts = ({ customers }: RfmAnalysis, column: string) =>
  [1, 2, 3, 4, 5].map((score) => customers[column].filter((value) => value === score).length);

const mean = (values: readonly unknown[]) =>
  values.reduce((sum: number, value) => sum + Number(value), 0) / values.length;

test('the sample in one call, as pandas counts it', async () => {
  const analysis = await rfmAnalysis(SAMPLE, { gross: true });
  const { rowsRead, rowsValid, revenue, asOf, customers } = analysis;
  expect({ rowsRead, rowsValid, revenue, asOf }).toEqual({
    rowsRead: 4511,
    rowsValid: 2689,
    revenue: 185610.42,
    asOf: '2011-12-09',
  });
  expect(mean(customers.frequency)).toBeCloseTo(3.4158415841584158, 12);
  expect(mean(customers.recency)).toBeCloseTo(154.41584158415841, 12);
  expect(counts(analysis, 'recencyScore')).toEqual([20, 19, 21, 20, 21]);
  expect(counts(analysis, 'frequencyScore')).toEqual([25, 30, 15, 14, 17]);
  expect(counts(analysis, 'monetaryScore')).toEqual([21, 20, 20, 20, 20]);
  expect(customers.rfm.reduce((sum: number, cell) => sum + Number(cell), 0)).toBe(33611);
  expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
});

test('the sample net of cancellations: the same purchases, less money', async () => {
  const [net, gross] = [await rfmAnalysis(SAMPLE), await rfmAnalysis(SAMPLE, { gross: true })];
  expect(net).toMatchObject({ rowsValid: 2689, revenue: 182_933.77, grossRevenue: 185_610.42, gross: false });
  expect(net.subtracted).toEqual([
    {
      ...{ kind: 'cancellations', rows: 60, amount: -2676.65 },
      reason: "invoices whose number begins with 'C' take a sale back",
    },
  ]);
  const byCustomer = ({ customers }: RfmAnalysis) =>
    customers.customer.map((name, i) => [name, customers.recency[i], customers.frequency[i]].join()).sort();
  expect(byCustomer(net)).toEqual(byCustomer(gross));
  expect(gross.customers.gross).toBeUndefined();
  expect([gross.subtracted, gross.segments.length]).toEqual([[], 11]);
});

test('a database given keeps the tables and stays open', async () => {
  const database = await openDatabase();
  const { customers } = await rfmAnalysis(SAMPLE, { database, schema: 'shop', invoice: undefined });
  const { n } = await database.query('SELECT count(*) AS n FROM shop.customers');
  expect(n).toEqual([customers.customer.length]);
  await database.close();
});

test.each([{}, { gross: true }])(
  'customers that stay in the database change nothing else: %p',
  async (options) => {
    const database = await openDatabase();
    const read = await rfmAnalysis(SAMPLE, { ...options, database });
    const left = await rfmAnalysis(SAMPLE, { ...options, database, readCustomers: false });
    expect(left).toEqual({
      ...read,
      customers: Object.fromEntries(Object.keys(read.customers).map((name) => [name, []])),
    });
    const { n } = await database.query(`SELECT count(*) AS n FROM ${left.table}`);
    expect(n).toEqual([read.customers.customer.length]);
    await database.close();
  },
);

test('a log without countries has no revenue by country', async () => {
  const database = await openDatabase();
  await database.createTable('log', {
    customer: ['a', 'b'],
    date: ['2024-01-31', '2024-02-01'],
    amount: [1, 2],
  });
  const { monthByCountry, rowsRead, file } = await rfmAnalysis({ table: 'log' }, { database });
  expect([monthByCountry, rowsRead, file]).toEqual([null, 2, 'log']);
  await database.close();
});

test('rows dated in the future are told of, and counted all the same', async () => {
  const database = await openDatabase();
  const analyzed = (date: string) =>
    database
      .createTable('log', { customer: ['a', 'b'], date: ['2024-01-31', date], amount: [1, 2] })
      .then(() => rfmAnalysis({ table: 'log' }, { database }));
  const { detected, asOf, customers } = await analyzed('9000-01-01');
  expect(detected).toContainEqual(expect.stringMatching(/^1 row is dated in the future, up to 9000-01-01: /));
  expect([asOf, customers.recency]).toEqual(['9000-01-02', [1, 2547903]]);
  expect((await analyzed('2024-02-01')).detected.join()).not.toContain('future');
  await database.close();
});

test('an unknown option is refused before anything is read', async () => {
  await expect(rfmAnalysis('nowhere.csv', { asof: 'x' } as object)).rejects.toThrow('asof');
});

const published = {
  met: existsSync(PUBLISHED),
  reason: 'CUSTOMER_DATA_DIR names no folder with online-retail-dataset.csv.gz',
};

describeWith(published, 'the published file', () => {
  let analysis: RfmAnalysis;

  beforeAll(async () => {
    analysis = await rfmAnalysis(PUBLISHED, { gross: true });
  }, 60_000);

  test('net of cancellations: who kept nothing is no champion', async () => {
    const { revenue, grossRevenue, keptNothing, onlyReturns, customers, subtracted } =
      await rfmAnalysis(PUBLISHED);
    expect([grossRevenue, revenue]).toEqual([8_911_407.904, 8_300_065.814]);
    expect(subtracted).toMatchObject([{ kind: 'cancellations', rows: 8905, amount: -611_342.09 }]);
    expect([keptNothing.customers, keptNothing.first[0]]).toEqual([
      21,
      { customer: '12346', gross: 77_183.6, monetary: 0 },
    ]);
    expect(onlyReturns).toEqual({ customers: 33, amount: -10_411.24 });
    const row = customers.customer.indexOf('16446');
    expect([customers.monetary[row], customers.gross[row]]).toEqual([2.9, 168_472.5]);
    expect(customers.monetaryScore[row]).toBe(1);
    const nothing = customers.customer.filter((_, i) => Number(customers.monetary[i]) <= 0);
    expect(nothing).toHaveLength(21);
    expect(customers.segment.filter((name) => name === 'Kept Nothing')).toHaveLength(21);
  }, 60_000);

  test('rows, customers, revenue, frequency and recency', () => {
    const { rowsRead, rowsValid, revenue, asOf, customers } = analysis;
    expect({ rowsRead, rowsValid, revenue, asOf }).toEqual({
      ...{ rowsRead: 541_909, rowsValid: 397_884, revenue: 8_911_407.904, asOf: '2011-12-10' },
    });
    expect(customers.customer).toHaveLength(4338);
    expect(mean(customers.frequency)).toBeCloseTo(4.272, 4);
    expect(mean(customers.recency)).toBeCloseTo(93.0595, 4);
  });

  test('each step of the cleaning', () => {
    expect(
      analysis.steps.map(({ concerned, rowsBefore, rowsAfter }) => [concerned, rowsBefore, rowsAfter]),
    ).toEqual([
      [1454, 541_909, 541_909],
      [135_080, 541_909, 406_829],
      [9288, 406_829, 397_924],
      [10_624, 397_924, 397_924],
      [2517, 397_924, 397_884],
    ]);
  });

  test('scores as pandas gives them', () => {
    expect(counts(analysis, 'recencyScore')).toEqual([861, 866, 863, 880, 868]);
    expect(counts(analysis, 'frequencyScore')).toEqual([1493, 835, 508, 802, 700]);
    expect(counts(analysis, 'monetaryScore')).toEqual([868, 867, 868, 867, 868]);
    expect(analysis.customers.rfm.reduce((sum: number, cell) => sum + Number(cell), 0)).toBe(1_431_164);
    expect(analysis.customers.rfm.filter((cell) => cell === '555')).toHaveLength(324);
  });

  test('cohorts as pandas gives them', () => {
    expect(analysis.cohorts.customers.slice(0, 4)).toEqual([885, 324, 286, 340]);
    expect(analysis.cohorts.customers.slice(-3)).toEqual([323, 36, 41]);
  });

  test('exact duplicates dropped: 5,192 lines and 24,199.01 less', async () => {
    expect(analysis.duplicates).toEqual({ rows: 5192, amount: 24_199.01, choice: 'keep' });
    const { rowsValid, revenue, steps } = await rfmAnalysis(PUBLISHED, {
      ...{ duplicates: 'drop', gross: true },
    });
    expect([rowsValid, revenue, steps.at(-1)?.concerned]).toEqual([392_692, 8_887_208.894, 5268]);
  }, 60_000);
});
