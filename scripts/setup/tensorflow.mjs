/**
 * TensorFlow's native library and its Node binding, inside tfjs-node's folder.
 *
 * The library comes from the host that tfjs-node takes it from, where that answers, otherwise out of the Python package.
 * Either way it is kept in `.cache` with the finished binding, so that a later `npm ci` needs neither network nor
 * compiler.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupFailure } from './failure.mjs';
import { readJson } from './files.mjs';
import { CommandFailure, run } from './run.mjs';
import { isStamped, stamp } from './stamp.mjs';
import {
  buildBinding,
  forgetBinding,
  hasBinding,
  keepBinding,
  restoreBinding,
} from './tensorflow-binding.mjs';
import { installFromHost } from './tensorflow-host.mjs';
import { keepLibrary, keptLibrary, linkLibrary, PACKAGE } from './tensorflow-library.mjs';
import { fetchLibraryFromWheel } from './tensorflow-wheel.mjs';

const STAMP = join(PACKAGE, '.setup.json');
const CHECK = fileURLToPath(new URL('tensorflow-check.cjs', import.meta.url));

export const title = 'TensorFlow';

export function isDone() {
  return isStamped(STAMP, inputs()) && existsSync(join(PACKAGE, 'deps', 'lib')) && hasBinding();
}

export async function perform(say) {
  const route = await install(say);
  const version = await check();
  stamp(STAMP, inputs());
  return `TensorFlow ${version}, ${route}`;
}

async function install(say) {
  if (await works()) return 'as it was found';
  if (await restore()) return 'from .cache';
  if (await fromHost(say)) return 'library from its host';
  return fromWheel(say);
}

/** A clone that was set up before and has new node_modules. */
async function restore() {
  const library = keptLibrary();
  if (!library) return false;
  linkLibrary(library);
  return restoreBinding(library) && works();
}

async function fromHost(say) {
  if (!(await installFromHost(say)) || !(await works())) return false;
  const library = keepLibrary();
  if (library) keepBinding(library);
  return true;
}

async function fromWheel(say) {
  const library = keptLibrary() ?? (await fetchLibraryFromWheel(say));
  forgetBinding(library);
  linkLibrary(library);
  say('compiling the binding');
  await buildBinding();
  await check();
  keepBinding(library);
  return 'library from the Python package, binding compiled';
}

async function works() {
  if (!hasBinding()) return false;
  try {
    await check();
    return true;
  } catch (error) {
    if (error instanceof SetupFailure) return false;
    throw error;
  }
}

/** Multiplies two matrices in a process of its own, which must keep quiet on stderr, and returns TensorFlow's version. */
async function check() {
  try {
    const output = await run(process.execPath, [CHECK], { log: 'tensorflow-check', limitSeconds: 120 });
    return JSON.parse(output).version;
  } catch (error) {
    if (!(error instanceof CommandFailure || error instanceof SyntaxError)) throw error;
    throw new SetupFailure(
      `TensorFlow was installed but does not work (log: .cache/setup/tensorflow-check.log). Delete the folders .cache and node_modules, then start again.`,
      { cause: error },
    );
  }
}

/** The check is for this Node and this tfjs-node. */
function inputs() {
  return [process.version, process.arch, readJson(join(PACKAGE, 'package.json'))?.version];
}
