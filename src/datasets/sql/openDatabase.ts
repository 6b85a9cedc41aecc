import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { ENGINES, type EngineEntry } from './engines/registry';
import { OPEN_DATABASE_OPTIONS, type OpenDatabaseOptions } from './openOptions';
import type { SqlEngine } from './sqlEngine';

/**
 * Opens an SQL database by its address: DuckDB, embedded, in memory or on a file. It reaches for nothing on its own:
 * extensions are neither downloaded nor loaded, and what does not fit into memory goes to the system's folder for
 * temporary files.
 *
 * What comes out of `query`: whole numbers as numbers (as text where one is beyond 2^53), DECIMAL as the nearest
 * float64, days and times as ISO text, NULL and NaN as `null`. What goes in is bound to `$1` or `$name`, never
 * written into the statement.
 *
 * @param options the address alone, or options.
 * @throws InputError for wrong options, an address of no known engine, a folder that is not there, or a file that is
 * no database.
 * Cost: some 30 ms and 40 MB, once; a statement's cost is the engine's.
 *
 * @example
 * const database = await openDatabase();
 * const { double } = await database.query('SELECT 2 * $n AS double', { n: 21 });
 * await database.close();
 * double; // [42]
 */
export async function openDatabase(options: string | OpenDatabaseOptions = {}): Promise<SqlEngine> {
  const given = typeof options === 'string' ? { address: options } : options;
  const resolved = resolveOptions('openDatabase', OPEN_DATABASE_OPTIONS, given);
  return engineFor(resolved.address).open(resolved);
}

/** By what stands before '://'; anything else is the path of a file. */
function engineFor(address: string): EngineEntry {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(address)?.[1].toLowerCase();
  const engine = ENGINES.find(({ schemes }) =>
    scheme === undefined ? schemes.length === 0 : schemes.includes(scheme),
  );
  if (engine) return engine;
  const known = ENGINES.flatMap(({ schemes }) => schemes.map((name) => `${name}://`));
  const remedy = ['the path of a file', ...known].join(', ');
  throw new InputError(
    'not-allowed',
    phrase`${{ option: 'address' }} begins with '${String(scheme)}://', which no engine opens`,
    { remedy: `give ${remedy}`, allowed: known },
  );
}
