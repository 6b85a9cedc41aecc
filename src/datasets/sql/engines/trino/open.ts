import { randomBytes } from 'node:crypto';
import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import type { OpenDatabaseOptions } from '../../openOptions';
import { optionalPackage } from '../../optionalPackage';
import { refuseLocalOptions } from '../../refuseLocalOptions';
import { shownAddress } from '../../shownAddress';
import type { SqlEngine } from '../../sqlEngine';
import { trinoAddress } from './address';
import { rowsOf } from './rowsOf';
import { saidOf } from './saidOf';
import { Trino } from './trino';

const MAX_WAIT_MS = 30_000;

/**
 * Trino by its address, 'trino://user@host:port/catalog/schema'; the password may stand in TRINO_PASSWORD.
 * @throws InputError when the server cannot be reached or does not let the user in; the password is in no message.
 */
export async function openTrino(options: OpenDatabaseOptions): Promise<SqlEngine> {
  refuseLocalOptions('Trino', options);
  const { address = '' } = options;
  const client = await optionalPackage('Trino', 'trino-client', () => import('trino-client'));
  const { connection, user, password } = trinoAddress(address);
  const connect = (source: string) =>
    client.Trino.create({ ...connection, source, auth: new client.BasicAuth(user, password) });
  const source = `customer-segmentation-${randomBytes(6).toString('hex')}`;
  const engine = new Trino(connect(source), source, () => connect('customer-segmentation'));
  try {
    await inTime(rowsOf(connect(source), 'SELECT 1'));
    return engine;
  } catch (cause) {
    throw new InputError('failed', phrase`cannot open ${shownAddress(address)}: ${saidOf(cause, user)}`);
  }
}

/** Waits for an answer, not for ever. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  const timer: { id?: NodeJS.Timeout } = {};
  const late = new Promise<never>((_, reject) => {
    timer.id = setTimeout(() => reject(new Error('no answer within 30 seconds')), MAX_WAIT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer.id);
  }
}
