import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'trino-client';
import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import { reading } from '../../../../core/refusals';
import { shownAddress } from '../../shownAddress';

/** What an address says of a server and of who asks it. */
export interface TrinoAddress {
  connection: Pick<ConnectionOptions, 'server' | 'catalog' | 'schema' | 'ssl'>;
  user: string;
  password?: string;
}

const SETTINGS = ['ssl', 'ca', 'verify'];

/**
 * Takes 'trino://user:password@host:port/catalog/schema?ssl=true' apart. The password may come from TRINO_PASSWORD, the
 * user from TRINO_USER or the account. `ca` names a file of certificates to trust, `verify=none` trusts any.
 * @throws InputError for an address that cannot be read, names no catalog, has other settings, or would send a password
 * without encryption.
 */
export function trinoAddress(address: string): TrinoAddress {
  const url = readUrl(address);
  const [catalog, schema, ...more] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (!catalog || more.length > 0)
    throw notRead(address, catalog ? 'it has more parts than catalog and schema' : 'it names no catalog');
  const other = [...url.searchParams.keys()].find((name) => !SETTINGS.includes(name));
  if (other !== undefined)
    throw notRead(address, `'${other}' is no setting of it; there are ${SETTINGS.join(', ')}`);
  const password = decodeURIComponent(url.password) || process.env.TRINO_PASSWORD;
  const encrypted = isEncrypted(url, password);
  if (password && !encrypted) {
    throw new InputError(
      'conflict',
      phrase`${shownAddress(address)} would send the password without encryption`,
      { remedy: 'use the port that the server has for TLS, and leave `ssl=false` out' },
    );
  }
  const host = url.port ? url.host : `${url.hostname}:${encrypted ? 443 : 8080}`;
  return {
    connection: {
      server: `${encrypted ? 'https' : 'http'}://${host}`,
      catalog,
      ...(schema && { schema }),
      ...(encrypted && { ssl: trustOf(url) }),
    },
    user:
      decodeURIComponent(url.username) ||
      process.env.TRINO_USER ||
      process.env.USER ||
      'customer-segmentation',
    ...(password && { password }),
  };
}

function readUrl(address: string): URL {
  try {
    return new URL(address.replace(/^trino:/i, 'http:'));
  } catch {
    throw notRead(address, 'it cannot be read');
  }
}

function notRead(address: string, reason: string): InputError {
  return new InputError('not-allowed', phrase`the address ${shownAddress(address)} is of no use: ${reason}`, {
    remedy: 'write it as trino://user@host:port/catalog/schema',
  });
}

function isEncrypted({ searchParams, port }: URL, password: string | undefined): boolean {
  const asked = searchParams.get('ssl');
  return asked === null ? password !== undefined || ['443', '8443'].includes(port) : asked !== 'false';
}

function trustOf({ searchParams }: URL): ConnectionOptions['ssl'] {
  const file = searchParams.get('ca');
  return {
    ...(file && { ca: reading(file, () => readFileSync(file, 'utf8')) }),
    ...(searchParams.get('verify') === 'none' && { rejectUnauthorized: false }),
  };
}
