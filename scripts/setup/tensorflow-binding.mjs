/** tfjs-node's binding: the compiled layer between Node and TensorFlow's library. */
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { readIfThere, readJson } from './files.mjs';
import { MODULES, venvProgram } from './paths.mjs';
import { isUnreachable, lastWords } from './registry.mjs';
import { CommandFailure, run } from './run.mjs';
import { PACKAGE } from './tensorflow-library.mjs';
import { findCompiler, findNpm } from './tools.mjs';

const BINDING = join(PACKAGE, 'lib');
const NODE_PRE_GYP = join(MODULES, '@mapbox', 'node-pre-gyp', 'bin', 'node-pre-gyp');

export function hasBinding() {
  return (
    existsSync(BINDING) &&
    readdirSync(BINDING).some((folder) => existsSync(join(BINDING, folder, 'tfjs_binding.node')))
  );
}

/**
 * Compiles the binding against the linked library; some 10 s.
 * @throws SetupFailure without a compiler, without Node's headers, or when it does not compile
 */
export async function buildBinding() {
  findCompiler();
  try {
    await run(process.execPath, [NODE_PRE_GYP, 'install', '--build-from-source'], {
      log: 'tensorflow-binding',
      cwd: PACKAGE,
      env: bindingEnvironment(),
    });
  } catch (error) {
    throw error instanceof CommandFailure ? new SetupFailure(whyNot(error), { cause: error }) : error;
  }
}

function whyNot(error) {
  if (isUnreachable(error.output)) {
    return `TensorFlow's binding needs the header files of Node ${process.version}, and the host that serves them did not answer; install Node with its headers (they belong in ${join(nodeFolder(), 'include', 'node')}), or name a folder with them in npm_config_nodedir, then start again.`;
  }
  const complaint = /^.*\berror: .*$/m.exec(error.output)?.[0] ?? lastWords(error);
  return `TensorFlow's binding did not compile: ${complaint} (log: ${error.log}).`;
}

/** What node-gyp needs to know: this npm's node-gyp, the environment's Python, and Node's headers if they are here. */
export function bindingEnvironment() {
  const env = { ...process.env, npm_config_python: venvProgram('python'), npm_config_node_gyp: nodeGyp() };
  // Headers that the user named go before those that lie beside Node.
  if (!env.npm_config_nodedir && headersAreBeside()) env.npm_config_nodedir = nodeFolder();
  return env;
}

function nodeGyp() {
  return join(dirname(dirname(findNpm().script)), 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
}

/** Headers count only when they are of this very Node: a distribution may leave another's. */
function headersAreBeside() {
  const include = join(nodeFolder(), 'include', 'node');
  const text = existsSync(join(include, 'node_api.h')) && readIfThere(join(include, 'node_version.h'));
  const major = text && /#define NODE_MAJOR_VERSION (\d+)/.exec(text)?.[1];
  return major === process.versions.node.split('.')[0];
}

function nodeFolder() {
  return dirname(dirname(process.execPath));
}

/** A copy of the finished binding beside the library it was made for. */
export function keepBinding(library) {
  const kept = keptBinding(library);
  rmSync(kept, { recursive: true, force: true });
  cpSync(BINDING, `${kept}.partial`, { recursive: true });
  renameSync(`${kept}.partial`, kept);
}

/** @returns false when none was kept for this tfjs-node */
export function restoreBinding(library) {
  const kept = keptBinding(library);
  if (!existsSync(kept)) return false;
  rmSync(BINDING, { recursive: true, force: true });
  cpSync(kept, BINDING, { recursive: true });
  return true;
}

export function forgetBinding(library) {
  rmSync(keptBinding(library), { recursive: true, force: true });
  rmSync(BINDING, { recursive: true, force: true });
}

function keptBinding(library) {
  return join(library, `binding-${readJson(join(PACKAGE, 'package.json')).version}`);
}
