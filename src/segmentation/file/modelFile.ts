import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { display } from '../../core/options';

/**
 * What a JSON file holds.
 * @throws InputError naming the file, when it cannot be read, or is no JSON: most often one that was cut off.
 */
export function readJsonFile(path: string): unknown {
  if (typeof path !== 'string' || path === '') {
    throw new InputError(`\`path\` is ${display(path)}; it must name a model file`);
  }
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const how = text.trim() === '' ? 'it is empty' : `it is no JSON (${(cause as Error).message})`;
    throw new InputError(`${basename(path)} is damaged: ${how}; fit again and save it anew`, { cause });
  }
}

/** Runs `action`, and puts the file's name before what it complains of. */
export function naming<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError(`${basename(path)}: ${cause.message}`, { cause });
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
    throw new InputError(`cannot read ${path}: ${REASONS[code] ?? message}`, { cause });
  }
}
