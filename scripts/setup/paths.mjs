/** Where things live in the clone. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const MODULES = join(ROOT, 'node_modules');
export const VENV = join(ROOT, '.venv');
/** What is slow to get again and survives an `npm ci`. */
export const CACHE = join(ROOT, '.cache');
/** The set-up's own notes: its lock and what its commands printed. */
export const NOTES = join(CACHE, 'setup');

const WINDOWS = process.platform === 'win32';

/** A program of the Python environment. */
export function venvProgram(name) {
  return WINDOWS ? join(VENV, 'Scripts', `${name}.exe`) : join(VENV, 'bin', name);
}
