import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { refusalReason } from '../../core/refusals';
import { isAlive } from './isAlive';

/**
 * Makes a folder for temporary files whose path begins so.
 * @throws InputError naming the reason, e.g. a disk without space or one that is read-only.
 */
export function makeTemporaryFolder(start: string): string {
  try {
    return mkdtempSync(start);
  } catch (cause) {
    throw new InputError(
      'no-file',
      phrase`no folder for temporary files can be made in ${{ file: dirname(start) }}: ${refusalReason(cause)}`,
      {
        remedy: 'free space there, or set the environment variable TMPDIR to a folder that you may write to',
        cause,
      },
    );
  }
}

/**
 * Makes a folder of this process among the system's temporary files. Those of the same kind whose process was killed go:
 * they may hold customers.
 * @param kind what its name begins with.
 * @throws InputError as `makeTemporaryFolder`.
 */
export function ownTemporaryFolder(kind: string): string {
  removeAbandoned(kind);
  return makeTemporaryFolder(join(tmpdir(), `${kind}${process.pid}-`));
}

/** Removes folders of that kind whose process was killed: their names begin with the kind and its number. */
export function removeAbandoned(kind: string): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      const pid = name.startsWith(kind) ? Number.parseInt(name.slice(kind.length), 10) : Number.NaN;
      if (pid > 0 && !isAlive(pid)) removeQuietly(join(tmpdir(), name));
    }
  } catch {
    // what cannot be listed cannot be cleaned
  }
}

/** Removes a file or folder where that is possible; what stays takes space and harms nothing. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // a disk that became read-only keeps what it has
  }
}
