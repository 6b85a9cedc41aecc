import type { SqlEngine } from '../datasets/sql/sqlEngine';
import { Interrupted } from './interrupted';

/** What a process that a signal ended ends with. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs work on a database. A signal to stop cancels the statement that runs, on the server too; the database is closed
 * in any case, so that nothing temporary stays there. A second signal ends the process at once.
 */
export async function withDatabase<T>(
  address: string,
  work: (database: SqlEngine) => Promise<T>,
): Promise<T> {
  const { openDatabase } =
    require('../datasets/sql/openDatabase') as typeof import('../datasets/sql/openDatabase');
  const database = await openDatabase(address);
  const asked: { code?: number } = {};
  const signals = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[];
  const stop = (signal: keyof typeof EXIT_CODES) => {
    asked.code = EXIT_CODES[signal];
    process.stderr.write('Stopping: the statement that runs is canceled on the server.\n');
    database.cancel().catch(() => undefined); // a server that is gone has nothing to cancel
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(database);
  } catch (error) {
    throw asked.code === undefined ? error : new Interrupted(asked.code);
  } finally {
    await database.close().catch(() => undefined);
    for (const signal of signals) process.off(signal, stop);
  }
}
