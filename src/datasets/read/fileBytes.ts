import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { cannotRead, notRegular } from '../../core/refusals';

/** A file's bytes as they are. @throws InputError when there is no such file, or it cannot be read. */
export function readWhole(path: string): Uint8Array {
  checkRegular(path);
  return orUnreadable(path, () => readFileSync(path));
}

/** A file's first bytes, however large it is. @throws InputError when it cannot be read. */
export function readStart(path: string, length: number): Uint8Array {
  checkRegular(path);
  return orUnreadable(path, () => {
    const bytes = new Uint8Array(length);
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  });
}

/** A device may have no end, and a pipe gives what it has only once. @throws InputError for these, and where there is nothing. */
function checkRegular(path: string): void {
  const found = orUnreadable(path, () => statSync(path));
  if (!found.isFile() && !found.isDirectory()) throw cannotRead(path, notRegular());
}

function orUnreadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

/**
 * A file's bytes, unpacked where it is a gzip file (known by its first bytes, regardless of its extension).
 * @throws InputError when there is no such file, it cannot be read, or it is a broken gzip file.
 */
export function readBytes(path: string): Uint8Array {
  const bytes = readWhole(path);
  return isGzip(bytes) ? unpacked(bytes, basename(path)) : bytes;
}

/** Whether these are a gzip file's first bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The content of a gzip file.
 * @param maxBytes what it may unpack to; default any length.
 * @throws InputError when it is damaged; what `tooLong` gives where it is longer.
 */
export function unpacked(
  bytes: Uint8Array,
  file: string,
  { maxBytes, tooLong }: { maxBytes?: number; tooLong?: () => Error } = {},
): Uint8Array {
  try {
    return gunzipSync(bytes, { ...(maxBytes !== undefined && { maxOutputLength: maxBytes }) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' && tooLong) throw tooLong();
    throw damagedGzip(file, cause);
  }
}

/** The content of the beginning of a gzip file. @throws InputError when it is damaged. */
export function unpackedStart(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw damagedGzip(file, cause);
  }
}

/** What there is to say of a gzip file that cannot be unpacked. */
export function damagedGzip(file: string, cause: unknown): InputError {
  return new InputError('damaged-file', phrase`${{ file }} is a damaged gzip file`, {
    remedy: 'fetch it again',
    cause,
  });
}
