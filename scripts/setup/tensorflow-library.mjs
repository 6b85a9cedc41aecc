/** Where TensorFlow's native library is kept, and how tfjs-node gets to see it. */
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CACHE, MODULES } from './paths.mjs';

export const PACKAGE = join(MODULES, '@tensorflow', 'tfjs-node');
export const WHEEL_VERSION = '2.16.2';

const FROM_WHEEL = join(CACHE, `tensorflow-${WHEEL_VERSION}`);
const FROM_HOST = join(CACHE, 'tensorflow-from-host');
const DEPS = join(PACKAGE, 'deps');

/** The kept library's folder (`lib`, `include`, `binding`), or `undefined`. */
export function keptLibrary() {
  return [FROM_HOST, FROM_WHEEL].find((folder) => existsSync(join(folder, 'lib')));
}

/** Lets tfjs-node find a kept library, by a relative link, so that the clone can be moved. */
export function linkLibrary(folder) {
  rmSync(DEPS, { recursive: true, force: true });
  symlinkSync(relative(dirname(DEPS), folder), DEPS, 'dir');
}

/** Moves what came from the host into the cache. On Windows it stays: links need a privilege there. */
export function keepLibrary() {
  if (process.platform === 'win32' || lstatSync(DEPS).isSymbolicLink()) return undefined;
  rmSync(FROM_HOST, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  renameSync(DEPS, FROM_HOST);
  linkLibrary(FROM_HOST);
  return FROM_HOST;
}

/** Takes a folder that was filled elsewhere as the library from the wheel, whole or not at all. */
export function adoptWheelFolder(folder) {
  rmSync(FROM_WHEEL, { recursive: true, force: true });
  renameSync(folder, FROM_WHEEL);
  return FROM_WHEEL;
}

export function clearDeps() {
  rmSync(DEPS, { recursive: true, force: true });
}
