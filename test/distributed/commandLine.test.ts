import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import { blobs } from './support/blobs';
import { describeOn, SERVERS } from './support/engines';
import { loadOrders, ORDERS } from './support/retail';

const PROGRAM = resolve(__dirname, '../../dist/cli/main.js');
const LONG = 240_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'warehouse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command, which is interrupted, as by Ctrl-C, as soon as `until` says so. */
async function run(words: readonly string[], until?: () => Promise<boolean>) {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) => {
    child.once('close', (code) => done({ code, ...said }));
  });
  while (until && child.exitCode === null && !(await until()));
  if (until) child.kill('SIGINT');
  return ended;
}

for (const engine of SERVERS.filter(({ name }) => name === 'Postgres')) {
  describeOn(engine, (database, address) => {
    const { table } = blobs(400);
    const password = new URL(address).password;
    const at = (name: string) => `${address}/${name}`;
    beforeAll(async () => {
      await loadOrders(database());
      await database().makeSchema('shop');
      await database().createTable('shop.customers', table);
    }, LONG);

    test(
      'rfm works where the table is, and leaves nothing there',
      async () => {
        const { code, out, err } = await run(['rfm', at(ORDERS), '--out', 'rfm', '--overwrite', '--json']);
        expect({ code, err }).toMatchObject({ code: 0 });
        const found = JSON.parse(out);
        expect(found.file).toBe(ORDERS);
        expect(found.rowsRead).toBeGreaterThan(1000);
        const files = readdirSync(join(folder, 'rfm')).map((name) =>
          readFileSync(join(folder, 'rfm', name), 'utf8'),
        );
        expect(files.length).toBe(3);
        if (password !== '') for (const text of [out, err, ...files]) expect(text).not.toContain(password);
        expect(await leftovers(address)).toBe(0);
      },
      LONG,
    );

    test(
      'fit and predict take a table',
      async () => {
        const fitted = await run([
          'fit',
          at('shop.customers'),
          '--k',
          '5',
          '--out',
          'fit',
          '--overwrite',
          '--quiet',
        ]);
        expect(fitted).toMatchObject({ code: 0 });
        const predicted = await run(['predict', 'fit/model.json', at('shop.customers')]);
        expect(predicted).toMatchObject({ code: 0 });
        expect(predicted.out.trim().split('\n').length).toBe(401);
        if (password !== '')
          expect(readFileSync(join(folder, 'fit/model.json'), 'utf8')).not.toContain(password);
      },
      LONG,
    );

    test(
      'how much of a table is read can be said',
      async () => {
        const few = await run(['fit', at('shop.customers'), '--out', 'few', '--max-values', '10']);
        expect(few.code).toBe(2);
        expect(few.err).toMatch(/10 values are read at most; .* or give --max-values, at 150 bytes/);
        const words = ['fit', at('shop.customers'), '--k', '5', '--out', 'many', '--quiet'];
        expect(await run([...words, '--max-values=100000000'])).toMatchObject({ code: 0 });
      },
      LONG,
    );

    test(
      'an interruption ends the command, and leaves nothing on the server',
      async () => {
        const hasBegun = async () => (await leftovers(address)) > 0;
        const { code } = await run(['rfm', at(ORDERS), '--out', 'stopped'], hasBegun);
        expect(code).toBe(130);
        expect(await leftovers(address)).toBe(0);
      },
      LONG,
    );

    test(
      'a table that is not there is said in a sentence',
      async () => {
        const { code, err } = await run(['rfm', at('shop.nothing'), '--out', 'nothing']);
        expect(code).toBe(2);
        expect(err).toMatch(/^Error: .*could not run a statement: .*nothing/);
      },
      LONG,
    );
  });
}

/** Schemas and running statements that commands left. */
async function leftovers(address: string): Promise<number> {
  const watcher = await openDatabase(address);
  const { n } = await watcher.query(
    "SELECT count(*) AS n FROM information_schema.schemata WHERE schema_name LIKE 'customer_segmentation%'",
  );
  const running =
    watcher.name === 'Trino'
      ? "SELECT count(*) AS n FROM system.runtime.queries WHERE state = 'RUNNING' AND query LIKE '%customer_segmentation%' AND query NOT LIKE '%runtime%'"
      : "SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE '%pg_temp%' AND query NOT LIKE '%activity%'";
  const active = await watcher.query(running);
  await watcher.close();
  return Number(n[0]) + Number(active.n[0]);
}
