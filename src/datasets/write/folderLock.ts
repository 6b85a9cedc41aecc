import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './isAlive';

/** In the folder for as long as a process gives files their names there; it holds the process's number. */
const LOCK = '.customer-segmentation.lock';
/** Names are given in moments: whoever takes longer has stopped. In ms. */
const PATIENCE = 10_000;
const LOOK_EVERY = 10;
/** A lock without a number is of a process that was killed between making and writing it. In ms. */
const BEGUN = 1000;

/**
 * Runs work that takes moments, while no other process runs such work in that folder.
 * @throws what the system says where the folder cannot be locked; EBUSY where another process does not let it go.
 */
export function withFolderLock<T>(folder: string, work: () => T): T {
  const lock = join(folder, LOCK);
  for (let waited = 0; !take(lock); waited += LOOK_EVERY) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else if (waited >= PATIENCE) throw Object.assign(new Error(), { code: 'EBUSY' });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    try {
      writeSync(file, String(process.pid));
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(lock).mtimeMs > BEGUN;
  } catch {
    return false; // it was let go meanwhile
  }
}
