import { cleanTransactions } from '../../../../src/features/rfm/cleaning/cleanTransactions';
import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import { logs } from '../log';

const { database, write } = logs();

async function cleaned(lines: readonly string[], options = {}) {
  return cleanTransactions(await loadTransactions(database(), write(lines)), options);
}

const HEADER = 'invoice,item,quantity,date,price,customer';
const LOG = [
  HEADER,
  '1,cup,2,2024-01-01,1.5,ann',
  '1,cup,2,2024-01-01,1.5,ann',
  '2,,1,2024-01-02,4,bob',
  '3,mug,1,2024-01-02,4,',
  'C4,cup,-2,2024-01-03,1.5,ann',
  '5,,-3,2024-01-03,0,',
  '6,gift,1,2024-01-04,0,bob',
];

test('every step says what it saw and what it left', async () => {
  const { steps, rows } = await cleaned(LOG);
  expect(
    steps.map(({ name, concerned, rowsBefore, rowsAfter }) => [name, concerned, rowsBefore, rowsAfter]),
  ).toEqual([
    ["Missing descriptions become 'Unknown'", 2, 7, 7],
    ['Drop rows without a customer', 2, 7, 5],
    ['Drop cancellations', 1, 5, 4],
    ['Drop rows whose quantity is not positive', 2, 4, 4],
    ['Drop rows whose price is not positive', 2, 4, 3],
  ]);
  expect(rows).toBe(3);
  const { description } = await database().query('SELECT description FROM rfm.purchases ORDER BY row');
  expect(description).toEqual(['cup', 'cup', 'Unknown']);
});

test('the statements that are shown are those that ran', async () => {
  const { steps } = await cleaned(LOG);
  expect(steps[1].sql).toBe(
    'CREATE OR REPLACE VIEW rfm.with_customer AS\nSELECT *\nFROM rfm.described\nWHERE customer IS NOT NULL',
  );
  const { n } = await database().query('SELECT count(*) AS n FROM rfm.with_customer');
  expect(n).toEqual([steps[1].rowsAfter]);
});

test('purchases replace those of an earlier run, and a table of their name', async () => {
  const orders = ['order,item,quantity,date,total,customer', '1,cup,1,2024-01-01,9,ann', '1,mug,1,,,'];
  await database().run(
    'CREATE SCHEMA IF NOT EXISTS old; CREATE OR REPLACE TABLE old.purchases AS SELECT 1 AS n',
  );
  for (const [lines, rows] of [
    [LOG, 3],
    [orders, 1],
    [LOG, 3],
  ] as const) {
    const log = await loadTransactions(database(), write(lines), { schema: 'old' });
    const { table } = await cleanTransactions(log);
    const { n } = await database().query('SELECT count(*) AS n FROM old.purchases');
    expect([table, n]).toEqual(['old.purchases', [rows]]);
  }
});

test('exact duplicates stay unless they are to go, and what they amount to is told either way', async () => {
  const kept = await cleaned(LOG);
  expect(kept.duplicates).toEqual({ rows: 1, amount: 3, choice: 'keep' });
  const dropped = await cleaned(LOG, { duplicates: 'drop' });
  expect(dropped.duplicates).toEqual({ rows: 1, amount: 3, choice: 'drop' });
  expect(dropped.steps.at(-1)).toMatchObject({ name: 'Drop exact duplicates', rowsBefore: 3, rowsAfter: 2 });
  expect(dropped.rows).toBe(2);
});

test('invoice numbers that merely begin with C are no cancellations', async () => {
  const names = async (lines: readonly string[], options = {}) =>
    (await cleaned(lines, options)).steps.map(({ name }) => name);
  expect(await names([HEADER, 'CA-1,cup,1,2024-01-01,1,ann', '7,cup,1,2024-01-01,1,ann'])).not.toContain(
    'Drop cancellations',
  );
  expect(await names([HEADER, 'C1,cup,1,2024-01-01,1,ann'])).not.toContain('Drop cancellations');
  expect(await names(LOG, { cancellationPrefix: null })).not.toContain('Drop cancellations');
  const { steps, rows } = await cleaned([HEADER, 'R%1,cup,1,2024-01-01,1,ann', 'R1,cup,1,2024-01-01,1,ann'], {
    cancellationPrefix: 'R%',
  });
  expect([steps[2].concerned, rows]).toEqual([1, 1]);
});

test('rows without date, invoice number or amount have steps of their own', async () => {
  const { steps, rows } = await cleaned([
    'invoice,date,total,customer',
    '1,2024-01-01,5,ann',
    ',2024-01-01,5,ann',
    '3,,5,ann',
    '4,2024-01-01,,ann',
  ]);
  expect(steps.map(({ name, rowsAfter }) => [name, rowsAfter])).toEqual([
    ['Drop rows without a customer', 4],
    ['Drop rows without a date', 3],
    ['Drop rows without an invoice number', 2],
    ['Drop rows without an amount', 1],
    ['Drop rows whose amount is not positive', 1],
  ]);
  expect(rows).toBe(1);
});

test('rows without an amount: further lines of an order, or nobody knows what was paid', async () => {
  const reasons = async (lines: readonly string[]) =>
    (await cleaned(['invoice,date,total,customer', '1,2024-01-01,5,ann', ...lines])).steps
      .filter(({ name }) => name === 'Drop rows without an amount')
      .map(({ reason }) => reason);
  expect(await reasons([])).toEqual([]);
  expect(await reasons(['1,2024-01-01,,ann'])).toEqual([expect.stringMatching(/^further lines of orders/)]);
  expect(await reasons(['2,2024-01-01,,ann'])).toEqual(['nobody knows what was paid']);
  expect(await reasons(['1,2024-01-01,,ann', '2,2024-01-01,,ann'])).toEqual([
    expect.stringMatching(/^1 of them: further lines .*; of the others nobody knows what was paid$/),
  ]);
});

test('a log of which nothing is left is refused by the step that took the last', async () => {
  await expect(cleaned([HEADER, '1,cup,1,2024-01-01,1,', '2,cup,-1,2024-01-01,1,ann'])).rejects.toThrow(
    "the step 'Drop rows whose quantity is not positive' took the last 1 row, after 'Drop rows without a customer' took 1",
  );
});

test.each([
  [{ duplicates: 'maybe' }, '`duplicates`'],
  [{ cancellationPrefix: '' }, '`cancellationPrefix`'],
  [{ duplicate: 'drop' }, 'duplicate'],
])('%p is refused', async (options, message) => {
  await expect(cleaned(LOG, options)).rejects.toThrow(message);
});
