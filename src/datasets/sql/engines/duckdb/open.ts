import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import { removeAbandoned } from '../../../write/temporaryFolder';
import type { OpenDatabaseOptions } from '../../openOptions';
import type { SqlEngine } from '../../sqlEngine';
import { DuckDB } from './duckdb';

const MEMORY = ':memory:';
const TEMPORARY = 'customer-segmentation-sql-';

/**
 * DuckDB in memory or on a file. It reaches for nothing on its own: extensions are neither downloaded nor loaded, and
 * what does not fit into memory goes to the system's folder for temporary files.
 * @throws InputError for wrong options, a folder that is not there, or a file that is no database.
 */
export async function openDuckdb({
  address = MEMORY,
  threads,
  memoryLimit,
}: OpenDatabaseOptions): Promise<SqlEngine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  removeAbandoned(TEMPORARY);
  try {
    const instance = await DuckDBInstance.create(address, {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(address === MEMORY && {
        temp_directory: join(tmpdir(), `${TEMPORARY}${process.pid}`),
      }),
      ...(threads !== undefined && { threads: String(threads) }),
      ...(memoryLimit !== undefined && { memory_limit: memoryLimit }),
    });
    return new DuckDB(instance, await instance.connect());
  } catch (cause) {
    throw new InputError(
      'no-file',
      phrase`cannot open the database ${{ file: address }}: ${(cause as Error).message}`,
      { cause },
    );
  }
}
