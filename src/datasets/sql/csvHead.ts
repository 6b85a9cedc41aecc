import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { InputError } from '../../core/errors';
import { delimiterOf } from '../read/csv/delimiter';

/** A header is looked for in so many bytes. */
const HEAD = 1_000_000;

/** Column names and delimiter, found in a file's first bytes: the rest is left to the database. */
export interface CsvHead {
  header: string[];
  delimiter: string;
}

/**
 * The header of a file of separated values in UTF-8.
 * @param delimiter default: recognized as `csvRecords` does.
 */
export async function csvHead(path: string, gzipped: boolean, delimiter?: string): Promise<CsvHead> {
  const text = new TextDecoder('utf-8').decode(await beginningOf(path, gzipped));
  const used = delimiter ?? delimiterOf(text, basename(path));
  const [names = []] = parse(text, { delimiter: used, to: 1, relax_quotes: true }) as string[][];
  return { header: names.map((name) => name.trim()), delimiter: used };
}

/**
 * Reads a gzip file to its end, since DuckDB takes one that was cut off for a shorter one.
 * @throws InputError when it is damaged or cut off.
 */
export async function checkGzip(path: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path), createGunzip(), nowhere);
  } catch (cause) {
    throw damaged(path, cause);
  }
}

async function beginningOf(path: string, gzipped: boolean): Promise<Uint8Array> {
  const file = createReadStream(path);
  const bytes = gzipped ? file.pipe(createGunzip()) : file;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of bytes) {
      chunks.push(chunk as Uint8Array);
      length += (chunk as Uint8Array).length;
      if (length >= HEAD) break;
    }
  } catch (cause) {
    throw damaged(path, cause);
  } finally {
    file.destroy();
  }
  return Buffer.concat(chunks).subarray(0, HEAD);
}

function damaged(path: string, cause: unknown): InputError {
  return new InputError(`${basename(path)} is a damaged gzip file; fetch it again`, { cause });
}
