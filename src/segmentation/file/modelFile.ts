import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import { cannotRead } from '../../core/refusals';
import { Nesting } from '../../datasets/read/json/nesting';

/**
 * What a JSON file holds.
 * @throws InputError naming the file, when it cannot be read, or is no JSON: most often one that was cut off.
 */
export function readJsonFile(path: string): unknown {
  if (typeof path !== 'string' || path === '') {
    throw new InputError('wrong-type', isGiven('path', path), { remedy: 'it must name a model file' });
  }
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const how = text.trim() === '' ? 'it is empty' : `it is no JSON (${(cause as Error).message})`;
    throw new InputError('damaged-file', phrase`${{ file: basename(path) }} is damaged: ${how}`, {
      remedy: 'fit again and save it again',
      cause,
    });
  }
}

/** Runs `action`, and puts the file's name before what it complains of. */
export function naming<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw cause.reworded(phrase`${{ file: basename(path) }}: ${cause.problem}`);
  }
}

function readText(path: string): string {
  try {
    const bytes = readBounded(path);
    checkNesting(path, bytes);
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw cause instanceof InputError ? cause : cannotRead(path, cause);
  }
}

/** A model of 20,000 customers in 200 columns, which some algorithms keep, is smaller. */
const MAX_MIB = 256;
const MEBIBYTE = 1024 * 1024;

/** A pipe or a device does not say how much will come. */
function readBounded(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const pieces: Buffer[] = [];
    const piece = Buffer.alloc(MEBIBYTE);
    for (let length = 0; length <= MAX_MIB * MEBIBYTE; ) {
      const read = readSync(file, piece);
      if (read === 0) return Buffer.concat(pieces, length);
      pieces.push(Buffer.from(piece.subarray(0, read)));
      length += read;
    }
  } finally {
    closeSync(file);
  }
  throw sizeError(path);
}

function sizeError(path: string): InputError {
  return new InputError(
    'too-large',
    phrase`${{ file: basename(path) }} is larger than ${formatCount(MAX_MIB)} MiB, which no model is`,
    { remedy: 'give a file that `fit` wrote' },
  );
}

/** What lies thousands of levels deep exhausts whatever walks through it. */
function checkNesting(path: string, bytes: Uint8Array): void {
  new Nesting(basename(path), 'fit again and save it again').take(bytes);
}
