/** Where programs that keep files in the user's home keep them instead, if nothing can be written there. */
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CACHE } from './paths.mjs';

/** What npm, node-gyp, pip, Jupyter and IPython write into the home, by the variable that moves it. */
const FOLDERS = {
  npm_config_cache: 'npm',
  npm_config_devdir: 'node-gyp',
  PIP_CACHE_DIR: 'pip',
  JUPYTER_CONFIG_DIR: 'jupyter/config',
  JUPYTER_DATA_DIR: 'jupyter/data',
  JUPYTER_RUNTIME_DIR: 'jupyter/runtime',
  IPYTHONDIR: 'ipython',
  XDG_CACHE_HOME: 'cache',
  XDG_CONFIG_HOME: 'config',
  XDG_DATA_HOME: 'data',
};

/**
 * The variables that a program needs beside those it has, so that it writes into `.cache/home` of the clone: none where
 * the user's home can be written. A variable that is set already stays.
 */
export function homeVariables(env = process.env, home = homeOf()) {
  if (home !== undefined && isWritable(home)) return {};
  const missing = Object.entries(FOLDERS).filter(([name]) => !env[name]);
  return Object.fromEntries(missing.map(([name, folder]) => [name, join(CACHE, 'home', folder)]));
}

/** Undefined for a user whom the system doesn't know, as in some containers. */
function homeOf() {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
