import type { ClientConfig } from 'pg';
import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import type { OpenDatabaseOptions } from '../../openOptions';
import { optionalPackage } from '../../optionalPackage';
import { refuseLocalOptions } from '../../refuseLocalOptions';
import { shownAddress } from '../../shownAddress';
import type { SqlEngine } from '../../sqlEngine';
import { Postgres } from './postgres';

/** Rows are looked up in tables of this size before they are sorted on disk. */
const WORK_MEMORY = '256MB';

const MAX_WAIT_MS = 15_000;

/**
 * Postgres by its address, 'postgres://user@host:port/database'; what it leaves out comes from the environment (PGUSER,
 * PGPASSWORD …) and the password file.
 * @throws InputError when the server cannot be reached or does not let the user in; the password is in no message.
 */
export async function openPostgres(options: OpenDatabaseOptions): Promise<SqlEngine> {
  refuseLocalOptions('Postgres', options);
  const { address = '' } = options;
  const { Client } = await optionalPackage('Postgres', 'pg', () => import('pg'));
  const config: ClientConfig = {
    connectionString: address,
    connectionTimeoutMillis: MAX_WAIT_MS,
    application_name: 'customer-segmentation',
  };
  const connect = async () => {
    const client = new Client(config);
    client.on('error', () => {}); // a lost connection is said by the statement that meets it
    await client.connect();
    return client;
  };
  try {
    const client = await connect();
    await client.query(`SET work_mem TO '${WORK_MEMORY}'`);
    // a server that knows of it ends a statement whose client is gone; others find out at its end
    await client.query("SET client_connection_check_interval TO '2s'").catch(() => undefined);
    return new Postgres(client, connect);
  } catch (cause) {
    throw new InputError('failed', phrase`cannot open ${shownAddress(address)}: ${saidOf(cause)}`);
  }
}

/** What there is to say of it, without the address, which other libraries show as it is. */
function saidOf(cause: unknown): string {
  const { code, message = '', errors } = cause as NodeJS.ErrnoException & { errors?: Error[] };
  if (code === 'ERR_INVALID_URL') return 'the address is not written as postgres://user@host:port/database';
  const said = message || errors?.map((each) => each.message).join(', ') || String(code);
  return code === 'ECONNREFUSED' ? `${said}; no server listens there` : said;
}
