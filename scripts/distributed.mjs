/**
 * Runs the same analysis on three engines: `node scripts/distributed.mjs [--keep] [jest options …]`.
 *
 * Starts a Postgres and a Trino cluster of a coordinator and two workers, on loopback and in temporary folders, runs the
 * tests of test/distributed with their addresses, and stops what it started. Where a server cannot be had, it says so
 * and the tests that need it are skipped. With `--keep` it runs no tests and serves until it is stopped (Ctrl-C).
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from './distributed/postgres.mjs';
import { startTrino } from './distributed/trino.mjs';
import { Unavailable } from './distributed/unavailable.mjs';
import { ROOT } from './setup/paths.mjs';

/** Starting and testing end within this, or are ended: a busy machine is no reason to hold up others. */
const LIMIT = 11 * 60_000;
const deadline = Date.now() + LIMIT;

/** Ends a worker of Trino, so that it comes last. */
const LAST = 'test/distributed/lostWorker';

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
  const trino = postgres && (await start('Trino', () => startTrino(postgres)));
  const addresses = {
    ...(postgres && { CUSTOMER_POSTGRES: postgres.address }),
    ...(trino && {
      CUSTOMER_TRINO: trino.address,
      CUSTOMER_TRINO_WORKERS: trino.workers.map(({ pid }) => pid).join(','),
    }),
  };
  if (keep) await served(addresses);
  else if (postgres === undefined) say('SKIPPED: no engine to compare with.');
  else {
    const code = await tested(addresses, [...words, '--testPathIgnorePatterns', LAST]);
    process.exitCode = code || (trino && words.length === 0 ? await tested(addresses, [LAST]) : 0);
  }
} finally {
  await stopAll();
}

/** Undefined, and said, where this machine does not have it. */
async function start(name, work) {
  const from = Date.now();
  try {
    const server = await work();
    started.push(server);
    if (keep) console.log(server.address);
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

function tested(addresses, chosen) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--selectProjects', 'distributed', '--runInBand', '--forceExit', ...chosen];
  const child = spawn(process.execPath, [jest, ...options], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...addresses },
  });
  const late = setTimeout(() => {
    say('FAILED: the tests take too long, and are ended.');
    child.kill('SIGKILL');
  }, deadline - Date.now());
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
