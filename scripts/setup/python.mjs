/** The Python environment `.venv` with Jupyter in it. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, VENV, venvProgram } from './paths.mjs';
import { explain } from './registry.mjs';
import { run } from './run.mjs';
import { isStamped, stamp } from './stamp.mjs';
import { findPython } from './tools.mjs';

const REQUIREMENTS = join(ROOT, 'requirements-jupyter.txt');
const STAMP = join(VENV, '.setup.json');

export const title = 'Python environment';

export function isDone() {
  return isStamped(STAMP, inputs());
}

/** An environment that is not exactly this one, or was interrupted, is created again: pip cannot repair a half-copied package. */
export async function perform() {
  const python = findPython();
  try {
    await run(python.path, ['-m', 'venv', '--clear', VENV], { log: 'python-venv' });
    const install = ['-m', 'pip', 'install', ...PIP, ...LOCKED, '--requirement', REQUIREMENTS];
    await run(venvProgram('python'), install, { log: 'python-packages' });
  } catch (error) {
    throw explain(error, 'installing Jupyter into .venv', PYTHON_REGISTRY);
  }
  stamp(STAMP, inputs());
  return `Python ${python.version} with JupyterLab`;
}

/** How every pip call here behaves: no questions, no notice of newer pips, no long wait for a host that is away. */
export const PIP = ['--quiet', '--disable-pip-version-check', '--no-input', '--retries', '2'];

/** Nothing is installed but files with the hashes that a requirements file names, and nothing is run to build them. */
export const LOCKED = ['--require-hashes', '--only-binary', ':all:'];

export const PYTHON_REGISTRY = { registry: 'The Python package index', setting: 'PIP_INDEX_URL' };

/** An environment is tied to its requirements, to its place and to its Python. */
function inputs() {
  const { stdout } = spawnSync(venvProgram('python'), ['-I', '-c', 'import sys; print(sys.version)'], {
    encoding: 'utf8',
  });
  return [readFileSync(REQUIREMENTS, 'utf8'), VENV, stdout];
}
