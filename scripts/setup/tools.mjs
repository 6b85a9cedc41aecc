/** The tools that must be there before set-up starts. Each missing one is told in a sentence with its remedy. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { readJson } from './files.mjs';
import { findProgram } from './programs.mjs';
import { isAtLeast, parseVersion } from './versions.mjs';

const OLDEST_PYTHON = [3, 10];
const PYTHON_NAMES = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const PROBE = 'import sys; print(sys.version.split()[0]); import venv, ensurepip; print("venv")';

/**
 * npm's own script, to be run with this very Node: no shell, and no other Node's npm.
 * @throws SetupFailure when there is no npm
 */
export function findNpm() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    onPath(),
  ];
  for (const place of places) {
    if (!place?.endsWith('npm-cli.js')) continue;
    const version = readJson(join(dirname(dirname(place)), 'package.json'))?.version;
    if (version) return { script: place, version };
  }
  throw new SetupFailure(
    'npm was not found; install Node.js 20 or newer together with npm (nodejs.org, or your package manager), then start again.',
  );
}

function onPath() {
  const npm = findProgram('npm');
  return npm && realpathSync(npm);
}

/**
 * The first Python that is new enough and can make virtual environments.
 * @returns its path and version
 * @throws SetupFailure naming the best one that was found, if any
 */
export function findPython() {
  const asked = process.env.PYTHON;
  const seen = [];
  for (const name of asked ? [asked] : PYTHON_NAMES) {
    const path = findProgram(name);
    if (!path) continue;
    const python = probePython(path);
    if (python.isNewEnough && python.hasVenv) return python;
    seen.push(python);
  }
  throw new SetupFailure(whyNoPython(asked, seen));
}

function probePython(path) {
  const { stdout } = spawnSync(path, ['-c', PROBE], { encoding: 'utf8' });
  const [version = '', venv] = (stdout ?? '').trim().split(/\s+/);
  const parsed = parseVersion(version);
  return {
    path,
    version,
    isNewEnough: parsed !== undefined && isAtLeast(parsed, OLDEST_PYTHON),
    hasVenv: venv === 'venv',
  };
}

function whyNoPython(asked, seen) {
  const crippled = seen.find((python) => python.isNewEnough);
  if (crippled) {
    return `Python ${crippled.version} (${crippled.path}) cannot make virtual environments; install its venv module (Debian and Ubuntu: apt-get install python3-venv), then start again.`;
  }
  const old = seen.find((python) => python.version);
  const found = old ? `only Python ${old.version} (${old.path}) was found` : 'no Python was found';
  const where = asked ? ` under the name that PYTHON gives, ${asked}` : '';
  return `Python 3.10 or newer is needed, but ${found}${where}; install one (Debian and Ubuntu: apt-get install python3 python3-venv), or name it in the environment variable PYTHON, then start again.`;
}

/**
 * The C++ compiler and make, which build TensorFlow's binding.
 * Windows is not asked: there the binding comes built, and node-gyp finds Visual Studio by itself.
 * @throws SetupFailure when one is missing
 */
export function findCompiler() {
  if (process.platform === 'win32') return 'found by node-gyp';
  const asked = process.env.CXX?.split(/\s+/)[0];
  const compiler = findProgram(...(asked ? [asked] : ['c++', 'g++', 'clang++']));
  const remedy =
    'install one (Debian and Ubuntu: apt-get install build-essential; macOS: xcode-select --install), then start again.';
  if (!compiler) {
    const names = asked
      ? `CXX names ${asked}, which cannot be run`
      : 'none of c++, g++ and clang++ was found';
    throw new SetupFailure(`A C++ compiler is needed to build TensorFlow's binding, but ${names}; ${remedy}`);
  }
  if (!findProgram(process.env.MAKE, 'make', 'gmake')) {
    throw new SetupFailure(
      `The program make is needed to build TensorFlow's binding, but was not found; ${remedy}`,
    );
  }
  return compiler;
}
