import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isatty } from 'node:tty';
import { cannotRead, cannotWrite, notRegular } from '../core/refusals';
import { ownTemporaryFolder, removeQuietly } from '../datasets/write/temporaryFolder';

/** What stands for the pipe once the command line is read. */
export const STANDARD_INPUT = '/dev/stdin';

/** Puts a path where `-` stands for what is piped in: the parser takes a lone hyphen for an option without a name. */
export function withStandardInput(argv: readonly string[]): string[] {
  return argv.map((word, i) => (word === '-' && !argv[i - 1]?.startsWith('-') ? STANDARD_INPUT : word));
}

/**
 * Runs work that reads a file. What is piped in becomes a file first, since readers look at their file more than once,
 * and is gone afterwards.
 */
export async function withInputFile<T>(file: string, work: (path: string) => Promise<T>): Promise<T> {
  if (!isPipe(file)) return work(file);
  const folder = ownTemporaryFolder('customer-segmentation-input-');
  try {
    const path = join(folder, basename(file));
    copyPipe(file, path);
    return await work(path);
  } finally {
    removeQuietly(folder);
  }
}

/** Whether what comes out of it comes once: standard input, or a pipe that a shell or a program made (`<(command)`). */
function isPipe(file: string): boolean {
  if (file === STANDARD_INPUT) return true;
  try {
    return statSync(file).isFIFO();
  } catch {
    return false; // said when it is read
  }
}

const PIECE_BYTES = 1024 * 1024;

/** @throws InputError where the one cannot be read or the other not be written, e.g. on a full disk. */
function copyPipe(from: string, to: string): void {
  const source = from === STANDARD_INPUT ? 0 : orThrow(from, cannotRead, () => openSync(from, 'r'));
  try {
    const target = orThrow(to, cannotWrite, () => openSync(to, 'wx'));
    try {
      const piece = Buffer.alloc(PIECE_BYTES);
      for (;;) {
        const length = orThrow(from, cannotRead, () => readSome(source, piece));
        if (length === 0) return;
        if (isDevice(source)) throw cannotRead(from, notRegular());
        orThrow(to, cannotWrite, () => writeAll(target, piece.subarray(0, length)));
      }
    } finally {
      closeSync(target);
    }
  } finally {
    if (source !== 0) closeSync(source);
  }
}

/** Whether it may give bytes without an end, such as /dev/zero; a terminal ends with Ctrl-D. */
function isDevice(source: number): boolean {
  return fstatSync(source).isCharacterDevice() && !isatty(source);
}

function orThrow<T>(path: string, explain: (path: string, cause: unknown) => Error, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw explain(path, cause);
  }
}

/** A pipe that has nothing yet is waited for; one that Windows calls ended is. */
function readSome(source: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(source, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** A disk that is nearly full takes less than it is given before it refuses. */
function writeAll(target: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(target, bytes, done);
}
