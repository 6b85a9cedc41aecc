/**
 * Runs the same analysis on an engine here and one on a server: `node scripts/distributed.mjs [--keep] [jest options …]`.
 *
 * Starts a Postgres on loopback and in a temporary folder, runs the tests of test/distributed with its address, and stops what it started. Where it cannot be had, it says so
 * and the tests are skipped. With `--keep` it runs no tests and serves until it is stopped (Ctrl-C).
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from './distributed/postgres.mjs';
import { Unavailable } from './distributed/unavailable.mjs';
import { ROOT } from './setup/paths.mjs';

/** The tests end within this, or are ended. */
const LIMIT = 8 * 60_000;

const started = [];
const keep = process.argv.includes('--keep');
const words = process.argv.slice(2).filter((word) => word !== '--keep');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await stopAll();
    process.exit(1);
  });
}

try {
  const postgres = await start('Postgres', startPostgres);
  const addresses = {
    ...(postgres && { CUSTOMER_POSTGRES: postgres.address }),
  };
  if (keep) await served(addresses);
  else if (postgres === undefined) say('SKIPPED: no engine to compare with.');
  else process.exitCode = await tested(addresses);
} finally {
  await stopAll();
}

/** Undefined, and said, where this machine does not have it. */
async function start(name, work) {
  const from = Date.now();
  try {
    const server = await work();
    started.push(server);
    say(`${name} serves after ${Math.round((Date.now() - from) / 1000)} s`);
    return server;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    say(`SKIPPED: ${name} cannot be had here: ${error.message}`);
    return undefined;
  }
}

async function stopAll() {
  while (started.length > 0) await started.pop().stop();
}

function served(addresses) {
  for (const [name, value] of Object.entries(addresses)) console.log(`export ${name}='${value}'`);
  return new Promise(() => setInterval(() => {}, 60_000));
}

function tested(addresses) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--selectProjects', 'distributed', '--runInBand', ...words];
  const child = spawn(process.execPath, [jest, ...options], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...addresses },
  });
  const late = setTimeout(() => {
    say('FAILED: the tests take too long, and are ended.');
    child.kill('SIGKILL');
  }, LIMIT);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve(code ?? 1);
    });
  });
}

function say(text) {
  console.log(`\n*** ${text}\n`);
}
