import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';

/** An engine that tests run on, and whether this machine has it: `npm run test:distributed` starts the servers. */
export interface TestedEngine {
  name: 'DuckDB' | 'Postgres' | 'Trino';
  address: string | undefined;
}

export const POSTGRES = process.env.CUSTOMER_POSTGRES;
export const TRINO = process.env.CUSTOMER_TRINO;

export const ENGINES: readonly TestedEngine[] = [
  { name: 'DuckDB', address: ':memory:' },
  { name: 'Postgres', address: POSTGRES },
  { name: 'Trino', address: TRINO },
];

/** Engines on servers. */
export const SERVERS = ENGINES.slice(1);

/** `describe` with an open engine, or a skipped one that says why. */
export function describeOn(
  { name, address }: TestedEngine,
  body: (database: () => SqlEngine, address: string) => void,
): void {
  if (address === undefined) {
    describe.skip(`${name} — SKIPPED: no server is known`, () => test('nothing', () => {}));
    return;
  }
  describe(name, () => {
    const opened: { database?: SqlEngine } = {};
    beforeAll(async () => {
      opened.database = await openDatabase(address);
    });
    afterAll(() => opened.database?.close());
    body(() => opened.database!, address);
  });
}
