import { resolve } from 'node:path';
import fc from 'fast-check';
import { numbered, written } from '../../../src/datasets/sql/engines/postgres/parameters';
import { quoteIdentifier } from '../../../src/datasets/sql/identifiers';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import { type RfmAnalysis, rfmAnalysis } from '../../../src/features/rfm/rfmAnalysis';
import { describeWith } from '../../support/requirement';

const SAMPLE = resolve(__dirname, '../../../data/online-retail-dataset.sample.csv');
const ADDRESS = process.env.CUSTOMER_POSTGRES;

test('parameters by name become numbers, or stand in the statement; quotes hold none', () => {
  const sql = `SELECT $a, '$a', "$a", $b, $a`;
  expect(numbered(sql, { a: 1, b: null })).toEqual({
    text: `SELECT $1, '$a', "$a", $2, $1`,
    values: [1, null],
  });
  expect(written(sql, { a: "x'", b: null })).toBe(`SELECT 'x''', '$a', "$a", NULL, 'x'''`);
  expect(numbered('SELECT $2', ['x', 'y'])).toEqual({ text: 'SELECT $1', values: ['y'] });
  expect(() => written(sql, { a: 1 })).toThrow('parameter b has no value');
});

const server = {
  met: ADDRESS !== undefined,
  reason: 'CUSTOMER_POSTGRES names no server, e.g. postgres://user@host/shop',
};

describeWith(server, 'Postgres', () => {
  let database: SqlEngine;
  beforeAll(async () => {
    database = await openDatabase(ADDRESS!);
  });
  afterAll(() => database.close());

  /** Statements are written in another dialect. */
  const answers = ({ sql, steps, ...rest }: RfmAnalysis) => ({
    ...rest,
    steps: steps.map((step) => ({ ...step, sql })),
  });

  test('the same statements give the same analysis as on DuckDB', async () => {
    const here = await rfmAnalysis(SAMPLE, { database, schema: 'rfm "test"', duplicates: 'drop' });
    const there = await rfmAnalysis(SAMPLE, { duplicates: 'drop' });
    expect(answers({ ...here, sql: '' })).toEqual(answers({ ...there, sql: '' }));
  });

  test('any name can be quoted, and comes back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 15 }), async (name) => {
        fc.pre(!name.includes('\0') && name !== 'row_of_table');
        await database.createTable('names', { [name]: ['x', null] });
        expect(await database.columnsOf('names')).toEqual([name]);
        expect(await database.query(`SELECT ${quoteIdentifier(name)} FROM names`)).toEqual({
          [name]: ['x', null],
        });
      }),
      { numRuns: 50 },
    );
  });

  test('a table that cannot be replaced stays as it was', async () => {
    await database.run(database.dialect.replaceTable('kept', 'SELECT 7 AS n'));
    await expect(database.run(database.dialect.replaceTable('kept', 'SELECT 1 / 0 AS n'))).rejects.toThrow(
      'Postgres could not run a statement: division by zero',
    );
    expect(await database.query('SELECT n FROM kept')).toEqual({ n: [7] });
  });

  test('a server that is not there is said, without the password', async () => {
    const failing = openDatabase('postgres://shop:secret@127.0.0.1:1/shop');
    await expect(failing).rejects.toThrow(/cannot open the database postgres:\/\/shop:…@127/);
    await expect(failing).rejects.not.toThrow('secret');
  });
});
