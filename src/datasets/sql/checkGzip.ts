import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../core/errors';
import { damagedGzip } from '../read/fileBytes';
import { MAX_UNPACKED_BYTES, type ReadLimits, unpacksToMore } from '../read/limits';

/**
 * Reads a gzip file to its end, since DuckDB takes one that was cut off for a shorter one.
 * @throws InputError when it is damaged or cut off, or unpacks to more than the limits allow.
 */
export async function checkGzip(path: string, limits: ReadLimits | undefined): Promise<void> {
  const file = basename(path);
  let bytes = 0;
  const count = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      done(limits && bytes > MAX_UNPACKED_BYTES ? unpacksToMore(file) : null);
    },
  });
  try {
    await pipeline(createReadStream(path), createGunzip(), count);
  } catch (cause) {
    throw cause instanceof InputError ? cause : damagedGzip(file, cause);
  }
}
