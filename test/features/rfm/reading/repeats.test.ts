import { cleanTransactions } from '../../../../src/features/rfm/cleaning/cleanTransactions';
import { loadTransactions } from '../../../../src/features/rfm/reading/loadTransactions';
import { markedEngine } from '../../../support/markedEngine';
import { logs } from '../log';

const { database, write } = logs();

const LOG = [
  'customer,date,amount,item,note',
  'ann,2024-01-05,10,,',
  'ann,2024-01-05,10,,""',
  'ann,2024-01-05,10,cup,',
  'ann,2024-01-05,10,,cup',
  ',2024-01-05,10,,',
  'ann,2024-01-05,10,,',
  ',2024-01-05,10,,',
  'bob,2024-01-05,10.0,,',
  'bob,2024-01-05,10,,',
];

const REPEATS = [false, true, false, false, false, true, true, false, false];

test('a row repeats where an earlier one has the same texts in every column, missing ones too', async () => {
  const { table } = await loadTransactions(database(), write(LOG));
  const { repeats } = await database().query(`SELECT repeats FROM ${table} ORDER BY row`);
  expect(repeats).toEqual(REPEATS);
});

test('columns may have the names that the statement uses itself', async () => {
  const lines = [
    'customer,date,amount,number,mark,first,"row"',
    'a,2024-01-05,10,1,1,1,1',
    'a,2024-01-05,10,2,1,1,1',
  ];
  const { table } = await loadTransactions(database(), write([...lines, lines[1]]));
  const { repeats } = await database().query(`SELECT repeats FROM ${table} ORDER BY row`);
  expect(repeats).toEqual([false, false, true]);
});

test('fingerprints that are alike by chance make no repeated rows', async () => {
  const engine = markedEngine(database());
  const dialect = { ...engine.dialect, fingerprint: () => '1' };
  const { table } = await loadTransactions({ ...engine, dialect }, write(LOG));
  const { repeats } = await database().query(`SELECT repeats FROM ${table} ORDER BY row`);
  expect(repeats).toEqual(REPEATS);
});

test('repeated rows are dropped from what is left of the log', async () => {
  const purchases = await cleanTransactions(await loadTransactions(database(), write(LOG)), {
    duplicates: 'drop',
  });
  expect(purchases.duplicates).toEqual({ rows: 2, amount: 20, choice: 'drop' });
  expect(purchases.steps.at(-1)).toMatchObject({ concerned: 3, rowsBefore: 7, rowsAfter: 5 });
  const { n } = await database().query(`SELECT count(*) AS n FROM ${purchases.table}`);
  expect([n[0], purchases.rows]).toEqual([5, 5]);
});
