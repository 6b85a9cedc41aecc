import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePorts } from './freePorts.mjs';
import { startServer, untilReady } from './server.mjs';
import { Unavailable } from './unavailable.mjs';

const USER = 'shop';
const SECONDS = 60;

/**
 * Starts a Postgres of its own on loopback, in a temporary folder that is gone when it is stopped. Its programs come
 * from Debian's package `postgresql`, or from POSTGRES_BIN.
 * @returns its address, with password, its parts, and what stops it.
 * @throws Unavailable where the programs are not there.
 */
export async function startPostgres() {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  try {
    return await startIn(folder, bin);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder, bin) {
  const account = await otherAccount();
  const password = randomBytes(12).toString('hex');
  const [data, secret] = [join(folder, 'data'), join(folder, 'password')];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined)
    for (const path of [folder, data, secret]) chownSync(path, account.uid, account.gid);
  const how = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${secret}`];
  const plain = ['--encoding=UTF8', '--locale=C', '--no-sync', `--pgdata=${data}`];
  await promisify(execFile)(join(bin, 'initdb'), [...how, ...plain], { cwd: folder, ...account });
  const [port] = await freePorts(1);
  const settings = [
    ...['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off', 'jit=off'],
    ...['shared_buffers=256MB', 'max_wal_size=4GB', 'checkpoint_timeout=30min'],
  ];
  const server = startServer(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { log: join(folder, 'log'), cwd: folder, account },
  );
  const parts = { host: '127.0.0.1', port, user: USER, password, database: 'postgres' };
  try {
    await untilReady(server, 'Postgres', SECONDS, () => asked(parts));
  } catch (error) {
    await server.kill();
    throw error;
  }
  return {
    ...parts,
    address: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop('SIGINT'); // ends connections too
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asked(parts) {
  const client = new pg.Client(parts);
  client.on('error', () => {});
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
  return true;
}

/** The folder of initdb and postgres, of the newest version. */
function programs() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];
  const places = [
    ...(process.env.POSTGRES_BIN ? [process.env.POSTGRES_BIN] : versions),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = places.find((place) => ['initdb', 'postgres'].every((name) => existsSync(join(place, name))));
  if (found !== undefined) return found;
  throw new Unavailable(
    'the programs initdb and postgres are not there: apt-get install postgresql, or set POSTGRES_BIN to their folder',
  );
}

/** Postgres refuses to run as root, who can run it as somebody else. */
async function otherAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = async (option, name) => Number((await promisify(execFile)('id', [option, name])).stdout);
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: await id('-u', name), gid: await id('-g', name) };
    } catch {
      // the next
    }
  }
  throw new Unavailable(
    'this is root, Postgres does not run as root, and there is no account postgres or nobody',
  );
}
