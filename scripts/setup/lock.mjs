/**
 * One set-up at a time: two that write the same folders would spoil both. The lock file names its holder and the
 * programs the holder runs, because those outlive a holder that was killed.
 */
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeFileAtomic } from './files.mjs';

const POLL_MILLISECONDS = 200;

/**
 * Waits for the lock and takes it.
 * @param onWait called once with the process id that is waited for
 * @returns `note(ids)` to name the programs that run now, and `release()`
 */
export async function takeLock(file, onWait = () => {}) {
  let told = false;
  while (!claim(file)) {
    const holder = holderOf(file);
    if (holder === undefined) discard(file);
    else {
      if (!told) onWait(holder);
      told = true;
      await sleep(POLL_MILLISECONDS);
    }
  }
  return {
    note: (ids) => writeFileAtomic(file, content(ids)),
    release: () => rmSync(file, { force: true }),
  };
}

/** Creating the file and filling it is one act: a link to a finished file fails where one is there. */
function claim(file) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.claim-${process.pid}`;
  writeFileSync(own, content([]));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The first process named in the lock that still lives. */
function holderOf(file) {
  const lock = readJson(file);
  return [lock?.holder, ...(lock?.running ?? [])].find(isAlive);
}

/** Moves an orphaned lock aside under a name of its own: of two that try, one finds it gone and tries again. */
function discard(file) {
  const aside = `${file}.orphan-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return;
  }
  if (holderOf(aside) === undefined) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isAlive(id) {
  if (!Number.isInteger(id)) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function content(running) {
  return JSON.stringify({ holder: process.pid, running });
}
