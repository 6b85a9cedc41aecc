import fc from 'fast-check';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../src/datasets/sql/sqlEngine';
import { rfmAnalysis } from '../../src/features/rfm/rfmAnalysis';
import { describeOn, ENGINES, POSTGRES, SERVERS } from './support/engines';

const LONG = 120_000;

/** What takes an engine for ever. */
const ENDLESS = {
  Postgres: 'SELECT count(*) AS n FROM generate_series(1, 1000000) AS a, generate_series(1, 1000000) AS b',
  Trino:
    'SELECT count(*) AS n FROM default.numbers AS a, default.numbers AS b, default.numbers AS c WHERE a.n * b.n = c.n + 0.5',
};

/** Names that have broken something somewhere, and as many by chance as make five hundred. */
const HOSTILE = [
  ...[
    '"',
    '""',
    "'",
    ';',
    '--',
    '/*',
    '\\',
    '`',
    '$1',
    '$asOf',
    '%s',
    '?',
    '[',
    ']',
    '{',
    '..',
    ' a ',
    'select',
  ],
  ...[
    'x"; DROP TABLE t; --',
    "x'); DROP TABLE t; --",
    'a\nb',
    'a\tb',
    '名',
    'é',
    '💥',
    'order',
    'user',
    'null',
  ],
];
const NAMES = distinct([
  ...HOSTILE,
  ...fc.sample(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), { numRuns: 900, seed: 1 }),
]).slice(0, 500);

/** Trino knows names in small letters only; Postgres cuts those of more than 63 bytes. */
function distinct(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase()).filter((name) => !name.includes('\0'));
  return [...new Set(lower)].filter((name) => Buffer.byteLength(name) < 64 && name.toLowerCase() === name);
}

for (const engine of ENGINES) {
  describeOn(engine, (database) => {
    beforeAll(() => database().makeSchema('faults'), LONG);

    test(
      'five hundred hostile names are quoted, and come back unchanged',
      async () => {
        const { quoteName } = database().dialect;
        await database().createTable('faults.names', Object.fromEntries(NAMES.map((name, j) => [name, [j]])));
        expect(NAMES.length).toBe(500);
        expect(await database().columnsOf('faults.names')).toEqual(NAMES);
        const some = NAMES.slice(0, 60);
        const list = some.map((name) => `${quoteName(name)} AS ${quoteName(name)}`).join(', ');
        expect(await database().query(`SELECT ${list} FROM faults.names`)).toEqual(
          Object.fromEntries(some.map((name, j) => [name, [j]])),
        );
      },
      LONG,
    );

    test.each(HOSTILE.slice(0, 6))(
      'a table called %j is made, read and replaced',
      async (name) => {
        const table = `faults.${database().dialect.quoteName(name)}`;
        await database().createTable(table, { t: ["it's", null] });
        await database().run(database().dialect.replaceTable(table, `SELECT ';' AS t, $n AS n`), { n: 2 });
        expect(await database().query(`SELECT t AS t, n AS n FROM ${table}`)).toEqual({ t: [';'], n: [2] });
      },
      LONG,
    );

    test(
      'a table that cannot be replaced stays as it was, and nothing else is left',
      async () => {
        const { replaceTable } = database().dialect;
        await database().run(replaceTable('faults.kept', 'SELECT 7 AS n'));
        const failing = database().run(replaceTable('faults.kept', "SELECT CAST('x' AS INTEGER) AS n"));
        await expect(failing).rejects.toThrow(`${engine.name} could not run a statement: `);
        await expect(failing).rejects.toThrow('The statement:');
        expect(await database().query('SELECT n FROM faults.kept')).toEqual({ n: [7] });
        const { name } = await database().query(
          "SELECT table_name AS name FROM information_schema.tables WHERE table_name LIKE '%making%'",
        );
        expect(name).toEqual([]);
      },
      LONG,
    );

    test(
      'a table and a column that are not there are named',
      async () => {
        await expect(rfmAnalysis({ table: 'faults.nothing' }, { database: database() })).rejects.toThrow(
          /nothing/,
        );
        await database().createTable('faults.orders', { customer: ['a'], date: ['2024-01-01'], amount: [1] });
        const asked = { database: database(), amount: 'paid' };
        await expect(rfmAnalysis({ table: 'faults.orders' }, asked)).rejects.toThrow(
          "`amount` names 'paid', which faults.orders lacks; there are: customer, date, amount",
        );
      },
      LONG,
    );

    test(
      'types that do not fit are said with row and value',
      async () => {
        await database().createTable('faults.orders', {
          customer: ['a', 'b'],
          date: ['2024-01-01', '2024-01-02'],
          amount: ['1', 'soon'],
        });
        await expect(rfmAnalysis({ table: 'faults.orders' }, { database: database() })).rejects.toThrow(
          "column 'amount' holds 'soon' in row 2",
        );
      },
      LONG,
    );
  });
}

for (const engine of SERVERS) {
  describeOn(engine, (_, address) => {
    const endless = ENDLESS[engine.name as keyof typeof ENDLESS];

    test(
      'a statement that is canceled ends on the server too',
      async () => {
        const database = await opened(address);
        const running = database.query(endless);
        await untilRunning(address, endless);
        const outcome = expect(running).rejects.toThrow('the statement was canceled');
        await database.cancel();
        await outcome;
        expect(await runningOnServer(address, endless)).toBe(0);
        await expect(database.query('SELECT 1 AS n')).rejects.toThrow('the statement was canceled');
        await database.close();
      },
      LONG,
    );

    test(
      'what is temporary is gone when the engine is closed',
      async () => {
        const database = await openDatabase(address);
        const schema = await database.temporarySchema();
        await database.createTable(`${schema}.t`, { n: [1] });
        await database.run(database.dialect.replaceView(`${schema}.v`, `SELECT n FROM ${schema}.t`));
        expect(await database.query(`SELECT n FROM ${schema}.v`)).toEqual({ n: [1] });
        await database.close();
        const other = await openDatabase(address);
        await expect(other.query(`SELECT n FROM ${schema}.t`)).rejects.toThrow('could not run a statement');
        const { n } = await other.query(
          "SELECT count(*) AS n FROM information_schema.schemata WHERE schema_name LIKE 'customer_segmentation%'",
        );
        expect(n).toEqual([0]);
        await other.close();
      },
      LONG,
    );
  });
}

const postgres = SERVERS.find(({ name }) => name === 'Postgres')!;
describeOn(postgres, (database) => {
  const of = (change: (url: URL) => void) => {
    const url = new URL(POSTGRES!);
    change(url);
    return url.href;
  };

  test('a wrong password is refused, and shown to nobody', async () => {
    const failing = openDatabase(of((url) => Object.assign(url, { password: 'wr0ng' })));
    await expect(failing).rejects.toThrow('password authentication failed for user "shop"');
    await expect(failing).rejects.not.toThrow('wr0ng');
  });

  test('a database that is not there is named', async () => {
    const failing = openDatabase(of((url) => Object.assign(url, { pathname: '/nowhere' })));
    await expect(failing).rejects.toThrow('database "nowhere" does not exist');
  });

  test('who may only read is told what he may not do, and can be served without', async () => {
    const name = `reader${Date.now()}`;
    await database().run(`CREATE ROLE ${name} LOGIN PASSWORD 'r'`);
    await database().createTable('faults.readable', {
      customer: ['a', 'b'],
      date: ['2024-01-01', '2024-01-02'],
      amount: ['1.5', '2'],
    });
    await database().run(
      `GRANT USAGE ON SCHEMA faults TO ${name};\nGRANT SELECT ON faults.readable TO ${name}`,
    );
    const reader = await openDatabase(of((url) => Object.assign(url, { username: name, password: 'r' })));
    const source = { table: 'faults.readable' };
    await expect(rfmAnalysis(source, { database: reader })).rejects.toThrow('permission denied for ');
    const schema = await reader.temporarySchema();
    expect((await rfmAnalysis(source, { database: reader, schema })).revenue).toBe(3.5);
    await reader.close();
  });

  test('a connection that is lost is said, with the statement', async () => {
    const victim = await openDatabase(POSTGRES!);
    const { pid } = await victim.query('SELECT pg_backend_pid() AS pid');
    const running = expect(victim.query('SELECT pg_sleep(60) AS s')).rejects.toThrow(
      /Postgres could not run a statement: .*(?:terminated|terminating)[\s\S]*pg_sleep/,
    );
    await database().query('SELECT pg_terminate_backend(CAST($pid AS INTEGER)) AS done', { pid: pid[0] });
    await running;
    await expect(victim.query('SELECT 1 AS n')).rejects.toThrow('Postgres could not run a statement');
    await victim.close();
  });
});

/** An engine with what the endless statement of Trino reads. */
async function opened(address: string): Promise<SqlEngine> {
  const database = await openDatabase(address);
  if (database.name === 'Trino') {
    await database.run(
      database.dialect.replaceTable(
        'default.numbers',
        'SELECT n FROM UNNEST(sequence(1, 10000)) AS numbers(n)',
      ),
    );
  }
  return database;
}

async function untilRunning(address: string, sql: string): Promise<void> {
  while ((await runningOnServer(address, sql)) === 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
}

async function runningOnServer(address: string, sql: string): Promise<number> {
  const watcher = await openDatabase(address);
  const { n } = await watcher.query(
    watcher.name === 'Trino'
      ? "SELECT count(*) AS n FROM system.runtime.queries WHERE state = 'RUNNING' AND query = $sql"
      : "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query = $sql",
    { sql },
  );
  await watcher.close();
  return n[0] as number;
}
