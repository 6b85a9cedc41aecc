import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CACHE } from '../setup/paths.mjs';
import { CommandFailure, run } from '../setup/run.mjs';
import { Unavailable } from './unavailable.mjs';

export const VERSION = '476';
const NAME = `trino-server-${VERSION}`;
/** Of the archive, so that what is run is what was looked at. */
const SHA256 = 'cfd5accde17e8ebd251eeeb78aed1f490e77bb3a164d95a0f454bf8a7c1cbd3f';
const ARTIFACT = `io.trino:trino-server:${VERSION}:tar.gz`;

/** Of more than sixty plugins only these are kept; the connector to Postgres needs the types of geography. */
const PLUGINS = ['memory', 'postgresql', 'geospatial'];

/** The archive has 821 MB. */
const DOWNLOAD_SECONDS = 240;
const UNPACK_SECONDS = 180;

/**
 * The folder of the unpacked server, from the cache or else from Maven Central: a minute to get and one to unpack, once.
 * @throws Unavailable where Maven or Maven Central is not there.
 */
export async function trinoFiles() {
  const folder = join(CACHE, 'trino', NAME);
  if (existsSync(folder)) return folder;
  const archive = await trinoArchive();
  await checkArchive(archive);
  const partial = join(CACHE, 'trino', 'partial');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  console.log(`Unpacking ${NAME} into .cache/trino …`);
  await run('tar', ['-xzf', archive, '-C', partial], { log: 'trino-unpack', limitSeconds: UNPACK_SECONDS });
  const plugins = join(partial, NAME, 'plugin');
  for (const name of readdirSync(plugins))
    if (!PLUGINS.includes(name)) rmSync(join(plugins, name), { recursive: true });
  renameSync(join(partial, NAME), folder);
  rmSync(partial, { recursive: true });
  rmSync(OWN_REPOSITORY, { recursive: true, force: true }); // unpacked, it is of no more use
  return folder;
}

async function checkArchive(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const found = hash.digest('hex');
  if (found !== SHA256)
    throw new Error(`${path} has the SHA-256 ${found}, not ${SHA256}: remove it, and try again`);
}

const OWN_REPOSITORY = join(CACHE, 'maven');

async function trinoArchive() {
  const path = join('io', 'trino', 'trino-server', VERSION, `${NAME}.tar.gz`);
  const known = join(homedir(), '.m2', 'repository', path);
  if (existsSync(known)) return known;
  console.log(`Getting ${NAME} from Maven Central (821 MB) …`);
  const words = ['-q', '-B', `-Dmaven.repo.local=${OWN_REPOSITORY}`, '-Dtransitive=false'];
  try {
    await run('mvn', ['dependency:get', `-Dartifact=${ARTIFACT}`, ...words], {
      log: 'trino-download',
      limitSeconds: DOWNLOAD_SECONDS,
    });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    throw new Unavailable(
      `${ARTIFACT} cannot be got: ${error.message} (log: ${error.log}); it needs Maven (apt-get install maven) and Maven Central`,
    );
  }
  return join(OWN_REPOSITORY, path);
}
