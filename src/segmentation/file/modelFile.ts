import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';

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

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EISDIR: 'it is a folder',
};

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new InputError('no-file', phrase`cannot read ${{ file: path }}: ${REASONS[code] ?? message}`, {
      cause,
    });
  }
}
