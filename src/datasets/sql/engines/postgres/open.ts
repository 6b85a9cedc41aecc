import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import type { OpenDatabaseOptions } from '../../openOptions';
import type { SqlEngine } from '../../sqlEngine';
import { Postgres } from './postgres';

/** Rows are looked up in tables of this size before they are sorted on disk. */
const WORK_MEMORY = '256MB';

/**
 * Postgres by its address, 'postgres://user@host:port/database'; what it leaves out comes from the environment (PGUSER
 * …) and the password file.
 * @throws InputError when the server cannot be reached or does not let the user in; the password is in no message.
 */
export async function openPostgres({
  address = '',
  threads,
  memoryLimit,
}: OpenDatabaseOptions): Promise<SqlEngine> {
  const option = threads !== undefined ? 'threads' : memoryLimit !== undefined ? 'memoryLimit' : undefined;
  if (option !== undefined) {
    throw new InputError('conflict', phrase`${{ option }} is not for Postgres`, {
      remedy: 'it is set where the server runs; leave it out',
    });
  }
  const { Client } = await import('pg');
  const client = new Client({ connectionString: address });
  try {
    await client.connect();
    await client.query(`SET work_mem TO '${WORK_MEMORY}'`);
  } catch (cause) {
    const shown = address.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@');
    throw new InputError('failed', `cannot open the database ${shown}: ${(cause as Error).message}`, {
      cause,
    });
  }
  return new Postgres(client);
}
