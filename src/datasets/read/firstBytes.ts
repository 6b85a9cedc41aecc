import { closeSync, openSync, readSync } from 'node:fs';
import { readWhole } from './csvText';

/**
 * The first four bytes of a file that may be larger than memory: enough to know what it is by.
 * @throws InputError when it cannot be read.
 */
export function firstBytes(path: string): Uint8Array {
  const start = new Uint8Array(4);
  try {
    const file = openSync(path, 'r');
    readSync(file, start);
    closeSync(file);
  } catch {
    readWhole(path); // says why it cannot be read
  }
  return start;
}
