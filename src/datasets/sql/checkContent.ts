import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../core/errors';
import { cannotRead, isRefusal } from '../../core/refusals';
import { damagedGzip } from '../read/fileBytes';
import { Nesting } from '../read/json/nesting';
import { MAX_UNPACKED_BYTES, unpacksToMore } from '../read/limits';
import type { OpenedFile } from '../read/openFile';

/**
 * Reads a file to its end before native code does, where that may fail in ways that nobody can catch: a gzip file that
 * was cut off is taken for a shorter one, and JSON of thousands of lists within each other ends the process.
 * @throws InputError for a damaged gzip file, one that unpacks to more than the limits allow, and JSON that is nested deep.
 */
export async function checkContent({ path, file, format, gzipped, limits }: OpenedFile): Promise<void> {
  const isJson = format === 'json-lines';
  if (!gzipped && !isJson) return;
  const nesting = new Nesting(file);
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (limits && bytes > MAX_UNPACKED_BYTES) {
        done(unpacksToMore(file));
        return;
      }
      try {
        if (isJson) nesting.take(chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const source = createReadStream(path);
  try {
    await (gzipped ? pipeline(source, createGunzip(), sink) : pipeline(source, sink));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw isRefusal(cause) ? cannotRead(path, cause) : damagedGzip(file, cause);
  }
}
