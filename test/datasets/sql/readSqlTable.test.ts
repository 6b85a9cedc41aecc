import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import { readSqlTable } from '../../../src/datasets/sql/readSqlTable';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';

let database: SqlEngine;
beforeAll(async () => {
  database = await openDatabase();
  await database.createTable('customers', { id: [1, 2, 3], age: [20, 30, 40], city: ['a', 'b', 'c'] });
});
afterAll(() => database.close());

test('a table of as many values as may be read is read', async () => {
  expect((await readSqlTable(database, 'customers', { maxValues: 9 })).rows).toBe(3);
  expect((await readSqlTable(database, 'customers', { maxValues: Infinity })).rows).toBe(3);
});

test('a larger one is refused before it is read, and a view of it is not', async () => {
  await expect(readSqlTable(database, 'customers', { maxValues: 8 })).rejects.toThrow(
    'customers has 3 rows of 3 columns; 8 values are read at most; read a view of fewer columns, or of a random sample of the rows',
  );
  await database.run('CREATE VIEW fewer AS SELECT id, age FROM customers');
  expect((await readSqlTable(database, 'fewer', { maxValues: 8 })).columns.length).toBe(2);
});

test('of many rows only the count leaves the database', async () => {
  await database.run('CREATE VIEW many AS SELECT 1 AS a, 2 AS b FROM range(20000000)');
  await expect(readSqlTable(database, 'many')).rejects.toThrow(
    'many has 20,000,000 rows of 2 columns; 20,000,000 values are read at most',
  );
});

test('a limit is a number', async () => {
  await expect(readSqlTable(database, 'customers', { maxValues: Number.NaN })).rejects.toThrow(
    '`maxValues` is NaN; it must be a number of at least 1',
  );
});
